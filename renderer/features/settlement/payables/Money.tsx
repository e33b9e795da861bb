/** Advances: recouped from what is owed, and what becomes of the rest of one. */

import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { Payable } from '../../../../shared/contract/payables'
import { api } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { ErrorLine } from '../../../ui/ErrorState'
import { useCommand } from '../../../ui/use-save'
import classes from '../settlement.module.css'
import { useAgain } from './Standing'
import { useName } from './words'

export interface AdvancesProps {
  readonly payable: Payable
  /** Of the same creator, shop and currency. */
  readonly advances: readonly Payable[]
}

/** One button for each advance: as much of it as there is, and as is owed. */
export function Advances({ payable, advances }: AdvancesProps) {
  const t = useText('payables')
  const format = useFormat()
  const name = useName()
  const again = useAgain()
  const { id, toPay, currency, state } = payable
  const recoup = useCommand(
    async ({ fromId, amount }: { readonly fromId: string; readonly amount: number }) => {
      await api.payables.recoup({ id, fromId, amount })
      await again()
    },
    () => t('recoupDone'),
  )
  if (advances.length === 0 || toPay === null || toPay === 0 || state === 'disputed') return null
  return (
    <div className={classes.section} role="group" aria-label={t('recoupTitle')}>
      {advances.map((advance) => {
        const amount = Math.min(advance.left ?? 0, toPay)
        return (
          <Group key={advance.id} gap="xs">
            <span>{t('recoupFrom', { title: name(advance), amount: format.money(advance.left ?? 0, currency) })}</span>
            <Button
              size="compact-xs"
              variant="default"
              loading={recoup.busy}
              onClick={() => recoup.run({ fromId: advance.id, amount })}
            >
              {t('recoupNow', { amount: format.money(amount, currency) })}
            </Button>
          </Group>
        )
      })}
      {recoup.error !== null && <ErrorLine error={recoup.error} />}
    </div>
  )
}

/** What is left of an advance came back, or is given up: with a reason. */
export function Left({ payable }: { readonly payable: Payable }) {
  const t = useText('payables')
  const again = useAgain()
  const [reason, setReason] = useState('')
  const { id, left } = payable
  const end = useCommand(
    async (to: 'bank' | 'writeOff') => {
      await api.payables.endAdvance({ id, to, amount: left ?? 0, reason: reason.trim() })
      setReason('')
      await again()
    },
    () => t('ended'),
  )
  if (left === null || left === 0) return null
  const isReasoned = reason.trim() !== ''
  return (
    <div className={classes.section}>
      <TextInput
        size="xs"
        label={`${t('fields.left')}: ${t('fields.reason')}`}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group gap="xs">
        {(['bank', 'writeOff'] as const).map((to) => (
          <Button
            key={to}
            size="xs"
            variant="default"
            disabled={!isReasoned}
            loading={end.busy}
            onClick={() => end.run(to)}
          >
            {t(to === 'bank' ? 'back' : 'giveUp')}
          </Button>
        ))}
      </Group>
      {end.error !== null && <ErrorLine error={end.error} />}
    </div>
  )
}
