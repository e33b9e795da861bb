/** The creator lists that came in, with a way back and forth, and the forms that are remembered. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { CreatorList, Preset } from '../../../../shared/contract/metrics'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridColumn, GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { type Text, useText } from '../../../messages/i18n'
import { usePlace } from '../../../session/place'
import { ErrorLine } from '../../../ui/ErrorState'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark } from '../../../ui/StateMark'
import classes from '../imports.module.css'
import { roomFor } from '../room'

export function ListHistory() {
  const t = useText('metrics')
  const format = useFormat()
  const { shopId } = usePlace()
  const { data } = useQuery(orpc.metrics.lists.queryOptions({ input: shopId === null ? {} : { shopId } }))
  const presets = useQuery(orpc.metrics.presets.queryOptions({ input: {} }))
  const [sort, setSort] = useState<GridSort | null>({ column: 'at', descending: true })
  const { error, run } = useCall()
  const columns = useMemo(
    () =>
      historyColumns(t, ({ id, live }) =>
        run(() => (live ? api.metrics.takeBack({ listId: id }) : api.metrics.bringBack({ listId: id }))),
      ),
    [t, run],
  )
  const rows = useArrayRows(data, columns, sort, format.language)
  if (!data || data.length === 0) return null
  return (
    <section className={classes.lists} aria-label={t('history.title')}>
      <h2 className={classes.heading}>{t('history.title')}</h2>
      <div className={classes.rejects} style={roomFor(data.length)}>
        <DataGrid
          name="metrics.lists"
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
      {presets.data && presets.data.length > 0 && (
        <Forms presets={presets.data} onForget={(id) => run(() => api.metrics.forgetPreset({ id }))} />
      )}
    </section>
  )
}

function useCall() {
  const [error, setError] = useState<unknown>(null)
  return useMemo(() => {
    const call = async (ask: () => Promise<unknown>): Promise<void> => {
      setError(null)
      try {
        await ask()
      } catch (refusal) {
        setError(refusal)
      }
    }
    return { error, run: (ask: () => Promise<unknown>) => void call(ask) }
  }, [error])
}

function Forms({
  presets,
  onForget,
}: {
  readonly presets: readonly Preset[]
  readonly onForget: (id: string) => void
}) {
  const t = useText('metrics')
  return (
    <SmallTable
      label={t('history.forms')}
      columns={[
        { title: t('history.form') },
        { title: t('history.source') },
        { title: t('history.columns'), figure: true },
        { title: '' },
      ]}
      rows={presets.map(({ id, name, source, columns }) => ({
        key: id,
        cells: [
          name,
          t(`source.${source}`),
          String(columns.length),
          <Button
            key="forget"
            variant="subtle"
            aria-label={t('history.forgetOf', { name })}
            onClick={() => onForget(id)}
          >
            {t('history.forget')}
          </Button>,
        ],
      }))}
    />
  )
}

function historyColumns(t: Text<'metrics'>, move: (list: CreatorList) => void): GridColumn<CreatorList>[] {
  const word = ({ live }: CreatorList) => t(live ? 'history.live' : 'history.undone')
  return [
    { id: 'file', title: t('history.file'), kind: 'text', value: ({ fileName }) => fileName, width: 240 },
    { id: 'shop', title: t('history.shop'), kind: 'text', value: ({ shopName }) => shopName, width: 130 },
    {
      id: 'source',
      title: t('history.source'),
      kind: 'text',
      value: ({ source }) => t(`source.${source}`),
      width: 110,
    },
    {
      id: 'period',
      title: t('history.period'),
      kind: 'text',
      value: ({ period }) => period?.from ?? null,
      text: ({ period }, format) => period && format.period(period.from, period.to),
      width: 190,
    },
    { id: 'creators', title: t('history.creators'), kind: 'number', value: ({ counts }) => counts.creators },
    { id: 'new', title: t('history.newCreators'), kind: 'number', value: ({ counts }) => counts.newCreators },
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
