/** What a creator is owed outside the platform and due in the month: apart from commission, each currency for itself. */

import type { StatementRow } from '../../../../shared/contract/statements'
import { PAYABLE_KINDS, PAYABLE_STATES } from '../../../../shared/domain/payables'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { SmallTable } from '../../../ui/SmallTable'
import classes from '../settlement.module.css'

export function FeeTable({ row: { fees, feeTotals } }: { readonly row: StatementRow }) {
  const t = useText('statements')
  const payables = useText('payables')
  const format = useFormat()
  if (fees.length === 0) return null
  const money = (amount: number | null, currency: string) => (amount === null ? '' : format.money(amount, currency))
  const kindOf = (kind: string): string => {
    const known = PAYABLE_KINDS.find((one) => one === kind)
    return known === undefined ? kind : payables(`kinds.${known}`)
  }
  const stateOf = (state: string): string => {
    const known = PAYABLE_STATES.find((one) => one === state)
    return known === undefined ? state : payables(`states.${known}`)
  }
  return (
    <section className={classes.section}>
      <h3>{t('fees.title')}</h3>
      <p className={classes.lead}>{t('fees.hint')}</p>
      <SmallTable
        label={t('fees.title')}
        columns={[
          { title: t('fees.kind') },
          { title: t('fees.due') },
          { title: t('fees.state') },
          { title: t('fees.amount'), figure: true },
        ]}
        rows={[
          ...fees.map(({ id, kind, dueDay, state, amount, currency }) => ({
            key: id,
            cells: [kindOf(kind), format.day(dueDay), stateOf(state), money(amount, currency)],
          })),
          ...feeTotals.map(({ currency, amount }) => ({
            key: currency,
            cells: [t('fees.total', { currency }), '', '', money(amount, currency)],
          })),
        ]}
      />
    </section>
  )
}
