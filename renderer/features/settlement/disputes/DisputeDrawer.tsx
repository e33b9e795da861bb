/** One dispute: what each side said, the creator's orders beside ours, and how it ends. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Dispute, DisputeNote } from '../../../../shared/contract/statements'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { Facts } from '../../../ui/Facts'
import type { OpenRow } from '../../../ui/use-open-row'
import { useCommand } from '../../../ui/use-save'
import { CompareOrders } from './CompareOrders'
import classes from './disputes.module.css'
import { DisputeForm } from './DisputeForm'
import { EndDispute } from './EndDispute'
import { SayForm } from './SayForm'

type RowDrawer = OpenRow<Dispute>['drawer']

export function DisputeDrawer({ id, ...drawer }: RowDrawer & { readonly id: string }) {
  const t = useText('statements')
  const query = useQuery(orpc.statements.dispute.queryOptions({ input: { id } }))
  const [editing, setEditing] = useState(false)
  if (editing && query.data) {
    return <DisputeForm about={query.data} dispute={query.data} onClose={() => setEditing(false)} />
  }
  return (
    <Drawer
      {...drawer}
      title={query.data?.title ?? t('disputes.title')}
      wide
      foot={query.data && <Foot dispute={query.data} onEdit={() => setEditing(true)} onRemoved={drawer.onClose} />}
    >
      <Answer query={query}>
        {({ thread, ...dispute }) => (
          <div className={classes.dispute}>
            <About dispute={dispute} />
            <Thread thread={thread} />
            {dispute.closedAt === null && <SayForm id={dispute.id} />}
            <CompareOrders
              key={thread.length}
              dispute={dispute}
              orders={thread
                .map(({ orders }) => orders)
                .join('\n')
                .trim()}
            />
            <EndDispute key={String(dispute.closedAt)} dispute={dispute} />
          </div>
        )}
      </Answer>
    </Drawer>
  )
}

interface FootProps {
  readonly dispute: Dispute
  readonly onEdit: () => void
  readonly onRemoved: () => void
}

function Foot({ dispute: { id, checking, closedAt }, onEdit, onRemoved }: FootProps) {
  const t = useText('statements')
  const remove = useCommand(
    () => api.statements.removeDispute({ id }).then(onRemoved),
    () => t('disputes.removed'),
  )
  const check = useCommand(
    () => api.statements.checkDispute({ id, checking: !checking }),
    ({ checking: isChecked }) => t(isChecked ? 'disputes.checkSaid' : 'disputes.uncheckSaid'),
  )
  return (
    <>
      <Button variant="subtle" color="bad" loading={remove.busy} onClick={() => remove.run()}>
        {t('disputes.remove')}
      </Button>
      <Button variant="default" onClick={onEdit}>
        {t('disputes.edit')}
      </Button>
      {closedAt === null && (
        <Button variant={checking ? 'default' : 'filled'} loading={check.busy} onClick={() => check.run()}>
          {t(checking ? 'disputes.uncheck' : 'disputes.check')}
        </Button>
      )}
    </>
  )
}

function About({ dispute }: { readonly dispute: Dispute }) {
  const t = useText('statements')
  const format = useFormat()
  const { creator, shopName, month, statementNumber, claimed, currency, granted, outcome, owner, note } = dispute
  const money = (amount: number | null) => (amount === null ? null : format.money(amount, currency))
  return (
    <Facts
      facts={[
        [t('columns.creator'), `@${creator}`],
        [t('disputes.shop'), shopName],
        [t('disputes.month'), month === null ? null : format.month(month)],
        [t('columns.number'), statementNumber],
        [t('disputes.claimed'), money(claimed)],
        [t('disputes.owner'), owner],
        ...(dispute.checking ? [[t('columns.state'), t('disputes.checking')] as const] : []),
        ...(note === null ? [] : [[t('form.note'), note] as const]),
        ...(outcome === null ? [] : [[t('end.outcome'), t(`disputes.outcomes.${outcome}`)] as const]),
        ...(granted === null ? [] : [[t('disputes.granted'), money(granted)] as const]),
      ]}
    />
  )
}

function Thread({ thread }: { readonly thread: readonly DisputeNote[] }) {
  const t = useText('statements')
  const format = useFormat()
  if (thread.length === 0) return <p>{t('say.none')}</p>
  return (
    <ol className={classes.thread} aria-label={t('say.thread')}>
      {thread.map(({ id, side, at, person, text, orders }) => (
        <li key={id} data-side={side}>
          <span className={classes.who}>
            {t('say.by', { side: t(`say.sides.${side}`), at: format.instant(at), person: person ?? '' })}
          </span>
          {text !== '' && <p>{text}</p>}
          {orders !== '' && <span className={classes.who}>{t('say.withOrders')}</span>}
        </li>
      ))}
    </ol>
  )
}
