/** What income files say of one order: each line with its totals and every single column the file has for it. */

import { useQuery } from '@tanstack/react-query'

import type { IncomeLineRow } from '../../../../shared/contract/income'
import { incomeHeaderOf } from '../../../../shared/domain/income/layouts'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { Empty } from '../../../ui/Empty'
import { Facts } from '../../../ui/Facts'
import type { OpenRow } from '../../../ui/use-open-row'
import classes from '../settlement.module.css'

export interface OrderDrawerProps {
  readonly shopId: string
  readonly orderId: string
  readonly drawer: OpenRow<never>['drawer']
}

export function OrderDrawer({ shopId, orderId, drawer }: OrderDrawerProps) {
  const t = useText('income')
  const query = useQuery(orpc.income.lines.queryOptions({ input: { shopId, orderId } }))
  return (
    <Drawer title={t('ofOrder', { order: orderId })} {...drawer}>
      <Answer query={query}>
        {({ rows, currency }) =>
          rows.length === 0 ? (
            <Empty sentence={t('noLines')} />
          ) : (
            <div className={classes.lines}>
              {rows.map((line) => (
                <Line key={`${line.file} ${line.part} ${line.row}`} line={line} currency={currency} />
              ))}
            </div>
          )
        }
      </Answer>
    </Drawer>
  )
}

/** Single columns stand under the platform's own headers, which people look for in the file. */
function Line({ line, currency }: { readonly line: IncomeLineRow; readonly currency: string }) {
  const t = useText('income')
  const format = useFormat()
  const money = (amount: number | null) => (amount === null ? null : format.money(amount, currency))
  const { part, typeText, id, settled, settlement, revenue, fees, adjustment, reason, status, amounts } = line
  return (
    <section>
      <Facts
        facts={[
          [t('type'), typeText ?? t(`part.${part}`)],
          [t('reference'), id],
          [t('settled'), settled === null ? null : format.day(settled)],
          [t('revenue'), money(revenue)],
          [t('fees'), money(fees)],
          [t('adjustment'), money(adjustment)],
          [t('settlement'), money(settlement)],
          ...(status === null ? [] : ([[t('status'), status]] as const)),
          ...(reason === null ? [] : ([[t('reason'), reason]] as const)),
          ...amounts.map(({ name, amount }) => [incomeHeaderOf(name), money(amount)] as const),
        ]}
      />
      <p className={classes.note}>{t('place', { file: line.file, row: String(line.row) })}</p>
    </section>
  )
}
