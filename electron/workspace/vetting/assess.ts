/** Everything that speaks for or against a creator for a shop, put together from records, sources and order lines. */

import { ratesWithShop } from '../../../db/repositories/vetting'
import type { Assessment, Score, Warned, Warning as ShownWarning } from '../../../shared/contract/vetting'
import type { Shop } from '../../../shared/contract/shops'
import { decimalsOf } from '../../../shared/domain/currencies'
import { newestDecision, standingOnLists } from '../../../shared/domain/decisions'
import { type Criterion, makeScorer, type Scorer } from '../../../shared/domain/fit-score'
import { type Flag, flagsOf } from '../../../shared/domain/flags'
import { marketMatch, type MarketMatch } from '../../../shared/domain/market-match'
import { type Figures, latestFigures } from '../../../shared/domain/metrics'
import { rateFinder } from '../../../shared/domain/rates'
import { type Convert, FIGURE_OF, scoreInputOf } from '../../../shared/domain/score-input'
import { tierOf } from '../../../shared/domain/tiers'
import { type Warning, warningsOf } from '../../../shared/domain/warnings'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'
import { today } from '../support'
import { lastSamples, ownResults } from './own-results'
import { type VettingRules, vettingRules } from './rules'
import { shown, type Sight, sightOf } from './sight'
import { type Subject, subjectsOf } from './subjects'

/** What all creators of one question share. */
interface Question {
  readonly shop: Shop | null
  readonly rules: VettingRules
  readonly sight: Sight | null
  readonly now: number
  readonly day: string
}

/** In the order asked, each person once. */
export async function assess(
  context: WorkspaceContext,
  creatorIds: readonly string[],
  shopId: string | null,
): Promise<Assessment[]> {
  const question = questionOf(context, shopId)
  const subjects = subjectsOf(context, creatorIds)
  const scorer = makeScorer(question.rules.profile(shopId))
  const { currency } = scorer.profile
  const convert = converter(context, currency)
  const results = await ownResults(context, subjects, currency)
  const samples = await lastSamples(context, subjects, question.rules.decisions.sampleDays)
  const rates = ratesOf(context, shopId, subjects)
  return subjects.map((subject) => {
    const { creator, observations } = subject
    const { id: creatorId, handle, displayName, market, category, audienceMarket, audienceLanguage } = creator
    const figures = latestFigures(observations, question.now)
    const own = results.get(handle) ?? null
    const rate = rates.get(subject.id) ?? null
    const found = warned(subject, question, samples.get(handle) ?? null)
    const input = scoreInputOf(
      { creator, figures, results: own, rate },
      question.shop?.market ?? null,
      scorer.profile,
      convert,
    )
    const tier = tierOf(figures.followers?.value ?? null, market, question.rules.tiers)
    return {
      creatorId,
      handle,
      displayName,
      market,
      category,
      audienceMarket,
      audienceLanguage,
      tier: tier && { key: tier.key, name: tier.name },
      figures: figuresShown(figures),
      flags: found.flags.map(flagShown),
      match: { state: found.match.state, reasons: [...found.match.reasons] },
      score: scoreShown(scorer, input, figures, subject),
      decision: found.verdict && shown(found.verdict, question.sight),
      standing: found.standing.map((one) => shown(one, question.sight)),
      warnings: found.warnings.map((one) => warningShown(one, question.sight)),
      results: own,
      rate,
    }
  })
}

/** Creators with something to know before contacting or approving them. */
export async function warningsFor(
  context: WorkspaceContext,
  creatorIds: readonly string[],
  shopId: string | null,
): Promise<Warned[]> {
  const question = questionOf(context, shopId)
  const subjects = subjectsOf(context, creatorIds)
  const samples = await lastSamples(context, subjects, question.rules.decisions.sampleDays)
  return subjects.flatMap((subject) => {
    const { warnings, match } = warned(subject, question, samples.get(subject.creator.handle) ?? null)
    if (warnings.length === 0) return []
    return [
      {
        creatorId: subject.id,
        handle: subject.creator.handle,
        warnings: warnings.map((one) => warningShown(one, question.sight)),
        match: { state: match.state, reasons: [...match.reasons] },
      },
    ]
  })
}

function questionOf(context: WorkspaceContext, shopId: string | null): Question {
  const { db } = context.host.current().workspace
  return {
    shop: shopId === null ? null : findShop(db, shopId),
    rules: vettingRules(db),
    sight: sightOf(context),
    now: context.now(),
    day: today(context),
  }
}

