/** The files that came in: what each did, when and by whom, with a way back and forth. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { ImportBatch } from '../../../shared/contract/imports'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { type GridRows, useArrayRows } from '../../grid/rows'
import { type Text, useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { StateMark } from '../../ui/StateMark'
import { BatchDrawer } from './BatchDrawer'
import classes from './imports.module.css'
import { linesOf, type Moving, useMoveBatch } from './use-move-batch'

export function History() {
  const t = useText('imports')
  const words = useText('words')
  const format = useFormat()
  const { shopId, target } = usePlace()
  const moving = useMoveBatch()
  const [sort, setSort] = useState<GridSort | null>({ column: 'at', descending: true })
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(
    orpc.imports.list.queryOptions({ input: shopId === null ? {} : { shopId } }),
  )
  const columns = useMemo(() => historyColumns(t, words, moving), [t, words, moving])
  const array = useArrayRows(data, columns, sort, format.language)
  const rows: GridRows<ImportBatch> = error && !data ? { ...array, error, retry: () => void refetch() } : array
  const openId = chosen ?? target?.['batch'] ?? null
  const at = openId === null ? -1 : indexIn(rows, openId)
  const batch = rows.get(at)
  return (
    <section className={classes.history} aria-label={t('history.title')}>
      <h2 className={classes.heading}>{t('history.title')}</h2>
      <div className={classes.historyGrid}>
        <DataGrid
          name="imports.history"
          label={t('history.label')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => setChosen(id)}
          empty={<p className={classes.note}>{t('history.empty')}</p>}
        />
      </div>
      {batch && (
        <BatchDrawer
          batch={batch}
          moving={moving}
          onClose={() => setChosen('')}
          onPrevious={at > 0 ? () => setChosen(rows.get(at - 1)?.id ?? null) : undefined}
          onNext={at + 1 < rows.count ? () => setChosen(rows.get(at + 1)?.id ?? null) : undefined}
        />
      )}
    </section>
  )
}

function indexIn(rows: GridRows<ImportBatch>, id: string): number {
  return Array.from({ length: rows.count }, (_, index) => rows.get(index)?.id).indexOf(id)
}

function historyColumns(t: Text<'imports'>, words: Text<'words'>, moving: Moving): GridColumn<ImportBatch>[] {
  const count = (id: 'rows' | 'inserted' | 'updated' | 'unchanged' | 'rejected'): GridColumn<ImportBatch> => ({
    id,
    title: t(`history.${id}`),
    kind: 'number',
    value: ({ counts }) => counts[id],
    hidden: id === 'unchanged',
  })
  return [
    { id: 'file', title: t('history.file'), kind: 'text', value: ({ fileName }) => fileName, width: 260 },
    { id: 'shop', title: t('history.shop'), kind: 'text', value: ({ shopName }) => shopName, width: 150 },
    {
      id: 'period',
      title: t('history.period'),
      kind: 'text',
      value: ({ period }) => period?.from ?? null,
      text: ({ period }, format) => period && format.period(period.from, period.to),
      width: 200,
    },
    ...(['rows', 'inserted', 'updated', 'unchanged', 'rejected'] as const).map(count),
    { id: 'at', title: t('history.at'), kind: 'instant', value: ({ importedAt }) => importedAt },
    { id: 'author', title: t('history.author'), kind: 'text', value: ({ author }) => author, width: 110 },
    ...stateColumns(t, moving),
    {
      id: 'kind',
      title: t('history.kind'),
      kind: 'text',
      value: ({ kind }) => words(`orderKind.${kind}`),
      hidden: true,
    },
    {
      id: 'language',
      title: t('history.language'),
      kind: 'text',
      value: ({ language }) => words(`language.${language}`),
      hidden: true,
    },
    { id: 'asOf', title: t('history.asOf'), kind: 'instant', value: ({ asOf }) => asOf, hidden: true },
  ]
}

function stateColumns(t: Text<'imports'>, moving: Moving): GridColumn<ImportBatch>[] {
  const word = ({ live }: ImportBatch) => t(live ? 'history.live' : 'history.undone')
  return [
    {
      id: 'state',
      title: t('history.state'),
      kind: 'text',
      value: word,
      render: (batch) => <StateMark tone={batch.live ? 'good' : 'held'}>{word(batch)}</StateMark>,
      width: 120,
    },
    {
      id: 'move',
      title: t('history.move'),
      kind: 'text',
      value: () => null,
      render: (batch) => <MoveButton batch={batch} moving={moving} />,
      onOpen: (batch) => moving.move(batch),
      sortable: false,
      width: 140,
    },
  ]
}

function MoveButton({ batch, moving }: { readonly batch: ImportBatch; readonly moving: Moving }) {
  const t = useText('imports')
  return (
    <Button
      variant="subtle"
      tabIndex={-1}
      loading={moving.busy === batch.id}
      title={batch.live ? t('history.undo', { count: linesOf(batch) }) : t('history.redo')}
      onClick={() => moving.move(batch)}
    >
      {batch.live ? t('history.undoShort') : t('history.redo')}
    </Button>
  )
}
