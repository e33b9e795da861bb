/** One request at a glance: every rule with what it found, who seems to have it already, what the creator did with samples. */

import { Button } from '@mantine/core'

import type { RepeatedSample, SampleRecord, SampleRequest } from '../../../../shared/contract/sample-requests'
import { isSampleState } from '../../../../shared/domain/samples'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { useNow } from '../../../session/now'
import { goTo } from '../../../session/place'
import { Facts } from '../../../ui/Facts'
import { StateMark } from '../../../ui/StateMark'
import classes from './requests.module.css'
import { TONES, useRuleWords } from './rule-words'

export interface RequestPeekProps {
  readonly request: SampleRequest
  readonly onClose: () => void
}

export function RequestPeek({ request, onClose }: RequestPeekProps) {
  const t = useText('sampleRequests')
  const format = useFormat()
  const say = useRuleWords()
  useKeys({ [KEYS.closeDetail.keys[0]]: onClose })
  const { sample, displayName, lines, currency, repeats, repeated, needsPaper, record, free, floor } = request
  const handle = sample.handle ?? ''
  const stock =
    (free === null ? t('peek.uncounted') : format.count(free)) +
    (floor === null ? '' : ` · ${t('peek.floor', { floor })}`)
  return (
    <aside className={classes.peek} aria-label={handle}>
      <h2>{displayName === null ? handle : `${handle} · ${displayName}`}</h2>
      <p className={classes.quiet}>{sample.productName ?? sample.productId}</p>
      <Button size="compact-xs" variant="default" onClick={() => goTo('creators', { creator: sample.creatorId })}>
        {t('peek.openCreator')}
      </Button>
      <h3>{t('peek.rules')}</h3>
      {lines.length === 0 ? (
        <p className={classes.quiet}>{t('peek.none')}</p>
      ) : (
        <ul className={classes.list}>
          {lines.map((line) => (
            <li key={line.rule}>
              <StateMark tone={TONES[line.result]}>{say(line, currency)}</StateMark>
            </li>
          ))}
        </ul>
      )}
      {needsPaper && <StateMark tone="bad">{t('peek.needsPaper')}</StateMark>}
      {repeated > 0 && (
        <>
          <h3>{t('peek.repeats', { count: repeated })}</h3>
          <ul className={classes.list}>
            {repeats.map((repeat, at) => (
              <Repeat key={repeat.sampleId ?? at} repeat={repeat} />
            ))}
          </ul>
        </>
      )}
      <h3>{t('peek.record')}</h3>
      <RecordFacts record={record} />
      <h3>{t('peek.request')}</h3>
      <Facts
        facts={[
          [t('peek.variation'), sample.variation],
          [t('peek.free'), stock],
          [
            t('peek.reviewBy'),
            sample.deadlines.review === null ? t('peek.noRule') : format.day(sample.deadlines.review.day),
          ],
          [t('peek.recipient'), sample.recipient],
          [t('peek.phone'), sample.phone],
          [t('peek.address'), sample.address],
        ]}
      />
    </aside>
  )
}

/** What somebody did with samples at all shops. */
export function RecordFacts({ record }: { readonly record: SampleRecord }) {
  const t = useText('sampleRequests')
  const format = useFormat()
  return (
    <>
      <p className={classes.quiet}>{t(record.isProven ? 'peek.proven' : 'peek.new')}</p>
      <Facts
        facts={(['open', 'posts', 'ended', 'ghosted'] as const).map((key) => [
          t(`peek.${key}`),
          format.count(record[key]),
        ])}
      />
    </>
  )
}

function Repeat({ repeat }: { readonly repeat: RepeatedSample }) {
  const t = useText('sampleRequests')
  const words = useText('words')
  const format = useFormat()
  const now = useNow()
  const { handle, productName, product, state, sentAt, by, recipient, phone, address, payee } = repeat
  const details = [recipient, phone, address, payee].filter((text) => text !== null && text !== '')
  return (
    <li>
      <StateMark tone="watch">
        {t('repeatLine', {
          handle: handle === null ? t('peek.elsewhere') : `@${handle}`,
          product: t(product === 'same' ? 'sameProduct' : 'sameClient'),
          state: isSampleState(state) ? words(`sampleState.${state}`) : state,
          by: format.list(by.map((clue) => t(`by.${clue}`))),
        })}
      </StateMark>
      <div className={classes.quiet}>
        {[
          ...(product === 'same' || productName === null ? [] : [productName]),
          ...(sentAt === null ? [] : [t('sent', { when: format.ago(sentAt, now) })]),
          ...details,
        ].join(' · ')}
      </div>
    </li>
  )
}
