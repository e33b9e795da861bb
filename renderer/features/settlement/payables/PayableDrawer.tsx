/** One payable: where it stands, what to do about it, its ledger with what was taken back, proof and history. */

import { Button, Divider, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { LedgerEntry, Payable } from '../../../../shared/contract/payables'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { Answer } from '../../../ui/Answer'
import { Attachments } from '../../../ui/Attachments'
import { DASH } from '../../../ui/dash'
import { Drawer, type DrawerProps } from '../../../ui/Drawer'
import { Facts } from '../../../ui/Facts'
import { RecordHistory } from '../../../ui/RecordHistory'
import { useCommand } from '../../../ui/use-save'
import classes from '../settlement.module.css'
import { Entries } from './Entries'
import { LedgerDrawer } from './LedgerDrawer'
import { Advances, Left } from './Money'
import { PayableForm } from './PayableForm'
import { PayForm } from './PayForm'
import { ReverseForm } from './ReverseForm'
import { Steps, Trouble } from './Standing'
import { PayableMark, useName } from './words'

export interface PayableDrawerProps extends Pick<DrawerProps, 'onClose' | 'onPrevious' | 'onNext'> {
  readonly id: string
}

type Doing = { readonly what: 'pay' | 'edit' | 'ledger' } | { readonly what: 'reverse'; readonly entry: LedgerEntry }

export function PayableDrawer({ id, ...drawer }: PayableDrawerProps) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const query = useQuery(orpc.payables.get.queryOptions({ input: { id } }))
  const back = () => setDoing(null)
  const payable = query.data?.payable
  const name = useName()
  if (payable && doing?.what === 'pay') return <PayForm payable={payable} onClose={back} />
  if (payable && doing?.what === 'edit') return <PayableForm payable={payable} onClose={back} />
  if (payable && doing?.what === 'reverse') return <ReverseForm entry={doing.entry} onClose={back} />
  if (payable && doing?.what === 'ledger')
    return (
      <LedgerDrawer
        shopId={null}
        creatorId={payable.creatorId}
        name={payable.handle && `@${payable.handle}`}
        onClose={back}
      />
    )
  return (
    <Drawer
      {...drawer}
      wide
      title={payable ? name(payable) : ''}
      foot={payable && <Foot payable={payable} onDo={setDoing} onGone={drawer.onClose} />}
    >
      <Answer query={query}>
        {(answer) => <Whole {...answer} onReverse={(entry) => setDoing({ what: 'reverse', entry })} />}
      </Answer>
    </Drawer>
  )
}

interface FootProps {
  readonly payable: Payable
  readonly onDo: (doing: Doing) => void
  readonly onGone: () => void
}

function Foot({ payable, onDo, onGone }: FootProps) {
  const t = useText('payables')
  const answers = useQueryClient()
  const canPay = !isHeld(payable) && (payable.state === 'open' || payable.state === 'approved') && payable.toPay !== 0
  const pay = () => canPay && onDo({ what: 'pay' })
  useKeys({ [KEYS.payablePay.keys[0]]: pay })
  const remove = useCommand(
    async () => {
      await api.payables.remove({ id: payable.id })
      await answers.invalidateQueries({ queryKey: orpc.payables.key() })
      onGone()
    },
    () => t('removed'),
  )
  return (
    <>
      {payable.state === 'open' && (
        <Button variant="subtle" loading={remove.busy} onClick={() => remove.run()}>
          {t('remove')}
        </Button>
      )}
      {payable.creatorId !== null && (
        <Button variant="default" onClick={() => onDo({ what: 'ledger' })}>
          {t('ledger')}
        </Button>
      )}
      <Button variant="default" onClick={() => onDo({ what: 'edit' })}>
        {t('edit')}
      </Button>
      <Button disabled={!canPay} onClick={pay}>
        {t('pay')}
      </Button>
    </>
  )
}

function isHeld({ hold, contractHold, problem }: Payable): boolean {
  return hold || contractHold || problem !== null
}

interface WholeProps {
  readonly payable: Payable
  readonly entries: readonly LedgerEntry[]
  readonly advances: readonly Payable[]
  readonly onReverse: (entry: LedgerEntry) => void
}

function Whole({ payable, entries, advances, onReverse }: WholeProps) {
  const t = useText('payables')
  const format = useFormat()
  const shared = { attachments: useText('attachments'), lists: useText('lists') }
  const money = (amount: number | null) => (amount === null ? DASH : format.money(amount, payable.currency))
  const { id, currency, left, recouped } = payable
  const heading = (label: string) => <Divider my="md" label={label} labelPosition="left" />
  return (
    <>
      <div className={classes.section}>
        <Group gap="xs">
          <PayableMark payable={payable} />
        </Group>
        <Trouble payable={payable} />
      </div>
      <Facts
        facts={[
          [t('fields.kind'), t(`kinds.${payable.kind}`)],
          [t('fields.amount'), money(payable.amount)],
          [t('fields.dueDay'), format.day(payable.dueDay)],
          [t('fields.toPay'), money(payable.toPay)],
          [t('fields.paid'), money(payable.paid)],
          ...(recouped === 0 ? [] : [[t('fields.recouped'), money(recouped)] as const]),
          ...(left === 0 ? [] : [[t('fields.left'), money(left)] as const]),
          [t('fields.fee'), money(payable.fee)],
          [t('fields.contract'), payable.contract],
          [t('fields.campaign'), payable.campaign],
          [t('fields.note'), payable.note],
        ]}
      />
      {!isHeld(payable) && <Steps payable={payable} />}
      {!isHeld(payable) && <Advances payable={payable} advances={advances} />}
      {!isHeld(payable) && <Left payable={payable} />}
      {heading(t('entries'))}
      {entries.length === 0 ? (
        <p className={classes.lead}>{t('noEntries')}</p>
      ) : (
        <Entries label={t('entries')} entries={entries} onReverse={onReverse} />
      )}
      {heading(shared.attachments('title'))}
      <Attachments entity="payables" id={id} />
      {heading(shared.lists('history.title'))}
      <RecordHistory entity="payables" id={id} fields={t('fields', { returnObjects: true })} currency={currency} />
    </>
  )
}
