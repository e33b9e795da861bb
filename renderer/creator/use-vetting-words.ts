/** What vetting found, in sentences: flags with their figures, warnings with who and when, lines of the score. */

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { Assessment, Decision, Flag, ScoreLine, Warning } from '../../shared/contract/vetting'
import { INCIDENTS, LIST_VERDICTS, VERDICTS } from '../../shared/domain/decisions'
import type { Criterion } from '../../shared/domain/fit-score'
import type { MetricSource } from '../../shared/domain/metrics'
import { type ReasonCode, SHIPPED_REASONS } from '../../shared/domain/reasons'
import { orpc } from '../api'
import { type Format, useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { useNow } from '../session/now'

const BASIS_POINTS = 10_000
const SHIPPED_TIER_KEYS = ['nano', 'mid', 'upperMid', 'head'] as const

export type VettingWords = ReturnType<typeof names> & ReturnType<typeof sentences>

export function useVettingWords(): VettingWords {
  const t = useText('vetting')
  const words = useText('words')
  const format = useFormat()
  const now = useNow()
  const reasons = useQuery(orpc.vetting.rules.queryOptions({ input: {} })).data?.reasons
  return useMemo(() => {
    const markets: Readonly<Record<string, string>> = words('market', { returnObjects: true })
    const sayer = { t, format, now, markets, reasons }
    const named = names(sayer)
    return { ...named, ...sentences(sayer, named) }
  }, [t, words, format, now, reasons])
}

interface Words extends Sayer {
  readonly now: number
  readonly markets: Readonly<Record<string, string>>
  readonly reasons: readonly ReasonCode[] | undefined
}

/** Words for codes: markets, reasons, verdicts, tiers. */
function names({ t, markets, reasons }: Words) {
  return {
    market: (code: string): string => markets[code] ?? code,
    reason: (key: string | null): string => {
      if (key === null) return t('warning.noReason')
      const own = reasons?.find((one) => one.key === key)?.name
      // The catalogue has a word for every shipped key; a test holds that.
      const shipped = SHIPPED_REASONS.some((one) => one.key === key)
      return own ?? (shipped ? t(`reason.${key}` as 'reason.other') : key)
    },
    verdict: ({ kind, verdict: said }: Pick<Decision, 'kind' | 'verdict'>): string => {
      const incident = INCIDENTS.find((one) => one === said)
      const list = LIST_VERDICTS.find((one) => one === said)
      const verdict = VERDICTS.find((one) => one === said)
      if (kind === 'incident') return incident ? t(`incident.${incident}`) : said
      if (kind === 'list') return list ? t(`list.${list}`) : said
      return verdict ? t(`verdict.${verdict}`) : said
    },
    tier: (tier: Assessment['tier']): string | null => {
      if (tier === null) return null
      const shipped = SHIPPED_TIER_KEYS.find((key) => key === tier.key)
      return tier.name ?? (shipped ? t(`tier.${shipped}`) : tier.key)
    },
  }
}

/** What was found or decided, with figures, who and when. */
function sentences({ t, format, now }: Words, { market, reason }: ReturnType<typeof names>) {
  return {
    by: ({ person, at, elsewhere }: Decision): string =>
      t('decide.by', {
        person: elsewhere ? t('decide.elsewhere') : (person ?? t('warning.somebody')),
        when: format.ago(at, now),
      }),
    origin: (source: MetricSource, at: number, stale: boolean): string =>
      t(stale ? 'source.stale' : 'source.line', { source: t(`source.${source}`), when: format.ago(at, now) }),
    match: ({ about, seen, wanted }: Assessment['match']['reasons'][number]): string =>
      t(`match.${about}`, { seen: market(seen), wanted: market(wanted) }),
    flag: (flag: Flag): string => {
      const show = (value: number) => flagValue(flag, value, format)
      return t(`flag.${flag.flag}.${flag.side}`, { value: show(flag.value), bound: show(flag.bound) })
    },
    /** The figures that a flag was worked out from. */
    parts: (flag: Flag): string =>
      format.list(Object.entries(flag.parts).map(([name, value]) => partText(flag, name, value, { t, format }))),
    warning: (warning: Warning): string => warningText(warning, { t, format, reason }),
    seen: (line: ScoreLine, currency: string): string => seenText(line, currency, { t, format, market }),
    scale: ({ criterion, scale }: ScoreLine, currency: string): string =>
      t('score.scale', {
        from: figureText(criterion, scale.from, currency, { t, format }),
        to: figureText(criterion, scale.to, currency, { t, format }),
        weight: scale.weight,
      }),
  }
}

function partText({ currency }: Flag, name: string, value: number, { t, format }: Sayer): string {
  const part = PARTS.find((one) => one === name)
  const isMoney = part === 'gmv' || part === 'videoGmv'
  const text = isMoney && currency ? format.money(value, currency) : format.count(value)
  return `${part ? t(`flag.part.${part}`) : name} ${text}`
}

type Text = ReturnType<typeof useText<'vetting'>>
interface Sayer {
  readonly t: Text
  readonly format: Format
}

const PARTS = [
  'comments',
  'likes',
  'avgViews',
  'followers',
  'followersBefore',
  'videoViews',
  'videoGmv',
  'gmv',
] as const

function flagValue({ flag, currency }: Flag, value: number, format: Format): string {
  if (flag === 'gmvPerThousandViews') return currency ? format.money(value, currency) : format.count(value)
  return format.percent(value / BASIS_POINTS, 2)
}

const YES_NO: ReadonlySet<Criterion> = new Set(['category', 'audienceMarket', 'language'])
const MONEY: ReadonlySet<Criterion> = new Set(['gpm', 'ownResults'])

function figureText(criterion: Criterion, value: number, currency: string, { t, format }: Sayer): string {
  if (YES_NO.has(criterion)) return value > 0 ? t('score.fits') : t('score.fitsNot')
  return MONEY.has(criterion) ? format.money(value, currency) : format.percent(value / BASIS_POINTS, 1)
}

function seenText(
  { criterion, seen, text }: ScoreLine,
  currency: string,
  { market, ...sayer }: Sayer & { readonly market: (code: string) => string },
): string {
  if (seen === null) return text === null ? sayer.t('score.notKnown') : market(text)
  if (text === null) return figureText(criterion, seen, currency, sayer)
  return criterion === 'audienceMarket' ? market(text) : text
}

function warningText(
  { rule, count, limit, person, decision }: Warning,
  { t, format, reason }: Sayer & { readonly reason: (key: string | null) => string },
): string {
  const who = person ?? t('warning.somebody')
  switch (rule) {
    case 'blocked': {
      const level = t(`level.${decision?.level ?? 'agency'}`)
      const why = decision?.elsewhere ? t('decide.elsewhere') : reason(decision?.reason ?? null)
      const until = decision?.expires
      return until
        ? t('warning.blockedUntil', { level, reason: why, day: format.day(until) })
        : t('warning.blocked', { level, reason: why })
    }
    case 'declined':
      return t('warning.declined', { person: who, reason: reason(decision?.reason ?? null) })
    case 'unposted':
      return t('warning.unposted', { count: count ?? 0, limit: limit ?? 0 })
    case 'contactedLately':
      return t('warning.contactedLately', { person: who, count: count ?? 0, limit: limit ?? 0 })
    case 'sampledLately':
      return t('warning.sampledLately', { count: count ?? 0, limit: limit ?? 0 })
    case 'flagged':
      return t('warning.flagged', { count: count ?? 0 })
    case 'marketMismatch':
      // Its reasons are said one by one, from the match itself.
      return ''
  }
}
