/** What a script or video is held against: brief, claim sheet, disclosure; and what is said about it: grade, feedback, link. */

import { Checkbox } from '@mantine/core'

import type { Review } from '../../../shared/contract/reviews'
import { api } from '../../api'
import { HERE, whenText, zoneName } from '../../creator/clocks'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useNow } from '../../session/now'
import { Facts } from '../../ui/Facts'
import { StateMark, type Tone } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import { briefPoints } from './brief-points'
import { Feedback } from './Feedback'
import { GradePanel } from './GradePanel'
import { Publish } from './Publish'
import classes from './reviews.module.css'

interface SideProps {
  readonly review: Review
  /** The words of the version that is shown. */
  readonly script: string | null
}

export function Side({ review, script }: SideProps) {
  const t = useText('reviews')
  const online = review.state === 'approved' || review.state === 'corrections' || review.state === 'published'
  return (
    // Scrolls by keys once it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className={classes.side} aria-label={t('side')} tabIndex={0}>
      {online && !review.hold && <Publish review={review} />}
      <GradePanel review={review} />
      <Feedback review={review} />
      <Disclosure review={review} />
      <Checklist review={review} />
      <Claims review={review} script={script} />
      <Times review={review} />
    </aside>
  )
}

function Checklist({ review: { id, brief, checklist } }: { readonly review: Review }) {
  const t = useText('reviews')
  const tick = useCommand(
    (ticked: string[]) => api.reviews.put({ id, fields: { checklist: { ...checklist, ticked } } }),
    () => '',
  )
  const format = useFormat()
  const { ticked } = checklist
  return (
    <section className={classes.panel}>
      <h3 className={classes.part}>{t('checklist.title')}</h3>
      {brief === null && <p className={classes.quiet}>{t('checklist.none')}</p>}
      {brief && (
        <p className={classes.quiet}>{t('checklist.from', { title: brief.title ?? '', version: brief.version })}</p>
      )}
      {brief &&
        briefPoints(brief.body, format.language).map(({ key, text }) => (
          <Checkbox
            key={key}
            label={text}
            checked={ticked.includes(key)}
            onChange={({ currentTarget: { checked } }) =>
              tick.run(checked ? [...ticked, key] : ticked.filter((one) => one !== key))
            }
          />
        ))}
    </section>
  )
}

function Disclosure({ review: { id, checklist } }: { readonly review: Review }) {
  const t = useText('reviews')
  const set = useCommand(
    (disclosed: boolean) => api.reviews.put({ id, fields: { checklist: { ...checklist, disclosed } } }),
    () => '',
  )
  const is = checklist.disclosed === true
  useKeys({ [KEYS.disclosed.keys[0]]: () => set.run(!is) })
  return (
    <section className={classes.panel}>
      <h3 className={classes.part}>
        {t('disclosure.title')} {!is && <StateMark tone="watch">{t('disclosure.missing')}</StateMark>}
      </h3>
      <Checkbox
        label={t('disclosure.box')}
        checked={is}
        onChange={({ currentTarget: { checked } }) => set.run(checked)}
      />
    </section>
  )
}

const CLAIM_TONES: Readonly<Record<Review['claims'][number]['kind'], Tone>> = {
  mustSay: 'watch',
  disclosure: 'watch',
  forbidden: 'bad',
  allowed: 'good',
}

function Claims({ review: { productId, claims }, script }: SideProps) {
  const t = useText('reviews')
  const spoken = script?.toLowerCase() ?? null
  return (
    <section className={classes.panel}>
      <h3 className={classes.part}>{t('claims.title')}</h3>
      {claims.length === 0 && (
        <p className={classes.quiet}>{productId === null ? t('claims.noProduct') : t('claims.none')}</p>
      )}
      <ul className={classes.claims}>
        {claims.map(({ id, kind, text, known, proof }) => {
          const said = spoken !== null && known.some((term) => spoken.includes(term.toLowerCase()))
          return (
            <li key={id}>
              <StateMark tone={CLAIM_TONES[kind]}>{t(`claims.kinds.${kind}`)}</StateMark> {text}
              {spoken !== null && kind !== 'allowed' && (
                <span className={classes.quiet}> · {said ? t('claims.found') : t('claims.missing')}</span>
              )}
              {(proof === 'missing' || proof === 'expired') && (
                <span className={classes.quiet}> · {t(`claims.proof.${proof}`)}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Times({ review }: { readonly review: Review }) {
  const t = useText('reviews')
  const format = useFormat()
  const now = useNow()
  const { due, publishFrom, publishTo, reviewer, deputy, campaign, product, productId, market } = review
  const when = (at: number | null) =>
    at !== null && t('inZone', { time: whenText(format, at, HERE, now), zone: zoneName(HERE) })
  const best =
    publishFrom === null ? null : [when(publishFrom), publishTo === null ? '' : format.clock(publishTo, HERE)]
  return (
    <section className={classes.panel}>
      <Facts
        facts={[
          [t('due'), when(due) || null],
          [t('best'), best === null ? null : best.filter(Boolean).join(' – ')],
          [t('reviewer'), reviewer],
          [t('deputy'), deputy],
          [t('campaign'), campaign],
          [t('product'), product ?? productId],
          [t('market'), market],
        ]}
      />
      <p className={classes.quiet}>{t('bestAdvice')}</p>
    </section>
  )
}
