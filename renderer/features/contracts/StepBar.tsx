/** The steps that can follow, each by its key; on hold there are none until somebody decides. */

import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Contract } from '../../../shared/contract/contract-views'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { Chooser } from '../../questions/marked'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useCommand } from '../../ui/use-save'
import { stepsOf, useContractWords } from '../../creator/contract-words'
import classes from './contracts.module.css'

export function StepBar({ contract }: { readonly contract: Contract }) {
  return (
    <div className={classes.steps}>{contract.hold ? <Held contract={contract} /> : <Steps contract={contract} />}</div>
  )
}

function Held({ contract: { id } }: { readonly contract: Contract }) {
  const t = useText('contracts')
  const answers = useQueryClient()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <p className={classes.held}>{t('holdHint')}</p>
      <Button onClick={() => setAsking(true)}>{t('holdShow')}</Button>
      {asking && (
        <Chooser
          entity="contracts"
          id={id}
          field="contract"
          onClose={() => setAsking(false)}
          onDecided={() => void answers.invalidateQueries({ queryKey: orpc.contracts.key() })}
        />
      )}
    </>
  )
}

function Steps({ contract }: { readonly contract: Contract }) {
  const t = useText('contracts')
  const words = useContractWords()
  const [reason, setReason] = useState('')
  const { id, state, findings } = contract
  const asks = findings.length > 0
  const steps = stepsOf(contract)
  const step = useCommand(
    async (to: Contract['state']) => {
      const said = reason.trim()
      const changed = await api.contracts.step({ id, to, reason: said, override: asks ? said : '' })
      setReason('')
      return changed
    },
    (changed) => t('stepped', { state: t(`states.${changed.state}`) }),
  )
  useKeys(
    Object.fromEntries(
      KEYS.contractStep.keys.map((key, index) => [
        key,
        () => {
          const to = steps[index]
          if (to !== undefined && !step.busy) step.run(to)
        },
      ]),
    ),
  )
  return (
    <>
      {steps.map((to, index) => (
        <Button key={to} variant={index === 0 ? 'filled' : 'default'} loading={step.busy} onClick={() => step.run(to)}>
          {`${index + 1} · ${words.step(state, to)}`}
        </Button>
      ))}
      <TextInput
        size="xs"
        className={classes.reason}
        aria-label={t(asks ? 'override' : 'reason')}
        placeholder={t(asks ? 'override' : 'reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </>
  )
}
