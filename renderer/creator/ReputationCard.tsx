/** What a creator was like to work with, over all shops of the agency: counts with how many there were, no grade. */

import { Button, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Reputation } from '../../shared/contract/vetting'
import { type Incident, INCIDENTS, VERDICTS } from '../../shared/domain/decisions'
import { api, orpc } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { usePlace } from '../session/place'
import { useShops } from '../session/shops'
import { Answer } from '../ui/Answer'
import { DASH } from '../ui/dash'
import { ErrorLine } from '../ui/ErrorState'
import { Facts } from '../ui/Facts'
import { SmallTable } from '../ui/SmallTable'
import { useCommand } from '../ui/use-save'
import { useVettingWords } from './use-vetting-words'
import classes from './vetting.module.css'

const HOUR_MS = 3_600_000

export function ReputationCard({ creatorId }: { readonly creatorId: string }) {
  const t = useText('vetting')
  const query = useQuery(orpc.vetting.reputation.queryOptions({ input: { creatorId } }))
  return (
    <section className={classes.panel}>
      <h3 className={classes.title}>{t('reputation.title')}</h3>
      <Answer query={query}>
        {(card) => (
          <>
            <Counts card={card} />
            <Shops card={card} />
            <Decisions card={card} />
            <IncidentForm creatorId={card.creatorId} />
          </>
        )}
      </Answer>
    </section>
  )
}

function Counts({ card }: { readonly card: Reputation }) {
  const t = useText('vetting')
  const format = useFormat()
  const { replies, total, currency } = card
  const counted = (parts: readonly (readonly [word: string, count: number])[]): string | null => {
    const some = parts.filter(([, count]) => count > 0).map(([what, count]) => t('reputation.times', { what, count }))
    return some.length === 0 ? null : format.list(some)
  }
  const hours = replies.medianMs === null ? null : Math.round((replies.medianMs / HOUR_MS) * 10) / 10
  return (
    <Facts
      facts={[
        [t('reputation.contacts'), format.count(replies.sent)],
        [
          t('reputation.speed'),
          hours === null
            ? t('reputation.noReplies')
            : t('reputation.speedOf', { time: t('reputation.hours', { hours }), count: replies.replies }),
        ],
        [t('reputation.verdicts'), counted(VERDICTS.map((one) => [t(`verdict.${one}`), card.verdicts[one] ?? 0]))],
        [
          t('reputation.incidents'),
          counted(INCIDENTS.map((one) => [t(`incident.${one}`), card.incidents[one] ?? 0])) ??
            t('reputation.noIncidents'),
        ],
        [t('reputation.orders'), format.count(total.orders)],
        [
          t('reputation.refunds'),
          total.refundRate === null
            ? null
            : t('reputation.refundsOf', {
                rate: format.percent(total.refundRate),
                gmv: format.money(total.gmv, currency),
              }),
        ],
        [t('reputation.samples'), format.count(total.samples)],
      ]}
    />
  )
}

function Shops({ card: { shops, currency, missingRates } }: { readonly card: Reputation }) {
  const t = useText('vetting')
  const format = useFormat()
  const names = new Map(useShops().map(({ id, name }) => [id, name]))
  if (shops.length === 0) return null
  return (
    <>
      <SmallTable
        label={t('reputation.shops')}
        columns={[
          { title: t('reputation.shop') },
          { title: t('reputation.orders'), figure: true },
          { title: t('reputation.gmv'), figure: true },
          { title: t('reputation.refundRate'), figure: true },
        ]}
        rows={shops.map((shop) => ({
          key: shop.shopId ?? 'others',
          cells: [
            shop.shopId === null ? t('reputation.otherShops') : (names.get(shop.shopId) ?? DASH),
            format.count(shop.orders),
            format.money(shop.gmv, currency),
            shop.refundRate === null ? DASH : format.percent(shop.refundRate),
          ],
        }))}
      />
      {missingRates && <p className={classes.small}>{t('reputation.missingRates')}</p>}
    </>
  )
}

function Decisions({ card: { decisions } }: { readonly card: Reputation }) {
  const t = useText('vetting')
  const words = useVettingWords()
  const names = new Map(useShops().map(({ id, name }) => [id, name]))
  return (
    <div>
      <h3 className={classes.title}>{t('reputation.decisions')}</h3>
      {decisions.length === 0 && <p className={classes.lead}>{t('reputation.noDecisions')}</p>}
      <ul className={classes.list}>
        {decisions.map((one) => (
          <li key={one.id}>
            {[
              words.verdict(one),
              one.shopId === null ? null : names.get(one.shopId),
              one.reason === null ? null : words.reason(one.reason),
              one.note,
            ]
              .filter(Boolean)
              .join(' · ')}
            <div className={classes.small}>{words.by(one)}</div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function IncidentForm({ creatorId }: { readonly creatorId: string }) {
  const t = useText('vetting')
  const { shopId } = usePlace()
  const answers = useQueryClient()
  const [incident, setIncident] = useState<Incident>('postedLate')
  const [note, setNote] = useState('')
  const add = useCommand(
    async () => {
      await api.vetting.addIncident({ creatorId, shopId, incident, note: note.trim() || null })
      await answers.invalidateQueries({ queryKey: orpc.vetting.key() })
      setNote('')
    },
    () => t('reputation.incidentSaved', { incident: t(`incident.${incident}`) }),
  )
  return (
    <div className={classes.form}>
      <Select
        size="xs"
        label={t('reputation.kind')}
        data={INCIDENTS.map((value) => ({ value, label: t(`incident.${value}`) }))}
        value={incident}
        onChange={(value) => setIncident(INCIDENTS.find((one) => one === value) ?? 'postedLate')}
        allowDeselect={false}
      />
      <TextInput
        size="xs"
        label={t('decide.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
      />
      <Button variant="default" loading={add.busy} onClick={() => add.run()}>
        {t('reputation.addIncident')}
      </Button>
      {add.error !== null && <ErrorLine error={add.error} />}
    </div>
  )
}
