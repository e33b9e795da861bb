/** What is owed outside the platform, by due day: ticked, approved, paid, written to a file for the bank. */

import { Button, Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { DUE_FILTERS, type Payable } from '../../../../shared/contract/payables'
import { addDays } from '../../../../shared/domain/days'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { LARGEST_PAGE, useAllPages } from '../../../grid/all-pages'
import type { GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useQueryRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { type Place, usePlace } from '../../../session/place'
import { useToday } from '../../../session/scope'
import { useShops } from '../../../session/shops'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { SearchField, useSearch } from '../../../ui/SearchField'
import { useOpenRow } from '../../../ui/use-open-row'
import { useCommand } from '../../../ui/use-save'
import type { SettlementTabProps } from '../tabs'
import { AdvancesDrawer } from './AdvancesDrawer'
import { payableColumns } from './columns'
import { LedgerDrawer } from './LedgerDrawer'
import { LeftOut, type NotDone } from './LeftOut'
import { PayableDrawer } from './PayableDrawer'
import { PayableForm } from './PayableForm'
import { PayablesBar } from './PayablesBar'
import { useFile } from './use-file'

type Due = (typeof DUE_FILTERS)[number]
/** How far ahead contracts are looked at. */
const CONTRACT_DAYS = 31

export function PayablesTab({ tabs }: SettlementTabProps) {
  const t = useText('payables')
  const title = useText('settlement')('title')
  const { shopId } = usePlace()
  const search = useSearch()
  const [due, setDue] = useState<Due>('all')
  const [beside, setBeside] = useState<'new' | 'ledger' | 'advances' | null>(null)
  const close = () => setBeside(null)
  useKeys({ [KEYS.payableNew.keys[0]]: () => setBeside('new') })
  return (
    <Page
      title={title}
      note={<ToPay shopId={shopId} />}
      filters={
        <>
          {tabs}
          <DueField due={due} onChange={setDue} shopId={shopId} search={search.settled} />
        </>
      }
      actions={
        <>
          <Button onClick={() => setBeside('new')}>{t('add')}</Button>
          <FromContracts shopId={shopId} />
          <Button variant="default" onClick={() => setBeside('advances')}>
            {t('advances')}
          </Button>
          <Button variant="default" onClick={() => setBeside('ledger')}>
            {t('ledger')}
          </Button>
          <SearchField search={search} label={t('search')} />
        </>
      }
    >
      <List due={due} shopId={shopId} search={search.settled} isBeside={beside !== null} />
      {beside === 'new' && <PayableForm payable={null} onClose={close} />}
      {beside === 'ledger' && <LedgerDrawer shopId={shopId} creatorId={null} name={null} onClose={close} />}
      {beside === 'advances' && <AdvancesDrawer shopId={shopId} onClose={close} />}
    </Page>
  )
}

interface Narrowed {
  readonly shopId: string | null
  readonly search: string
}

function List({ due, shopId, search, isBeside }: Narrowed & { readonly due: Due; readonly isBeside: boolean }) {
  const t = useText('payables')
  const format = useFormat()
  const shops = useShops()
  const [sort, setSort] = useState<GridSort | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const input = { due, shopId, search, limit: LARGEST_PAGE }
  const answer = useAllPages<Payable>({
    queryKey: [['payables', 'list'], input],
    fetch: (cursor, signal) => api.payables.list({ ...input, cursor }, { signal }),
  })
  const columns = useMemo(() => payableColumns(t, (id) => shops.find((shop) => shop.id === id)?.name ?? ''), [t, shops])
  const rows = useQueryRows(answer, columns, sort, format.language)
  const opened = useOpenRow(rows, idOf)
  const [sent, setSent] = useSentPayable()
  const [left, setLeft] = useState<NotDone | null>(null)
  const file = useFile([...ticked], setLeft)
  useKeys({ [KEYS.payablesBank.keys[0]]: () => file.run('bank') })
  return (
    <>
      <DataGrid
        name="payables"
        label={t('list')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        ticked={ticked}
        onTicked={setTicked}
        sort={sort}
        onSort={setSort}
        onOpen={(row, index) => {
          setSent(null)
          opened.open(row, index)
        }}
        takesFocus
        foot={t('keys')}
        renderBulk={(selection) =>
          selection.by === 'one' ? null : (
            <PayablesBar ids={selection.ids()} file={file} onDone={() => setTicked(new Set())} onLeft={setLeft} />
          )
        }
        empty={
          due === 'all' && search === '' ? (
            <Empty sentence={t('empty')} example={t('example')} />
          ) : (
            <Empty sentence={t('noneFound')} />
          )
        }
      />
      {left && <LeftOut {...left} onClose={() => setLeft(null)} />}
      {!isBeside && left === null && sent !== null && (
        <PayableDrawer key={sent} id={sent} onClose={() => setSent(null)} />
      )}
      {!isBeside && left === null && sent === null && opened.row && (
        <PayableDrawer key={opened.row.id} id={opened.row.id} {...opened.drawer} />
      )}
    </>
  )
}

/** The payable that another section asked for. */
function useSentPayable() {
  const { target } = usePlace()
  const [seen, setSeen] = useState<Place['target']>(null)
  const [id, setId] = useState<string | null>(null)
  if (seen !== target) {
    setSeen(target)
    if (target?.payable !== undefined) setId(target.payable)
  }
  return [id, setId] as const
}

function idOf({ id }: Payable): string {
  return id
}

function DueField({ due, onChange, shopId, search }: Narrowed & { due: Due; onChange: (due: Due) => void }) {
  const t = useText('payables')
  const format = useFormat()
  const { data } = useQuery(orpc.payables.list.queryOptions({ input: { shopId, search, limit: 1 } }))
  return (
    <Select
      size="xs"
      aria-label={t('dueLabel')}
      data={DUE_FILTERS.map((value) => ({
        value,
        label: data ? `${t(`due.${value}`)} · ${format.count(data.counts[value])}` : t(`due.${value}`),
      }))}
      value={due}
      onChange={(value) => onChange(DUE_FILTERS.find((one) => one === value) ?? 'all')}
      allowDeselect={false}
    />
  )
}

/** What is to be paid in all, each currency by itself. */
function ToPay({ shopId }: { readonly shopId: string | null }) {
  const t = useText('payables')
  const format = useFormat()
  const { data } = useQuery(orpc.payables.list.queryOptions({ input: { shopId, due: 'toPay', limit: 1 } }))
  const sums = (data?.sums ?? []).flatMap(({ toPay, currency }) =>
    toPay === null || toPay === 0 ? [] : [format.money(toPay, currency)],
  )
  return sums.length === 0 ? null : <>{t('toPaySum', { sums: sums.join(' · ') })}</>
}

function FromContracts({ shopId }: { readonly shopId: string | null }) {
  const t = useText('payables')
  const until = addDays(useToday(), CONTRACT_DAYS)
  const make = useCommand(
    () => api.payables.fromContracts({ shopId, until }),
    ({ made }) => t('made', { count: made }),
  )
  return (
    <Group>
      <Button variant="default" loading={make.busy} title={t('fromContractsHint')} onClick={() => make.run()}>
        {t('fromContracts')}
      </Button>
    </Group>
  )
}
