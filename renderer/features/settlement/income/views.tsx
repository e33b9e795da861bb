/** The lists of income, one component each. */

import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { IncomeOverview } from '../../../../shared/contract/income'
import type { Comparison } from '../../../../shared/domain/income/compare'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { LateRuleNote } from '../LateRuleNote'
import { comparedColumns, lateColumns, monthColumns, orderColumns, payoutColumns } from './columns'
import { IncomeList } from './IncomeList'
import { OrderDrawer } from './OrderDrawer'

/** Which orders of the comparison are listed. */
export interface OrdersChoice {
  readonly month: string | null
  readonly states: readonly Comparison[]
}

/** What somebody has to look at. */
export const DIFFERENCES: readonly Comparison[] = ['differs', 'onlyIncome', 'onlyAffiliate']
const ORDERS_SHOWN = 500

export function Months({ overview: { months, currency, toSettle } }: { readonly overview: IncomeOverview }) {
  const t = useText('income')
  const format = useFormat()
  const columns = useMemo(() => monthColumns(t, format, currency, months), [t, format, currency, months])
  const waiting =
    toSettle.lines > 0 && toSettle.amount !== null
      ? t('toSettle', { count: toSettle.lines, amount: format.money(toSettle.amount, currency) })
      : null
  return (
    <IncomeList
      name="income.months"
      label={t('views.months')}
      columns={columns}
      list={months}
      rowId={({ month }) => month}
      note={waiting}
      empty={<Empty sentence={t('empty')} />}
    />
  )
}

interface ComparedProps {
  readonly overview: IncomeOverview
  readonly onOpen: (month: string, state: Comparison) => void
}

export function Compared({ overview: { compared, currency }, onOpen }: ComparedProps) {
  const t = useText('income')
  const format = useFormat()
  const columns = comparedColumns(t, format, currency, ({ month }, state) => onOpen(month, state))
  return (
    <IncomeList
      name="income.compared"
      label={t('views.compared')}
      columns={columns}
      list={compared}
      rowId={({ month }) => month}
      empty={<Empty sentence={t('none.compared')} />}
    />
  )
}

interface OrdersProps {
  readonly shopId: string
  readonly choice: OrdersChoice
  readonly onChoice: (choice: OrdersChoice) => void
}

export function Orders({ shopId, choice: { month, states }, onChoice }: OrdersProps) {
  const t = useText('income')
  const format = useFormat()
  const input = { shopId, states: [...states], limit: ORDERS_SHOWN, ...(month !== null && { month }) }
  const query = useQuery(orpc.income.orders.queryOptions({ input }))
  const [only] = states.length === 1 ? states : [null]
  const choices: readonly Comparison[] = [...DIFFERENCES, 'matched', 'open']
  return (
    <Answer query={query}>
      {({ rows, total, currency }) => (
        <IncomeList
          name="income.orders"
          label={t('views.orders')}
          columns={orderColumns(t, currency)}
          list={rows}
          rowId={({ orderId }) => orderId}
          note={
            <>
              <Select
                size="xs"
                aria-label={t('state')}
                data={[
                  { value: '', label: t('anyState') },
                  ...choices.map((value) => ({ value, label: t(`states.${value}`) })),
                ]}
                value={only ?? ''}
                onChange={(value) => {
                  const chosen = choices.find((one) => one === value)
                  onChoice({ month, states: chosen === undefined ? DIFFERENCES : [chosen] })
                }}
                allowDeselect={false}
              />
              {month !== null && (
                <>
                  <span>{t('ofMonth', { month: format.month(month) })}</span>
                  <Button variant="subtle" size="compact-xs" onClick={() => onChoice({ month: null, states })}>
                    {t('allMonths')}
                  </Button>
                </>
              )}
              {total > rows.length && <span>{t('shown', { shown: rows.length, count: total })}</span>}
            </>
          }
          empty={<Empty sentence={t('none.orders')} />}
          renderDetail={({ orderId }, drawer) => (
            <OrderDrawer key={orderId} shopId={shopId} orderId={orderId} drawer={drawer} />
          )}
        />
      )}
    </Answer>
  )
}

export function Late({ shopId }: { readonly shopId: string }) {
  const t = useText('income')
  const format = useFormat()
  const query = useQuery(orpc.income.late.queryOptions({ input: { shopId } }))
  return (
    <Answer query={query}>
      {({ rows, total, amount, currency, coveredTo, rule, unknown }) => (
        <IncomeList
          name="income.late"
          label={t('views.late')}
          columns={lateColumns(t, currency)}
          list={rows}
          rowId={({ orderId }) => orderId}
          note={
            <>
              {coveredTo !== null && total > 0 && (
                <span>
                  {t('lateNote', {
                    count: total,
                    amount: format.money(amount, currency),
                    day: format.day(coveredTo),
                  })}
                </span>
              )}
              <LateRuleNote rule={rule} />
              {unknown > 0 && <span>{t('unknown', { count: unknown })}</span>}
            </>
          }
          empty={<Empty sentence={t('none.late')} />}
          renderDetail={({ orderId }, drawer) => (
            <OrderDrawer key={orderId} shopId={shopId} orderId={orderId} drawer={drawer} />
          )}
        />
      )}
    </Answer>
  )
}

export function Payouts({ shopId }: { readonly shopId: string }) {
  const t = useText('income')
  const query = useQuery(orpc.income.payouts.queryOptions({ input: { shopId } }))
  return (
    <Answer query={query}>
      {({ rows, currency }) => (
        <IncomeList
          name="income.payouts"
          label={t('views.payouts')}
          columns={payoutColumns(t, currency)}
          list={rows}
          rowId={({ file, part, row }) => `${file} ${part} ${row}`}
          empty={<Empty sentence={t('none.payouts')} />}
        />
      )}
    </Answer>
  )
}
