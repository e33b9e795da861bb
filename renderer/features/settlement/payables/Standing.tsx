/** The steps that can follow, and what stands in their way. */

import { Button, Group, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Payable } from '../../../../shared/contract/payables'
import { PAYABLE } from '../../../../shared/domain/payables'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Chooser } from '../../../questions/marked'
import { DASH } from '../../../ui/dash'
import { ErrorLine } from '../../../ui/ErrorState'
import { useCommand } from '../../../ui/use-save'
import classes from '../settlement.module.css'

/** Asks again for whatever shows payables. */
export function useAgain(): () => Promise<void> {
  const answers = useQueryClient()
  return () => answers.invalidateQueries({ queryKey: orpc.payables.key() })
}

export function Steps({ payable }: { readonly payable: Payable }) {
  const t = useText('payables')
  const again = useAgain()
  const [reason, setReason] = useState('')
  const { id, state, toPay, paid, recouped } = payable
  const step = useCommand(
    async (to: Payable['state']) => {
      const text = reason.trim()
      // Of an advance the reason is also why it goes on without paper.
      await api.payables.step({ ids: [id], to, reason: text, override: payable.kind === 'advance' ? text : '' })
      setReason('')
      await again()
      return to
    },
    (to) => t(`states.${to}`),
  )
  const untouched = paid === 0 && recouped === 0
  const states = PAYABLE.edges[state].filter((to) =>
    // What was paid goes back by its reversal, and nothing is called paid that was not.
    state === 'paid' ? false : to === 'paid' ? toPay === 0 : to === 'cancelled' || to === 'open' ? untouched : true,
  )
  if (states.length === 0) return null
  return (
    <div className={classes.section}>
      <TextInput
        size="xs"
        label={payable.kind === 'advance' ? `${t('fields.reason')} · ${t('fields.override')}` : t('fields.reason')}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group gap="xs">
        {states.map((to) => (
          <Button key={to} size="xs" variant="default" loading={step.busy} onClick={() => step.run(to)}>
            {t(`stepTo.${to}`)}
          </Button>
        ))}
      </Group>
      {step.error !== null && <ErrorLine error={step.error} />}
    </div>
  )
}

/** Why nothing goes on, and the way out. */
export function Trouble({ payable }: { readonly payable: Payable }) {
  const t = useText('payables')
  const format = useFormat()
  const { hold, contractHold, problem, overpaid, currency } = payable
  if (hold) return <Held entity="payables" id={payable.id} field="payable" hint={t('holdHint')} />
  if (contractHold && payable.contractId !== null)
    return <Held entity="contracts" id={payable.contractId} field="contract" hint={t('contractHoldHint')} />
  if (problem === null) return null
  const amount = overpaid === null ? DASH : format.money(overpaid, currency)
  return (
    <>
      <p className={classes.lead}>{t(`problemHints.${problem}`, { amount })}</p>
      {problem === 'overpaid' && <Recover payable={payable} />}
    </>
  )
}

function Recover({ payable: { id } }: { readonly payable: Payable }) {
  const t = useText('payables')
  const again = useAgain()
  const recover = useCommand(
    async () => {
      await api.payables.recover({ id, reason: t('recover') })
      await again()
    },
    () => t('recovered'),
  )
  return (
    <>
      <div>
        <Button size="xs" variant="default" loading={recover.busy} onClick={() => recover.run()}>
          {t('recover')}
        </Button>
      </div>
      {recover.error !== null && <ErrorLine error={recover.error} />}
    </>
  )
}

interface HeldProps {
  readonly entity: string
  readonly id: string
  /** The machine whose steps contradict each other. */
  readonly field: string
  readonly hint: string
}

function Held({ entity, id, field, hint }: HeldProps) {
  const t = useText('payables')
  const again = useAgain()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p className={classes.lead}>{hint}</p>
      <div>
        <Button size="xs" onClick={() => setAsking(true)}>
          {t('holdShow')}
        </Button>
      </div>
      {asking && (
        <Chooser
          entity={entity}
          id={id}
          field={field}
          onClose={() => setAsking(false)}
          onDecided={() => void again()}
        />
      )}
    </>
  )
}
