/** The payment of one cost: where it stands and the steps that can follow. On hold there are none until somebody decides. */

import { Button, Group, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { CostLine } from '../../../shared/contract/costs'
import { PAYMENT, type PaymentState } from '../../../shared/domain/payments'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { Chooser } from '../../questions/marked'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { goTo } from '../../session/place'
import { ErrorLine } from '../../ui/ErrorState'
import { useCommand } from '../../ui/use-save'
import classes from './costs.module.css'
import { PaymentMark } from './PaymentMark'

export function Payment({ line }: { readonly line: CostLine }) {
  const t = useText('costs')
  return (
    <div className={classes.payment}>
      <div>
        <PaymentMark payment={line.payment} />
      </div>
      {line.payment.state === 'cancelled' && !line.payment.hold && <p className={classes.lead}>{t('cancelledHint')}</p>}
      {line.payment.hold ? <Held line={line} /> : <Owed line={line} />}
    </div>
  )
}

function Held({ line }: { readonly line: CostLine }) {
  const t = useText('costs')
  const answers = useQueryClient()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p className={classes.lead}>{t('holdHint')}</p>
      <div>
        <Button onClick={() => setAsking(true)}>{t('holdShow')}</Button>
      </div>
      {asking && (
        <Chooser
          entity="costLines"
          id={line.id}
          field="payment"
          onClose={() => setAsking(false)}
          onDecided={() => void answers.invalidateQueries({ queryKey: orpc.costs.key() })}
        />
      )}
    </>
  )
}

/** A cost that became a payable is paid there; a fee that nobody paid yet can become one. */
function Owed({ line }: { readonly line: CostLine }) {
  const t = useText('costs')
  const { data } = useQuery(orpc.payables.ofCost.queryOptions({ input: { costId: line.id } }))
  const owe = useCommand(
    () => api.payables.fromCost({ costId: line.id }),
    () => t('owed.made'),
  )
  const canOwe =
    data?.payable === null && line.kind === 'fee' && line.payment.state !== 'paid' && line.payment.state !== 'cancelled'
  useKeys(canOwe ? { [KEYS.costOwe.keys[0]]: () => owe.run() } : {})
  if (data === undefined) return null
  if (data.payable !== null) {
    const { id, state } = data.payable
    return (
      <>
        <p className={classes.lead}>{t(state === 'paid' ? 'owed.paid' : 'owed.is')}</p>
        <div>
          <Button variant="default" onClick={() => goTo('settlement', { tab: 'payables', payable: id })}>
            {t('owed.open')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      {canOwe && (
        <div>
          <Button variant="default" title={t('owed.hint')} loading={owe.busy} onClick={() => owe.run()}>
            {t('owed.make')}
          </Button>
        </div>
      )}
      {owe.error !== null && <ErrorLine error={owe.error} />}
      <Steps line={line} />
    </>
  )
}

function Steps({ line }: { readonly line: CostLine }) {
  const t = useText('costs')
  const words = useText('words')
  const answers = useQueryClient()
  const [reason, setReason] = useState('')
  const step = useCommand(
    async (to: PaymentState) => {
      const changed = await api.costs.step({ id: line.id, to, reason: reason.trim() })
      setReason('')
      await answers.invalidateQueries({ queryKey: orpc.costs.key() })
      return changed
    },
    ({ payment }) => t('stepped', { state: words(`payment.${payment.state}`) }),
  )
  return (
    <>
      <TextInput
        size="xs"
        label={t('stepReason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs">
        {(PAYMENT.edges[line.payment.state] ?? []).map((to) => (
          <Button key={to} variant="default" loading={step.busy} onClick={() => step.run(to)}>
            {t(`stepTo.${to}`)}
          </Button>
        ))}
      </Group>
      {step.error !== null && <ErrorLine error={step.error} />}
    </>
  )
}
