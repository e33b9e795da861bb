/** One dispute: what each side said, the creator's orders beside ours, and how it ends. */

import { useQuery } from '@tanstack/react-query'

import type { Dispute, DisputeNote } from '../../../../shared/contract/statements'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { Facts } from '../../../ui/Facts'
import type { OpenRow } from '../../../ui/use-open-row'
import { CompareOrders } from './CompareOrders'
import classes from './disputes.module.css'
import { EndDispute } from './EndDispute'
import { SayForm } from './SayForm'

type RowDrawer = OpenRow<Dispute>['drawer']

export function DisputeDrawer({ id, ...drawer }: RowDrawer & { readonly id: string }) {
  const t = useText('statements')
  const query = useQuery(orpc.statements.dispute.queryOptions({ input: { id } }))
  return (
    <Drawer {...drawer} title={query.data?.title ?? t('disputes.title')} wide>
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
