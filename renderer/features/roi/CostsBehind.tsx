/** The costs a person entered that count towards a figure. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { CostLine } from '../../../shared/contract/costs'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useArrayRows } from '../../grid/rows'
import { type Text, useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { useShops } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { StateMark } from '../../ui/StateMark'
import { type Behind, costsBehind, doesTie, isSumOf, sumOfCosts } from './behind'
import { sumsText } from './LinesBehind'
import classes from './roi.module.css'

export function CostsBehind({ behind }: { readonly behind: Behind }) {
  const t = useText('roi')
  const { from, to } = behind.costScope ?? {}
  const query = useQuery({
    queryKey: [['costs', 'behind'], from, to],
    queryFn: ({ signal }) => allCosts(from, to, signal),
  })
  return (
    <section aria-label={t('behind.costs')}>
      <h3 className={classes.heading}>{t('behind.costs')}</h3>
      <Answer query={query}>{(costs) => <CostList behind={behind} costs={costs} />}</Answer>
    </section>
  )
}

function CostList({ behind, costs }: { readonly behind: Behind; readonly costs: readonly CostLine[] }) {
  const t = useText('roi')
  const words = useText('words')
  const format = useFormat()
  const shops = useShops()
  const [sort, setSort] = useState<GridSort | null>(null)
  const counting = useMemo(() => costsBehind(behind, costs), [behind, costs])
  const columns = useMemo(() => {
    const names = new Map(shops.map(({ id, name }) => [id, name]))
    return costColumns(t, words, (id) => names.get(id) ?? id)
  }, [t, words, shops])
  const rows = useArrayRows(counting, columns, sort, format.language)
  const sums = sumOfCosts(counting)
  const ties = isSumOf(behind.figure) === 'costs' ? doesTie(behind, sums) : null
  if (counting.length === 0) {
    return (
      <div className={classes.sum}>
        <span className={classes.note}>{t('behind.noCosts')}</span>
        <Button variant="default" onClick={() => goTo('costs')}>
          {t('behind.toCosts')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <div className={classes.sum} role="status">
        <span>{t('behind.costSum', { sum: sumsText(sums, format) })}</span>
        {ties !== null && (
          <StateMark tone={ties ? 'good' : 'bad'}>{t(ties ? 'behind.ties' : 'behind.tiesNot')}</StateMark>
        )}
      </div>
      <div className={classes.costsGrid}>
        <DataGrid
          name="roi.costs"
          label={t('behind.costsLabel')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          sort={sort}
          onSort={setSort}
          empty={null}
          compact
        />
      </div>
    </>
  )
}

function costColumns(t: Text<'roi'>, words: Text<'words'>, shopName: (id: string) => string): GridColumn<CostLine>[] {
  return [
    { id: 'day', title: t('behind.day'), kind: 'day', value: ({ day }) => day },
    { id: 'kind', title: t('behind.kind'), kind: 'text', value: ({ kind }) => words(`costKind.${kind}`), width: 100 },
    {
      id: 'amount',
      title: t('behind.amount'),
      kind: 'money',
      currency: ({ currency }) => currency,
      value: ({ amount }) => amount,
    },
    { id: 'shop', title: t('behind.shop'), kind: 'text', value: ({ shopId }) => shopName(shopId), width: 140 },
    {
      id: 'creator',
      title: t('behind.creator'),
      kind: 'text',
      value: ({ creatorHandle }) => creatorHandle && `@${creatorHandle}`,
      width: 130,
    },
    { id: 'product', title: t('behind.product'), kind: 'text', value: ({ productId }) => productId, width: 170 },
    { id: 'campaign', title: t('behind.campaign'), kind: 'text', value: ({ campaign }) => campaign, width: 120 },
    { id: 'staff', title: t('behind.staff'), kind: 'text', value: ({ staff }) => staff, width: 110 },
    { id: 'note', title: t('behind.note'), kind: 'text', value: ({ note }) => note },
  ]
}

const PAGE = 500

/** Costs are typed by people, so that all of a period are few. */
async function allCosts(from: string | undefined, to: string | undefined, signal: AbortSignal): Promise<CostLine[]> {
  const costs: CostLine[] = []
  let cursor: string | null = null
  do {
    const page: { readonly rows: CostLine[]; readonly nextCursor: string | null } = await api.costs.list(
      { cursor, limit: PAGE, ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      { signal },
    )
    costs.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  return costs
}
