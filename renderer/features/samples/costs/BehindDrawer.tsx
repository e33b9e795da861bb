/** The samples behind a figure: what each cost, part by part. */

import { useMemo } from 'react'

import type { SampleCostRow, SampleReportKey } from '../../../../shared/contract/sample-costs'
import { SAMPLE_COST_PARTS } from '../../../../shared/domain/sample-costs'
import { api } from '../../../api'
import type { GridColumn } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useCursorRows } from '../../../grid/rows'
import { type Text, useText } from '../../../messages/i18n'
import { useScope } from '../../../session/scope'
import { Drawer, type DrawerProps } from '../../../ui/Drawer'
import { Empty } from '../../../ui/Empty'

const PAGE = 200

export interface BehindDrawerProps extends Pick<DrawerProps, 'title' | 'onClose' | 'onPrevious' | 'onNext'> {
  readonly by: SampleReportKey
  /** Of this row; left out: all. */
  readonly only?: string
}

export function BehindDrawer({ by, only, ...drawer }: BehindDrawerProps) {
  const t = useText('sampleCosts')
  const words = useText('words')
  const scope = useScope()
  const question = { ...scope, by, ...(only !== undefined && { key: only }) }
  const rows = useCursorRows<SampleCostRow>({
    queryKey: [['sampleCosts', 'rows'], question],
    fetch: (cursor, signal) => api.sampleCosts.rows({ ...question, cursor, limit: PAGE }, { signal }),
  })
  const columns = useMemo(() => partColumns(t, words), [t, words])
  return (
    <Drawer {...drawer} wide>
      <DataGrid
        name="samples.costs.behind"
        label={drawer.title}
        columns={columns}
        rows={rows}
        rowId={({ sampleId }) => sampleId}
        sort={null}
        onSort={nothing}
        empty={<Empty sentence={t('empty')} />}
        compact
      />
    </Drawer>
  )
}

function nothing(): void {
  // The newest first: they come page by page.
}

function partColumns(t: Text<'sampleCosts'>, words: Text<'words'>): GridColumn<SampleCostRow>[] {
  const currency = (row: SampleCostRow) => row.currency
  return [
    { id: 'day', title: t('shipped'), kind: 'day', value: ({ shippedDay }) => shippedDay },
    {
      id: 'creator',
      title: t('keys.creator'),
      kind: 'text',
      value: ({ handle }) => handle && `@${handle}`,
      width: 140,
    },
    { id: 'product', title: t('keys.product'), kind: 'text', value: ({ productId }) => productId, width: 170 },
    { id: 'pieces', title: t('columns.pieces'), kind: 'number', value: ({ quantity }) => quantity },
    ...SAMPLE_COST_PARTS.map((part) => ({
      id: part,
      title: t(`parts.${part}`),
      kind: 'money' as const,
      currency,
      value: ({ parts }: SampleCostRow) => parts[part] ?? null,
    })),
    { id: 'known', title: t('known'), kind: 'money', currency, value: ({ known }) => known },
    { id: 'state', title: t('state'), kind: 'text', value: ({ state }) => words(`sampleState.${state}`), width: 110 },
    { id: 'owner', title: t('keys.staff'), kind: 'text', value: ({ owner }) => owner, width: 110 },
  ]
}
