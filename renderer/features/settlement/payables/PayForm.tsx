/** A payment: how much of what is owed, when, how, and the file that proves it. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import type { Payable } from '../../../../shared/contract/payables'
import { isRealDay } from '../../../../shared/domain/days'
import { api, desktop } from '../../../api'
import { parseAmount, typedAmount } from '../../../format/money'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { finish } from '../../../session/job'
import { useToday } from '../../../session/scope'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import classes from '../settlement.module.css'
import { useAgain } from './Standing'
import { useName } from './words'

/** What is typed about a payment, checked, and saved with its proof. */
function usePayment(payable: Payable, proof: string | null, onDone: () => void) {
  const t = useText('payables')
  const common = useText('common')
  const again = useAgain()
  const today = useToday()
  const { id, currency } = payable
  const toPay = payable.toPay ?? 0
  return useForm({
    initial: { amount: typedAmount(toPay, currency), day: today, method: '', reference: '', override: '' },
    check: (draft) => {
      const amount = parseAmount(draft.amount, currency)
      return {
        ...(amount === null || amount <= 0 ? { amount: t('wrong.amount') } : {}),
        ...(amount !== null && amount > toPay && { amount: t('wrong.moreThanOwed') }),
        ...(!isRealDay(draft.day) && { day: common('notADay') }),
      }
    },
    async save({ amount, ...draft }) {
      const file =
        proof === null
          ? null
          : await finish(await api.attachments.add({ entity: 'payables', recordId: id, path: proof }))
      await api.payables.pay({
        ...draft,
        id,
        amount: parseAmount(amount, currency) ?? 0,
        attachmentId: file?.id ?? null,
      })
      await again()
      say(t('payDone'))
      onDone()
    },
  })
}

export function PayForm({ payable, onClose }: { readonly payable: Payable; readonly onClose: () => void }) {
  const t = useText('payables')
  const format = useFormat()
  const name = useName()
  const [proof, setProof] = useState<string | null>(null)
  const { currency, kind, toPay } = payable
  const form = usePayment(payable, proof, onClose)
  const choose = async () => {
    const [file] = await desktop.chooseFiles({ title: t('fields.proof'), filters: [], many: false })
    if (file !== undefined) setProof(file)
  }
  return (
    <FormDrawer title={t('payOf', { name: name(payable) })} form={form} saveWord={t('paySave')} onClose={onClose}>
      <p className={classes.lead}>{t('partOf', { amount: format.money(toPay ?? 0, currency) })}</p>
      <FieldPair>
        <TextField
          form={form}
          name="amount"
          label={`${t('fields.amount')} (${currency})`}
          inputMode="decimal"
          first
          required
        />
        <DayField
          label={t('fields.day')}
          value={form.values.day}
          onChange={(day) => form.set('day', day)}
          error={form.errors.day}
          required
        />
      </FieldPair>
      <p className={classes.lead}>{t('hints.closed')}</p>
      <FieldPair>
        <TextField form={form} name="method" label={t('fields.method')} maxLength={80} />
        <TextField form={form} name="reference" label={t('fields.reference')} maxLength={200} />
      </FieldPair>
      {kind === 'advance' && (
        <TextField form={form} name="override" label={t('fields.override')} lines={2} maxLength={500} />
      )}
      <Proof file={proof} onChoose={() => void choose()} />
    </FormDrawer>
  )
}

function Proof({ file, onChoose }: { readonly file: string | null; readonly onChoose: () => void }) {
  const t = useText('payables')
  return (
    <div className={classes.section}>
      <span>{file === null ? t('fields.proof') : t('proofHere', { file: file.split(/[\\/]/).at(-1) ?? file })}</span>
      <div>
        <Button size="xs" variant="default" onClick={onChoose}>
          {t('chooseProof')}
        </Button>
      </div>
    </div>
  )
}
