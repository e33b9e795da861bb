/** The lists of products, videos and LIVEs that came in, with a way back and forth. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { PlatformList } from '../../../../shared/contract/platform-lists'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridColumn, GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { type Text, useText } from '../../../messages/i18n'
import { finish } from '../../../session/job'
import { usePlace } from '../../../session/place'
import { ErrorLine } from '../../../ui/ErrorState'
import { StateMark } from '../../../ui/StateMark'
import classes from '../imports.module.css'
import { roomFor } from '../room'

export function TableHistory() {
  const t = useText('platformLists')
  const format = useFormat()
  const { shopId } = usePlace()
  const { data } = useQuery(orpc.platformLists.list.queryOptions({ input: shopId === null ? {} : { shopId } }))
  const [sort, setSort] = useState<GridSort | null>({ column: 'at', descending: true })
  const [error, setError] = useState<unknown>(null)
  const columns = useMemo(() => {
    const move = async ({ id, live }: PlatformList): Promise<void> => {
      setError(null)
      try {
        const job = live ? api.platformLists.remove({ listId: id }) : api.platformLists.bringBack({ listId: id })
        await finish(await job, () => undefined)
      } catch (refusal) {
        setError(refusal)
      }
    }
    return historyColumns(t, (list) => void move(list))
  }, [t])
  const rows = useArrayRows(data, columns, sort, format.language)
  if (!data || data.length === 0) return null
  return (
    <section className={classes.lists} aria-label={t('history.title')}>
      <h2 className={classes.heading}>{t('history.title')}</h2>
      <div className={classes.rejects} style={roomFor(data.length)}>
        <DataGrid
          name="platformLists.list"
          label={t('history.title')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          sort={sort}
          onSort={setSort}
          empty={<p className={classes.note}>{t('history.empty')}</p>}
        />
      </div>
      {error !== null && <ErrorLine error={error} />}
    </section>
  )
}

function historyColumns(t: Text<'platformLists'>, move: (list: PlatformList) => void): GridColumn<PlatformList>[] {
  const word = ({ live }: PlatformList) => t(live ? 'history.live' : 'history.undone')
  return [
    { id: 'file', title: t('history.file'), kind: 'text', value: ({ fileName }) => fileName, width: 240 },
    {
      id: 'kind',
      title: t('history.kind'),
      kind: 'text',
      value: ({ kind }) => (kind === null ? null : t(`kind.${kind}`)),
      width: 150,
    },
    { id: 'shop', title: t('history.shop'), kind: 'text', value: ({ shopName }) => shopName, width: 130 },
    {
      id: 'period',
      title: t('history.period'),
      kind: 'text',
      value: ({ period }) => period?.from ?? null,
      text: ({ period }, format) => period && format.period(period.from, period.to),
      width: 190,
    },
    { id: 'things', title: t('history.things'), kind: 'number', value: ({ counts }) => counts.things, width: 150 },
    { id: 'new', title: t('history.newThings'), kind: 'number', value: ({ counts }) => counts.newThings },
    {
      id: 'rejected',
      title: t('history.rejected'),
      kind: 'number',
      value: ({ counts }) => counts.rejected,
      hidden: true,
    },
    { id: 'at', title: t('history.at'), kind: 'instant', value: ({ importedAt }) => importedAt },
    { id: 'author', title: t('history.author'), kind: 'text', value: ({ author }) => author, width: 100 },
    {
      id: 'state',
      title: t('history.state'),
      kind: 'text',
      value: word,
      render: (list) => <StateMark tone={list.live ? 'good' : 'held'}>{word(list)}</StateMark>,
      width: 110,
    },
    {
      id: 'move',
      title: t('history.move'),
      kind: 'text',
      value: () => null,
      render: (list) => (
        <Button variant="subtle" tabIndex={-1} onClick={() => move(list)}>
          {t(list.live ? 'history.undo' : 'history.redo')}
        </Button>
      ),
      onOpen: move,
      sortable: false,
      width: 120,
    },
  ]
}
