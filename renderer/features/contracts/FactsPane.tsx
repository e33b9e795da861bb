/** What is known of a contract: parties, dates, money, what stands in its way, what it obliges to, its versions and steps. */

import { Button, Group } from '@mantine/core'
import { useState } from 'react'

import type { Contract, Obligation } from '../../../shared/contract/contract-views'
import { OWN_KEY } from '../../../shared/domain/contract-obligations'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useWorkspace } from '../../session/workspace'
import { Facts } from '../../ui/Facts'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import { useContractWords } from '../../creator/contract-words'
import classes from './contracts.module.css'
import { Findings } from './Findings'
import { ObligationForm } from './ObligationForm'
import { Versions } from './Versions'

interface FactsPaneProps {
  readonly contract: Contract
  readonly onCompare: (version: string) => void
}

export function FactsPane({ contract, onCompare }: FactsPaneProps) {
  const t = useText('contracts')
  return (
    // Scrolls by keys once it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className={classes.facts} aria-label={t('facts')} tabIndex={0}>
      <Known contract={contract} />
      <Findings contract={contract} />
      <Obligations contract={contract} />
      <Versions contract={contract} onCompare={onCompare} />
      <Trail contract={contract} />
    </aside>
  )
}

function Known({ contract }: { readonly contract: Contract }) {
  const t = useText('contracts')
  const words = useContractWords()
  const format = useFormat()
  const agency = useWorkspace()?.name ?? null
  const { handle, counterparty, party, shop, fromDay, toDay, currency, rate, exclusive, exclusiveUntil } = contract
  const money = (amount: number | null) =>
    amount === null || currency === null ? null : format.money(amount, currency)
  const facts: readonly (readonly [string, string | null])[] = [
    [t('parties.creator'), counterparty ?? handle],
    [t('parties.shop'), shop],
    [t('parties.agency'), party ?? agency],
    [t('columns.period'), words.period(fromDay, toDay)],
    ...(['fee', 'advance', 'guaranteed', 'cap'] as const).flatMap((name) =>
      contract[name] === null ? [] : [[t(`fields.${name}`), money(contract[name])] as const],
    ),
    ...(rate === null ? [] : [[t('fields.rate'), format.percent(rate / 10_000, 2)] as const]),
    [t('columns.total'), money(contract.total)],
    ...(exclusive === null
      ? []
      : [
          [
            t('fields.exclusive'),
            `${exclusive} · ${exclusiveUntil === null ? t('open') : format.day(exclusiveUntil)}`,
          ] as const,
        ]),
  ]
  return (
    <section className={classes.panel}>
      <h2 className={classes.part}>{t('facts')}</h2>
      <Facts facts={facts} />
    </section>
  )
}

function Obligations({ contract: { id, hold, obligations, foreseen } }: { readonly contract: Contract }) {
  const t = useText('contracts')
  const [adding, setAdding] = useState(false)
  const words = useContractWords()
  const format = useFormat()
  const signed = obligations.length > 0
  const said = ({ amount, currency, dueDay }: Pick<Obligation, 'amount' | 'currency' | 'dueDay'>) =>
    [
      dueDay === null ? '' : format.day(dueDay),
      amount === null || currency === null ? '' : format.money(amount, currency),
    ]
      .filter((part) => part !== '')
      .join(' · ')
  return (
    <section className={classes.panel}>
      <h2 className={classes.part}>{t(signed ? 'obligations' : 'foreseen')}</h2>
      {!signed && foreseen.length === 0 && <p className={classes.quiet}>{t('noObligations')}</p>}
      <ul className={classes.lines}>
        {signed
          ? obligations.map((one) => (
              <li key={one.id} className={classes.obligation}>
                <span>{words.obligation(one)}</span>
                <span className={classes.quiet}>{said(one)}</span>
                <Ways obligation={one} />
              </li>
            ))
          : foreseen.map((one) => (
              <li key={one.key} className={classes.obligation}>
                <span>{words.obligation(one)}</span>
                <span className={classes.quiet}>{said(one)}</span>
              </li>
            ))}
      </ul>
      {!hold && (
        <div>
          <Button size="compact-xs" variant="default" onClick={() => setAdding(true)}>
            {t('own.add')}
          </Button>
        </div>
      )}
      {adding && <ObligationForm contractId={id} onClose={() => setAdding(false)} />}
    </section>
  )
}

function Ways({ obligation }: { readonly obligation: Obligation }) {
  const { id, key, doneAt, contentId, paid, waived, overdue } = obligation
  const t = useText('contracts')
  const done = useCommand(
    (isDone: boolean) => api.contracts.markDone({ id, done: isDone }),
    (_, isDone) => t(isDone ? 'doneSaid' : 'openSaid'),
  )
  const waive = useCommand(
    (isWaived: boolean) => api.contracts.waive({ id, waived: isWaived }),
    (_, isWaived) => t(isWaived ? 'waivedSaid' : 'openSaid'),
  )
  const remove = useCommand(
    () => api.contracts.removeObligation({ id }),
    () => t('own.removed'),
  )
  if (paid && doneAt === null && !waived) {
    return (
      <Group gap="xs">
        <StateMark tone="good">{t('paid')}</StateMark>
      </Group>
    )
  }
  if (waived || doneAt !== null) {
    return (
      <Group gap="xs">
        <StateMark tone={waived ? 'unknown' : 'good'}>{t(waived ? 'waived' : 'done')}</StateMark>
        {!waived && contentId !== null && <span className={classes.quiet}>{t('keptBy')}</span>}
        <Button size="compact-xs" variant="subtle" onClick={() => (waived ? waive.run(false) : done.run(false))}>
          {t('undone')}
        </Button>
      </Group>
    )
  }
  return (
    <Group gap="xs">
      {overdue && <StateMark tone="bad">{t('overdue')}</StateMark>}
      <Button size="compact-xs" variant="default" loading={done.busy} onClick={() => done.run(true)}>
        {t('done')}
      </Button>
      <Button size="compact-xs" variant="subtle" loading={waive.busy} onClick={() => waive.run(true)}>
        {t('waive')}
      </Button>
      {key.startsWith(OWN_KEY) && (
        <Button size="compact-xs" variant="subtle" color="bad" loading={remove.busy} onClick={() => remove.run()}>
          {t('own.remove')}
        </Button>
      )}
    </Group>
  )
}

function Trail({ contract: { steps } }: { readonly contract: Contract }) {
  const t = useText('contracts')
  const format = useFormat()
  if (steps.length === 0) return null
  return (
    <section className={classes.panel}>
      <h2 className={classes.part}>{t('trail')}</h2>
      <ul className={classes.lines}>
        {steps.toReversed().map(({ id, to, at, person, reason }) => (
          <li key={id}>
            {t(`states.${to}`)}
            <p className={classes.quiet}>
              {[at === null ? '' : format.instant(at), person ?? '', reason ?? '']
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