function warned(subject: Subject, { shop, rules, now, day }: Question, lastSampleAt: number | null) {
  const { decisions, contacts, creator, observations } = subject
  const standing = standingOnLists(decisions, { shopId: shop?.id ?? null, clientId: shop?.clientId ?? null, day })
  const verdict = newestDecision(decisions, shop?.id ?? null)
  const flags = flagsOf(observations, rules.flags)
  const match: MarketMatch = shop ? marketMatch(creator, shop.market) : { state: 'unknown', reasons: [] }
  const lastSent = contacts.findLast(({ kind }) => kind === 'sent') ?? null
  const warnings = warningsOf(
    {
      standing,
      verdict,
      lastSent: lastSent && { at: lastSent.at, person: lastSent.person },
      lastReplyAt: contacts.findLast(({ kind }) => kind === 'replied')?.at ?? null,
      lastSampleAt,
      unposted: unpostedOf(subject, shop?.id ?? null),
      match,
      flags,
      now,
    },
    rules.decisions,
  )
  return { standing, verdict: verdict?.verdict === 'undecided' ? null : verdict, flags, match, warnings }
}

/** Samples without a post: as people noted them, or as the newest source of the shop counts them, whichever is more. */
function unpostedOf({ decisions, observations }: Subject, shopId: string | null): number {
  const noted = decisions.filter(({ kind, verdict }) => kind === 'incident' && verdict === 'noPost').length
  const counted = observations.findLast(
    ({ values, shopId: of }) =>
      (shopId === null || of === shopId) && values.samplesShipped !== undefined && values.sampleContent !== undefined,
  )
  return Math.max(noted, (counted?.values.samplesShipped ?? 0) - (counted?.values.sampleContent ?? 0))
}

/** Rates with the shop; where several names of one person have one, that of the name that stands for them. */
function ratesOf(context: WorkspaceContext, shopId: string | null, subjects: readonly Subject[]) {
  if (shopId === null) return new Map<string, number>()
  const { db } = context.host.current().workspace
  const ids = subjects.flatMap((subject) => subject.ids)
  const known = new Map(ratesWithShop(db, shopId, ids).map(({ creatorId, rate }) => [creatorId, rate]))
  return new Map(
    subjects.flatMap((subject) => {
      const rate = subject.ids.map((id) => known.get(id)).find((one) => one !== undefined)
      return rate === undefined ? [] : [[subject.id, rate] as const]
    }),
  )
}

/** By the rate of today, so that everybody's list shows the same until a rate is entered. */
export function converter(context: WorkspaceContext, currency: string): Convert {
  const { lists } = context.host.current()
  const find = rateFinder(lists.rates(), lists.rateLocks())
  const day = today(context)
  return (amount, base) => {
    if (base === currency) return amount
    const rate = find(base, currency, day)
    return rate && Math.round(amount * rate.value * 10 ** (decimalsOf(currency) - decimalsOf(base)))
  }
}

function scoreShown(
  scorer: Scorer,
  input: Parameters<Scorer['score']>[0],
  figures: Figures,
  { creator }: Subject,
): Score {
  const texts: Readonly<Partial<Record<Criterion, string | null>>> = {
    category: creator.category,
    audienceMarket: creator.audienceMarket ?? creator.market,
    language: creator.audienceLanguage ?? creator.language,
  }
  const { lines, ...score } = scorer.score(input)
  return {
    ...score,
    currency: scorer.profile.currency,
    lines: lines.map((line) => {
      const name = Object.entries(FIGURE_OF).find(([criterion]) => criterion === line.criterion)?.[1]
      const figure = name && figures[name]
      return {
        ...line,
        text: texts[line.criterion] ?? null,
        origin: figure ? { ...sourceOf(figure), stale: figure.stale } : null,
      }
    }),
  }
}

function figuresShown(figures: Figures): Assessment['figures'] {
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => {
      const { value, currency, stale, disagrees } = figure
      return [name, { ...sourceOf(figure), value, currency, stale, disagrees }]
    }),
  )
}

function flagShown({ seen, before, parts, ...flag }: Flag): Assessment['flags'][number] {
  return { ...flag, ...sourceOf(seen), parts: { ...parts }, beforeAt: before?.observedAt ?? null }
}

type Sourced = Pick<Flag['seen'], 'source' | 'periodFrom' | 'periodTo' | 'observedAt'>

function sourceOf({ source, periodFrom, periodTo, observedAt }: Sourced): Sourced {
  return { source, periodFrom, periodTo, observedAt }
}

function warningShown({ decision, person, ...warning }: Warning, sight: Sight | null): ShownWarning {
  const seen = decision && shown(decision, sight)
  return { ...warning, decision: seen, person: seen?.elsewhere ? null : person }
}
