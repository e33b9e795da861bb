/** What a change of a rate means, before it is written. */

import { Divider } from '@mantine/core'

import type { RatePreview } from '../../../../shared/contract/campaign-views'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark } from '../../../ui/StateMark'
import classes from '../campaigns.module.css'
import { rateText } from '../../../format/rates'
import { aheadText } from '../rate-text'

export interface RateEffectsProps {
  readonly effect: RatePreview
  readonly rate: number
  readonly fromDay: string
}

export function RateEffects({ effect, rate, fromDay }: RateEffectsProps) {
  const t = useText('campaigns')
  const format = useFormat()
  const { kind, before, lockDays, lockAssumed, creators, atOnce } = effect
  const said = {
    before: rateText(before, format),
    after: rateText(rate, format),
    rate: rateText(rate, format),
    day: format.day(fromDay),
    days: lockDays,
  }
  return (
    <section className={classes.stack} aria-label={t('rates.preview')} aria-live="polite">
      <Divider mt="md" label={t('rates.preview')} labelPosition="left" />
      <p className={classes.text}>{t(`rates.${kind}`, said)}</p>
      {kind === 'cut' && lockAssumed && <StateMark tone="watch">{t('rates.assumed', said)}</StateMark>}
      {creators.length > 0 && (
        <>
          <StateMark tone="held">{t('rates.keeps', { count: creators.length })}</StateMark>
          <SmallTable
            label={t('rates.preview')}
            columns={[{ title: t('rates.creator') }, { title: t('rates.joined') }, { title: t('rates.ahead') }]}
            rows={creators.map((creator) => ({
              key: creator.creatorId,
              cells: [
                creator.handle,
                creator.joinedOn === null ? t('rates.unknownSince') : format.day(creator.joinedOn),
                aheadText(creator.ahead, format, t),
              ],
            }))}
          />
        </>
      )}
      {kind === 'cut' && creators.length === 0 && <p className={classes.text}>{t('rates.nobodyKeeps')}</p>}
      {atOnce > 0 && <p className={classes.text}>{t('rates.atOnce', { count: atOnce })}</p>}
    </section>
  )
}
