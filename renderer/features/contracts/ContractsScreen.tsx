/** Contracts with creators: the list, and one of them in the editor. */

import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ContractRow } from '../../../shared/contract/contract-views'
import type { CONTRACT_STATES } from '../../../shared/domain/contracts'
import { api, orpc } from '../../api'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { usePlace } from '../../session/place'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SearchField, useSearch } from '../../ui/SearchField'
import { StateMark } from '../../ui/StateMark'
import { useContractColumns } from './contract-columns'
import { Editor } from './Editor'
import { GuardDrawer } from './GuardDrawer'
import { NewContract } from './NewContract'
import { Starters } from './Starters'

const PAGE = 200
const GROUPS = {
  open: ['draft', 'sent'],
  inForce: ['signed', 'disputed'],
  ended: ['completed', 'cancelled', 'terminated'],
  all: [],
} as const satisfies Readonly<Record<string, readonly (typeof CONTRACT_STATES)[number][]>>
type Group = keyof typeof GROUPS
const NAMES = ['all', 'open', 'inForce', 'ended'] as const satisfies readonly Group[]

export function ContractsScreen() {
  const { target } = usePlace()
  const wanted = target?.['contract'] ?? null
  const [open, setOpen] = useState<string | null>(wanted)
  const [seen, setSeen] = useState(wanted)
  if (seen !== wanted) {
    setSeen(wanted)
    if (wanted !== null) setOpen(wanted)
  }
  return open === null ? <List onOpen={setOpen} /> : <One key={open} id={open} onBack={() => setOpen(null)} />
}

function One({ id, onBack }: { readonly id: string; readonly onBack: () => void }) {
  const query = useQuery(orpc.contracts.get.queryOptions({ input: { id } }))
  return <Answer query={query}>{(contract) => <Editor contract={contract} onBack={onBack} />}</Answer>
}

type Asking = { readonly what: 'new'; readonly template: string | null } | { readonly what: 'guards' } | null

function List({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const t = useText('contracts')
  const { shopId } = usePlace()
  const [group, setGroup] = useState<Group>('all')
  const [asking, setAsking] = useState<Asking>(null)
  const search = useSearch()
  const scope = { shopId, states: [...GROUPS[group]], search: search.settled }
  const rows = useCursorRows<ContractRow>({
    queryKey: [['contracts', 'list'], scope],
    fetch: (cursor, signal) => api.contracts.list({ ...scope, cursor, limit: PAGE }, { signal }),
  })
  const counts = useQuery(orpc.contracts.list.queryOptions({ input: { shopId, limit: 1 } })).data
  const columns = useContractColumns()
  const begin = (template: string | null = null) => setAsking({ what: 'new', template })
  useKeys({ [KEYS.contractNew.keys[0]]: () => begin() })
  const isFirst = group === 'all' && search.settled === ''
  return (
    <Page
      title={t('title')}
      note={(counts?.hold ?? 0) > 0 && <StateMark tone="held">{t('onHold', { count: counts?.hold ?? 0 })}</StateMark>}
      actions={
        <>
          <Button onClick={() => begin()}>{t('add')}</Button>
          <Button variant="default" onClick={() => setAsking({ what: 'guards' })}>
            {t('guardRules')}
          </Button>
        </>
      }
      filters={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('show')}
            value={group}
            onChange={(value) => setGroup(NAMES.find((name) => name === value) ?? 'all')}
            data={NAMES.map((value) => ({ value, label: t(`groups.${value}`) }))}
          />
          <SearchField search={search} label={t('search')} />
        </>
      }
    >
      <DataGrid
        name="contracts"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        sort={null}
        onSort={nothing}
        onOpen={(row) => onOpen(row.id)}
        empty={isFirst ? <Starters onBegin={begin} /> : <Empty sentence={t('emptyOther')} />}
      />
      {asking?.what === 'new' && (
        <NewContract template={asking.template} shopId={shopId} onClose={() => setAsking(null)} onMade={onOpen} />
      )}
      {asking?.what === 'guards' && <GuardDrawer shopId={shopId} onClose={() => setAsking(null)} />}
    </Page>
  )
}

function idOf({ id }: ContractRow): string {
  return id
}

function nothing(): void {
  // What needs people first: the order is the list's own.
}
