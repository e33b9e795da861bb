/** How a dispute ends: the outcome, what is granted, and whether that is owed outside the platform. */

import { Button, Select } from '@mantine/core'

import { type Dispute, DISPUTE_OUTCOMES } from '../../../../shared/contract/statements'
import { isRealDay } from '../../../../shared/domain/days'
import { api } from '../../../api'
import { parseAmount } from '../../../format/money'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { ErrorLine } from '../../../ui/ErrorState'
import { useForm } from '../../../ui/form'
import { FieldPair, FormBody } from '../../../ui/FormBody'
import { TextField } from '../../../ui/TextField'
import { useCommand } from '../../../ui/use-save'

type Outcome = (typeof DISPUTE_OUTCOMES)[number]

interface Draft {
  readonly outcome: Outcome
  readonly granted: string
  readonly owe: string
}

export function EndDispute({ dispute }: { readonly dispute: Dispute }) {
  return dispute.closedAt === null ? <EndForm dispute={dispute} /> : <OpenAgain dispute={dispute} />
}

function EndForm({ dispute: { id, currency } }: { readonly dispute: Dispute }) {
  const t = useText('statements')
  const form = useForm<Draft>({
    initial: { outcome: 'granted', granted: '', owe: '' },
    check: ({ outcome, granted, owe }) => ({
      ...(grants(outcome) && amountOf(granted, currency) === null && { granted: t('form.notAnAmount') }),
      ...(grants(outcome) && owe !== '' && !isRealDay(owe) && { owe: t('form.required') }),
    }),
    async save({ outcome, granted, owe }) {
      await api.statements.settle({
        id,
        outcome,
        granted: grants(outcome) ? amountOf(granted, currency) : null,
        owe: grants(outcome) && owe !== '' ? owe : null,
      })
      say(t('end.done'))
    },
  })
  const { values, errors, set } = form
  return (
    <FormBody id={`end-${id}`} onSubmit={form.submit} failure={form.failure}>
      <h3>{t('end.title')}</h3>
      <Select
        size="xs"
        label={t('end.outcome')}
        data={DISPUTE_OUTCOMES.map((value) => ({ value, label: t(`disputes.outcomes.${value}`) }))}
        value={values.outcome}
        onChange={(value) => set('outcome', DISPUTE_OUTCOMES.find((one) => one === value) ?? 'granted')}
        allowDeselect={false}
      />
      {grants(values.outcome) && (
        <FieldPair>
          <TextField form={form} name="granted" label={t('end.granted', { currency })} inputMode="decimal" required />
          <DayField label={t('end.owe')} value={values.owe} onChange={(day) => set('owe', day)} error={errors.owe} />
        </FieldPair>
      )}
      <div>
        <Button type="submit" size="xs" variant="default" loading={form.busy}>
          {t('end.button')}
        </Button>
      </div>
    </FormBody>
  )
}

function grants(outcome: Outcome): boolean {
  return outcome === 'granted' || outcome === 'partly'
}

/** Null for what is no amount of at least nothing. */
function amountOf(typed: string, currency: string): number | null {
  const amount = parseAmount(typed, currency)
  return amount === null || amount < 0 ? null : amount
}

function OpenAgain({ dispute: { id } }: { readonly dispute: Dispute }) {
  const t = useText('statements')
  const open = useCommand(
    () => api.statements.settle({ id, outcome: null }),
    () => t('end.reopened'),
  )
  return (
    <div>
      <Button size="xs" variant="default" loading={open.busy} onClick={() => open.run()}>
        {t('end.reopen')}
      </Button>
      {open.error !== null && <ErrorLine error={open.error} />}
    </div>
  )
}
