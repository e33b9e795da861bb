/** The costs that count towards a figure: typed ones, and what samples cost. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { CostBehind } from '../../../shared/contract/roi'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import type { GridColumn } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import { type Text, useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { useShops } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { StateMark } from '../../ui/StateMark'
import { type Behind, costsQuestion, doesTie, isSumOf, type PartSum } from './behind'
import { sumsText } from './LinesBehind'
import classes from './roi.module.css'

export function CostsBehind({ behind }: { readonly behind: Behind }) {
  const t = useText('roi')
  const question = costsQuestion(behind)
  const query = useQuery({
    queryKey: [['roi', 'costs'], question],
    queryFn: ({ signal }) => api.roi.costs({ ...question, limit: 1 }, { signal }),
  })
  return (
    <section aria-label={t('behind.costs')}>
      <h3 className={classes.heading}>{t('behind.costs')}</h3>
      <Answer query={query}>
        {({ total, sums }) => (total === 0 ? <NoCosts /> : <CostList behind={behind} sums={knownSums(sums)} />)}
      </Answer>
    </section>
  )
}

function NoCosts() {
  const t = useText('roi')
  return (
    <div className={classes.sum}>
      <span className={classes.note}>{t('behind.noCosts')}</span>
      <Button variant="default" onClick={() => goTo('costs')}>
        {t('behind.toCosts')}
      </Button>
    </div>
  )
}

/** Who may not see amounts sees the lines without them. */
function knownSums(sums: readonly { readonly currency: string; readonly amount: number | null }[]): PartSum[] {
  return sums.flatMap(({ currency, amount }) => (amount === null ? [] : [{ currency, amount }]))
}

function CostList({ behind, sums }: { readonly behind: Behind; readonly sums: readonly PartSum[] }) {
  const t = useText('roi')
  const words = useText('words')
  const format = useFormat()
  const shops = useShops()
  const columns = useMemo(() => {
    const names = new Map(shops.map(({ id, name }) => [id, name]))
    return costColumns(t, words, (id) => names.get(id) ?? id)
  }, [t, words, shops])
  const question = costsQuestion(behind)
  const rows = useCursorRows<CostBehind>({
    queryKey: [['roi', 'costRows'], question],
    fetch: (cursor, signal) => api.roi.costs({ ...question, cursor, limit: PAGE }, { signal }),
  })
  const ties = isSumOf(behind.figure) === 'costs' ? doesTie(behind, sums) : null
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
          sort={null}
          onSort={nothing}
          empty={null}
          compact
        />
      </div>
    </>
  )
}

function nothing(): void {
  // The newest first: they come page by page.
}

const PAGE = 200

function costColumns(t: Text<'roi'>, words: Text<'words'>, shopName: (id: string) => string): GridColumn<CostBehind>[] {
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
      value: ({ creator }) => creator && `@${creator}`,
      width: 130,
    },
    { id: 'product', title: t('behind.product'), kind: 'text', value: ({ productId }) => productId, width: 170 },
    { id: 'campaign', title: t('behind.campaign'), kind: 'text', value: ({ campaign }) => campaign, width: 120 },
    { id: 'staff', title: t('behind.staff'), kind: 'text', value: ({ staff }) => staff, width: 110 },
    {
      id: 'note',
      title: t('behind.note'),
      kind: 'text',
      value: ({ note, costId, payableId }) =>
        note ?? (payableId !== null ? t('behind.fromPayable') : costId === null ? t('behind.fromSample') : null),
    },
  ]
}
