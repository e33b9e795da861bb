/** What samples cost and what came back, by creator, product or person; every row opens its samples. */

import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { SAMPLE_REPORT_KEYS, type SampleReport, type SampleReportRow } from '../../../../shared/contract/sample-costs'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridColumn, GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { type Text, useText } from '../../../messages/i18n'
import { useScope } from '../../../session/scope'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { useOpenRow } from '../../../ui/use-open-row'
import type { SampleTabProps } from '../tabs'
import { BehindDrawer } from './BehindDrawer'
import { Doubles } from './Doubles'

export function CostsTab({ tabs }: SampleTabProps) {
  const t = useText('sampleCosts')
  const title = useText('samples')('title')
  const scope = useScope()
  const [by, setBy] = useState<(typeof SAMPLE_REPORT_KEYS)[number]>('creator')
  const query = useQuery(orpc.sampleCosts.report.queryOptions({ input: { ...scope, by } }))
  const filters = (
    <>
      {tabs}
      <SegmentedControl
        size="xs"
        aria-label={t('by')}
        value={by}
        onChange={(value) => setBy(SAMPLE_REPORT_KEYS.find((key) => key === value) ?? 'creator')}
        data={SAMPLE_REPORT_KEYS.map((value) => ({ value, label: t(`keys.${value}`) }))}
      />
    </>
  )
  return (
    <Page title={title} filters={filters}>
      <Doubles shops={scope.shops} />
      <Answer query={query}>{(report) => <Report report={report} by={by} />}</Answer>
    </Page>
  )
}

type By = (typeof SAMPLE_REPORT_KEYS)[number]

function Report({ report, by }: { readonly report: SampleReport; readonly by: By }) {
  const t = useText('sampleCosts')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useMemo(() => reportColumns(t, by, report.currency), [t, by, report.currency])
  const all = useMemo(
    () => (report.rows.length === 0 ? [] : [...report.rows, { ...report.total, key: TOTAL }]),
    [report],
  )
  const rows = useArrayRows(all, columns, sort, format.language)
  const opened = useOpenRow(rows, keyOf)
  return (
    <>
      {report.missingRates.map(({ base, quote, from, to, lines }) => (
        <p key={base} role="status">
          {t('missing', { base, quote, from: format.day(from), to: format.day(to), lines })}
        </p>
      ))}
      <DataGrid
        name={`samples.costs.${by}`}
        label={t('list')}
        columns={columns}
        rows={rows}
        rowId={keyOf}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={<Empty sentence={t('empty')} example={t('emptyExample')} />}
      />
      {opened.row && (
        <BehindDrawer
          key={opened.row.key}
          by={by}
          {...(opened.row.key === TOTAL
            ? { title: t('behindAll') }
            : { only: opened.row.key, title: t('behind', { key: opened.row.key || t('none') }) })}
          {...opened.drawer}
        />
      )}
    </>
  )
}

/** No key of a row: handles, names and days are never blanks. */
const TOTAL = ' '

function keyOf({ key }: SampleReportRow): string {
  return key
}

function reportColumns(t: Text<'sampleCosts'>, by: By, currency: string): GridColumn<SampleReportRow>[] {
  const count = (id: 'sent' | 'pieces' | 'validPosts' | 'orders' | 'costUnknown') =>
    ({ id, title: t(`columns.${id}`), kind: 'number', value: (row: SampleReportRow) => row[id] }) as const
  const money = (id: 'sampleCost' | 'costPerValidPost' | 'costPerOrder' | 'netGmv' | 'contribution') =>
    ({ id, title: t(`columns.${id}`), kind: 'money', currency, value: (row: SampleReportRow) => row[id] }) as const
  return [
    {
      id: 'key',
      title: t(`keys.${by}`),
      kind: 'text',
      value: ({ key }) => (key === TOTAL ? t('total') : nameOf(key, by) || t('none')),
      width: 220,
    },
    count('sent'),
    count('pieces'),
    { ...count('validPosts'), hint: t('hints.validPosts') },
    { ...money('sampleCost'), hint: t('hints.sampleCost') },
    { ...count('costUnknown'), width: 130, hint: t('hints.costUnknown') },
    money('costPerValidPost'),
    count('orders'),
    money('costPerOrder'),
    money('netGmv'),
    { ...money('contribution'), hint: t('hints.contribution') },
    {
      id: 'sampleRoi',
      title: t('columns.sampleRoi'),
      kind: 'ratio',
      value: ({ sampleRoi }) => sampleRoi,
      hint: t('hints.sampleRoi'),
    },
  ]
}

function nameOf(key: string, by: By): string {
  return by === 'creator' && key !== '' ? `@${key}` : key
}
