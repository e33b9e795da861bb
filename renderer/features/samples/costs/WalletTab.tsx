/** Each person's sample wallet of a month: the budget, what approved samples take of it, what they earned back. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { SampleWallet } from '../../../../shared/contract/sample-costs'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridColumn, GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { type Text, useText } from '../../../messages/i18n'
import { useToday } from '../../../session/scope'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { MonthField } from '../../../ui/MonthField'
import { Page } from '../../../ui/Page'
import { StateMark } from '../../../ui/StateMark'
import { useOpenRow } from '../../../ui/use-open-row'
import type { SampleTabProps } from '../tabs'
import { WalletDrawer } from './WalletDrawer'

export function WalletTab({ tabs }: SampleTabProps) {
  const t = useText('sampleCosts')
  const title = useText('samples')('title')
  const [month, setMonth] = useState(useToday().slice(0, 7))
  const [adding, setAdding] = useState(false)
  const query = useQuery(orpc.sampleCosts.wallets.queryOptions({ input: { month } }))
  const add = <Button onClick={() => setAdding(true)}>{t('set')}</Button>
  return (
    <Page
      title={title}
      actions={add}
      filters={
        <>
          {tabs}
          <MonthField month={month} onChange={setMonth} />
        </>
      }
    >
      <Answer query={query}>{({ rows }) => <Wallets key={month} wallets={rows} add={add} />}</Answer>
      {adding && <WalletDrawer month={month} wallet={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Wallets({ wallets, add }: { readonly wallets: readonly SampleWallet[]; readonly add: React.ReactNode }) {
  const t = useText('sampleCosts')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useMemo(() => walletColumns(t), [t])
  const rows = useArrayRows(wallets, columns, sort, format.language)
  const opened = useOpenRow(rows, personOf)
  return (
    <>
      <DataGrid
        name="samples.wallets"
        label={t('wallets')}
        columns={columns}
        rows={rows}
        rowId={personOf}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={<Empty sentence={t('walletsEmpty')} example={t('walletsExample')} action={add} />}
      />
      {opened.row && (
        <WalletDrawer key={opened.row.person} month={opened.row.month} wallet={opened.row} {...opened.drawer} />
      )}
    </>
  )
}

function personOf({ person }: SampleWallet): string {
  return person
}

/** From here on somebody should know that the budget ends. */
const NEAR = 0.8

function walletColumns(t: Text<'sampleCosts'>): GridColumn<SampleWallet>[] {
  const money = (id: 'budget' | 'spent' | 'left') =>
    ({
      id,
      title: t(id),
      kind: 'money',
      currency: (row: SampleWallet) => row.currency,
      value: (row: SampleWallet) => row[id],
    }) as const
  return [
    { id: 'person', title: t('person'), kind: 'text', value: personOf, width: 150 },
    money('budget'),
    { ...money('spent'), hint: t('spentHint') },
    money('left'),
    {
      id: 'used',
      title: t('used'),
      kind: 'percent',
      value: ({ used }) => used,
      width: 150,
      render: ({ used }) => <Used used={used} />,
    },
    { id: 'approved', title: t('approved'), kind: 'number', value: ({ approved }) => approved },
    { id: 'validPosts', title: t('columns.validPosts'), kind: 'number', value: ({ validPosts }) => validPosts },
    {
      id: 'contribution',
      title: t('columns.contribution'),
      kind: 'money',
      currency: ({ currency }) => currency,
      value: ({ contribution }) => contribution,
    },
    { id: 'sampleRoi', title: t('columns.sampleRoi'), kind: 'ratio', value: ({ sampleRoi }) => sampleRoi },
    { id: 'costUnknown', title: t('columns.costUnknown'), kind: 'number', value: ({ costUnknown }) => costUnknown },
  ]
}

function Used({ used }: { readonly used: number | null }) {
  const t = useText('sampleCosts')
  const format = useFormat()
  if (used === null) return <span>{t('noBudget')}</span>
  const percent = format.percent(used)
  if (used < NEAR) return <span>{percent}</span>
  return <StateMark tone={used > 1 ? 'bad' : 'watch'}>{`${percent} · ${t(used > 1 ? 'over' : 'near')}`}</StateMark>
}
