/** The statements of a shop's month: what each creator is told, which were made and sent, which no longer match. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { StatementRow, StatementSheet } from '../../../../shared/contract/statements'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { useOpenRow } from '../../../ui/use-open-row'
import { ForShopMonth, type OfShopMonth } from '../ForShopMonth'
import { PeriodBar } from '../periods/PeriodBar'
import classes from '../settlement.module.css'
import type { SettlementTabProps } from '../tabs'
import { statementColumns } from './columns'
import { MakeStatements } from './MakeStatements'
import { MarkSent } from './MarkSent'
import { StatementDrawer } from './StatementDrawer'

export function StatementsTab({ tabs }: SettlementTabProps) {
  const t = useText('statements')
  return (
    <ForShopMonth title={t('title')} tabs={tabs}>
      {(of) => <StatementsOf key={`${of.shop.id} ${of.month}`} {...of} />}
    </ForShopMonth>
  )
}

function StatementsOf({ shop, month, filters }: OfShopMonth) {
  const t = useText('statements')
  const input = { shopId: shop.id, month }
  const query = useQuery({ ...orpc.statements.sheet.queryOptions({ input }), placeholderData: keepPreviousData })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const rows = query.data?.rows ?? []
  const chosen = rows.filter(({ creatorId }) => ticked.has(creatorId))
  return (
    <Page
      title={t('title')}
      note={query.data && t(`basis.${query.data.basis}`)}
      filters={filters}
      actions={
        rows.length > 0 && (
          <>
            <MakeStatements {...input} creators={chosen.map(({ creatorId }) => creatorId)} />
            <MarkSent rows={chosen} />
          </>
        )
      }
    >
      <div className={classes.whole}>
        <PeriodBar {...input} />
        <div className={classes.rest}>
          <Answer query={query}>{(sheet) => <Statements sheet={sheet} ticked={ticked} onTicked={setTicked} />}</Answer>
        </div>
      </div>
    </Page>
  )
}

interface StatementsProps {
  readonly sheet: StatementSheet
  readonly ticked: ReadonlySet<string>
  readonly onTicked: (ticked: ReadonlySet<string>) => void
}

function Statements({ sheet, ticked, onTicked }: StatementsProps) {
  const t = useText('statements')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const { currency, shopId, month } = sheet
  const columns = useMemo(() => statementColumns({ t, format }, currency), [t, format, currency])
  const rows = useArrayRows(sheet.rows, columns, sort, format.language)
  const opened = useOpenRow(rows, idOf)
  return (
    <>
      <DataGrid
        name="statements"
        label={t('list')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        ticked={ticked}
        onTicked={onTicked}
        takesFocus
        foot={t('keys')}
        empty={<Empty sentence={t('empty')} />}
      />
      {opened.row && (
        <StatementDrawer
          key={opened.row.creatorId}
          shopId={shopId}
          month={month}
          currency={currency}
          row={opened.row}
          {...opened.drawer}
        />
      )}
    </>
  )
}

function idOf({ creatorId }: StatementRow): string {
  return creatorId
}
