/** Items of the calendar; a settlement opens into its order lines, money entered by hand into its form. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CashItemRow, OwnCashItem } from '../../../shared/contract/cash'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'
import classes from './cash.module.css'
import { useItemName } from './use-item-name'

interface ItemsProps {
  readonly rows: readonly CashItemRow[]
  readonly currency: string
  readonly onEdit: (item: OwnCashItem) => void
}

export function Items({ rows, currency, onEdit }: ItemsProps) {
  const t = useText('cash')
  const format = useFormat()
  const [open, setOpen] = useState<CashItemRow | null>(null)
  const own = useQuery(orpc.cash.ownItems.queryOptions({ input: {} }))
  const converted = rows.some((row) => row.currency !== currency)
  if (rows.length === 0) return <p className={classes.lead}>{t('items.none')}</p>
  const amount = (value: number | null, code: string): string => (value === null ? DASH : format.money(value, code))
  return (
    <>
      <SmallTable
        label={t('items.label')}
        columns={[
          { title: t('items.day'), words: true },
          { title: t('items.what') },
          { title: t('items.amount'), figure: true },
          ...(converted ? [{ title: t('items.converted', { currency }), figure: true }] : []),
        ]}
        rows={rows.map((row) => {
          const entered = own.data?.find(({ id }) => id === row.refId)
          const press = row.behind ? () => setOpen(row) : entered ? () => onEdit(entered) : null
          return {
            key: row.key,
            cells: [
              <span key="day" className={classes.short}>
                {format.shortDay(row.day)}
              </span>,
              <Name key="name" row={row} onPress={press} />,
              amount(row.amount, row.currency),
              ...(converted ? [amount(row.converted, currency)] : []),
            ],
          }
        })}
      />
      {open && <OrderLines key={open.key} item={open} />}
    </>
  )
}

interface NameProps {
  readonly row: CashItemRow
  readonly onPress: (() => void) | null
}

function Name({ row, onPress }: NameProps) {
  const t = useText('cash')
  const format = useFormat()
  const name = useItemName()(row)
  const { behind, assumed, lines } = row
  const origin =
    behind && t(behind.known ? 'items.delivered' : 'items.ordered', { count: lines, day: format.shortDay(behind.day) })
  const second = [origin, assumed ? t('items.assumed') : ''].filter(Boolean).join(' · ')
  return (
    <>
      {onPress ? (
        <button type="button" className={classes.cell} onClick={onPress}>
          {name}
        </button>
      ) : (
        name
      )}
      {second !== '' && <span className={classes.second}>{second}</span>}
    </>
  )
}

/** Lines shown of one settlement. */
const LINES = 100

function OrderLines({ item }: { readonly item: CashItemRow }) {
  const t = useText('cash')
  const format = useFormat()
  const { shopId, behind } = item
  const lines = useQuery(
    orpc.cash.lines.queryOptions({
      input: { shopId: shopId ?? '', ...(behind ?? NO_LINES), limit: LINES },
      enabled: shopId !== null && behind !== null,
    }),
  )
  return (
    <section aria-label={t('items.lines')}>
      <h3 className={classes.heading}>{t('items.lines')}</h3>
      <Answer query={lines}>
        {({ rows, total }) => (
          <>
            {total > rows.length && <p className={classes.lead}>{t('items.first', { count: rows.length })}</p>}
            <SmallTable
              label={t('items.lines')}
              columns={[
                { title: t('items.line.order'), words: true },
                { title: t('items.line.creator'), words: true },
                { title: t('items.line.product') },
                { title: t('items.line.payment'), figure: true },
                { title: t('items.line.refund'), figure: true },
                { title: t('items.line.commission'), figure: true },
              ]}
              rows={rows.map((line) => ({
                key: line.key,
                cells: [
                  line.orderId,
                  `@${line.creator}`,
                  line.productName ?? line.productId,
                  format.amount(line.payment, line.currency),
                  format.amount(line.refund, line.currency),
                  format.amount(line.commission, line.currency),
                ],
              }))}
            />
          </>
        )}
      </Answer>
    </section>
  )
}

const NO_LINES = { settled: false, known: true, day: '1970-01-01' }
