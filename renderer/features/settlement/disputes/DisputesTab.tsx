/** Quarrels with creators over their months: open ones first, each with what both sides said. */

import { Button, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { Dispute } from '../../../../shared/contract/statements'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridColumn, GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import { useScope } from '../../../session/scope'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { StateMark } from '../../../ui/StateMark'
import { useOpenRow } from '../../../ui/use-open-row'
import type { SettlementTabProps } from '../tabs'
import { DisputeDrawer } from './DisputeDrawer'
import { DisputeForm } from './DisputeForm'

export function DisputesTab({ tabs }: SettlementTabProps) {
  const t = useText('statements')
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState(false)
  const { shops } = useScope()
  const input = { ...(shops !== undefined && { shops: [...shops] }), ...(!all && { open: true }) }
  const query = useQuery(orpc.statements.disputes.queryOptions({ input }))
  return (
    <Page
      title={t('disputes.title')}
      filters={
        <>
          {tabs}
          <Switch
            size="xs"
            label={t('disputes.ended')}
            checked={all}
            onChange={({ currentTarget }) => setAll(currentTarget.checked)}
          />
        </>
      }
      actions={<Button onClick={() => setAdding(true)}>{t('disputes.add')}</Button>}
    >
      <Answer query={query}>{(rows) => <Disputes disputes={rows} />}</Answer>
      {adding && <DisputeForm about={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Disputes({ disputes }: { readonly disputes: readonly Dispute[] }) {
  const t = useText('statements')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useMemo((): GridColumn<Dispute>[] => {
    const currency = (row: Dispute) => row.currency
    return [
      {
        id: 'creator',
        title: t('columns.creator'),
        kind: 'text',
        value: ({ creator }) => creator,
        text: ({ creator }) => `@${creator}`,
      },
      { id: 'title', title: t('disputes.subject'), kind: 'text', value: ({ title }) => title, width: 260 },
      { id: 'shop', title: t('disputes.shop'), kind: 'text', value: ({ shopName }) => shopName, width: 140 },
      { id: 'month', title: t('disputes.month'), kind: 'text', value: ({ month }) => month, width: 96 },
      {
        id: 'state',
        title: t('columns.state'),
        kind: 'text',
        value: ({ outcome }) => outcome ?? 'open',
        text: (row) => stateText(row, t),
        render: (row) => (
          <StateMark tone={row.closedAt !== null ? 'good' : row.checking ? 'unknown' : 'watch'}>
            {stateText(row, t)}
          </StateMark>
        ),
        width: 132,
      },
      { id: 'claimed', title: t('disputes.claimed'), kind: 'money', currency, value: ({ claimed }) => claimed },
      { id: 'granted', title: t('disputes.granted'), kind: 'money', currency, value: ({ granted }) => granted },
      { id: 'notes', title: t('disputes.words'), kind: 'number', value: ({ notes }) => notes },
      { id: 'openedAt', title: t('disputes.openedAt'), kind: 'instant', value: ({ openedAt }) => openedAt },
      { id: 'owner', title: t('disputes.owner'), kind: 'text', value: ({ owner }) => owner, width: 120 },
    ]
  }, [t])
  const rows = useArrayRows(disputes, columns, sort, format.language)
  const opened = useOpenRow(rows, idOf)
  return (
    <>
      <DataGrid
        name="disputes"
        label={t('disputes.list')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        takesFocus
        empty={<Empty sentence={t('disputes.empty')} example={t('disputes.emptyExample')} />}
      />
      {opened.row && <DisputeDrawer key={opened.row.id} id={opened.row.id} {...opened.drawer} />}
    </>
  )
}

function stateText({ outcome, checking, closedAt }: Dispute, t: ReturnType<typeof useText<'statements'>>): string {
  if (checking) return t('disputes.checking')
  return closedAt === null ? t('disputes.open') : t(`disputes.outcomes.${outcome ?? 'withdrawn'}`)
}

function idOf({ id }: Dispute): string {
  return id
}
