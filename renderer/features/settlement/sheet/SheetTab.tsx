/** The settlement sheet of a shop's month: creators from estimate to actual, the lines of each one key away. */

import { Button, Switch } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { SettlementSheet } from '../../../../shared/contract/settlement'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { goTo } from '../../../session/place'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { useOpenRow } from '../../../ui/use-open-row'
import { ForShopMonth, type OfShopMonth } from '../ForShopMonth'
import { LateRuleNote } from '../LateRuleNote'
import { PeriodBar } from '../periods/PeriodBar'
import classes from '../settlement.module.css'
import type { SettlementTabProps } from '../tabs'
import { sheetColumns, type SheetLine } from './columns'
import { ExportMenu } from './ExportMenu'
import { LinesDrawer } from './LinesDrawer'
import { useProducts } from './use-products'

export function SheetTab({ tabs }: SettlementTabProps) {
  const t = useText('settlement')
  const [differing, setDiffering] = useState(false)
  const [byProduct, setByProduct] = useState(false)
  useKeys({
    [KEYS.settlementDiffering.keys[0]]: () => setDiffering(!differing),
    [KEYS.settlementProducts.keys[0]]: () => setByProduct(!byProduct),
  })
  const filter = (
    <>
      <Switch
        size="xs"
        label={t('differing')}
        checked={differing}
        onChange={({ currentTarget }) => setDiffering(currentTarget.checked)}
      />
      <Switch
        size="xs"
        label={t('byProduct')}
        checked={byProduct}
        onChange={({ currentTarget }) => setByProduct(currentTarget.checked)}
      />
    </>
  )
  return (
    <ForShopMonth title={t('title')} tabs={tabs} more={filter}>
      {(of) => <SheetOf key={of.shop.id} differing={differing} byProduct={byProduct} {...of} />}
    </ForShopMonth>
  )
}

interface SheetOfProps extends OfShopMonth {
  readonly differing: boolean
  readonly byProduct: boolean
}

function SheetOf({ shop, month, differing, byProduct, filters }: SheetOfProps) {
  const t = useText('settlement')
  const input = { shopId: shop.id, month }
  const query = useQuery({ ...orpc.settlement.sheet.queryOptions({ input }), placeholderData: keepPreviousData })
  const [shown, setShown] = useState<readonly string[]>([])
  const { data } = query
  const differ = data?.rows.filter((row) => row.differing > 0).length ?? 0
  return (
    <Page
      title={t('title')}
      note={data && data.rows.length > 0 ? t('differingCount', { count: differ, all: data.rows.length }) : null}
      filters={filters}
      actions={<ExportMenu shop={shop} month={month} differing={differing} columns={shown} />}
    >
      <div className={classes.whole}>
        <PeriodBar shopId={shop.id} month={month} />
        <div className={classes.rest}>
          <Answer query={query}>
            {(sheet) => (
              <Sheet key={sheet.month} sheet={sheet} differing={differing} byProduct={byProduct} onColumns={setShown} />
            )}
          </Answer>
        </div>
      </div>
    </Page>
  )
}

interface SheetProps {
  readonly sheet: SettlementSheet
  readonly differing: boolean
  readonly byProduct: boolean
  readonly onColumns: (ids: readonly string[]) => void
}

function Sheet({ sheet, differing, byProduct, onColumns }: SheetProps) {
  const t = useText('settlement')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const { rows: all, total, shopId, month } = sheet
  const columns = useMemo(() => sheetColumns({ t, format }, sheet), [t, format, sheet])
  const shown = useMemo(
    () => all.filter((row) => !differing || row.differing > 0).map((row): SheetLine => ({ ...row, product: null })),
    [all, differing],
  )
  const creators = useArrayRows(shown, columns, sort, format.language)
  const rows = useProducts({ shopId, month, columns, rows: creators, differing, on: byProduct })
  const opened = useOpenRow(rows, lineOf)
  return (
    <>
      <DataGrid
        name="settlement"
        label={t('list')}
        columns={columns}
        rows={rows}
        rowId={lineOf}
        // Filtered, the rows do not add up to it: then it is not shown as if they did.
        total={differing ? null : { ...total, creator: '', creatorId: null, statement: null, product: null }}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        onColumns={onColumns}
        takesFocus
        foot={<Foot sheet={sheet} />}
        empty={<Nothing differing={differing} any={all.length > 0} />}
      />
      {opened.row && <LinesDrawer key={lineOf(opened.row)} sheet={sheet} row={opened.row} {...opened.drawer} />}
    </>
  )
}

/** What the figures do not say themselves; with nothing to say, the keys. */
function Foot({ sheet: { basis, total, late } }: { readonly sheet: SettlementSheet }) {
  const t = useText('settlement')
  const isSilent = basis === 'now' && total.otherCurrency === 0 && total.waiting.late === 0
  return (
    <>
      {basis === 'closed' && <span>{t('since.foot', { count: total.since?.lines ?? 0 })} </span>}
      {total.otherCurrency > 0 && <span>{t('otherCurrency', { count: total.otherCurrency })} </span>}
      {total.waiting.late !== 0 && <LateRuleNote rule={late} />}
      {isSilent && t('keys')}
    </>
  )
}

function Nothing({ differing, any }: { readonly differing: boolean; readonly any: boolean }) {
  const t = useText('settlement')
  return differing && any ? (
    <Empty sentence={t('emptyFiltered')} />
  ) : (
    <Empty
      sentence={t('empty')}
      example={t('emptyExample')}
      action={<Button onClick={() => goTo('imports')}>{t('import')}</Button>}
    />
  )
}

function lineOf({ creator, creatorId, product }: SheetLine): string {
  return [creatorId ?? creator, product?.id].filter((part) => part !== undefined).join(' ')
}
