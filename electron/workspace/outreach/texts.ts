/** Templates as people see them, and their texts filled for one creator. */

import type { ReadableDb } from '../../../db/database'
import { listTemplates, listVersions, messagesAndReplies, type VersionRow } from '../../../db/repositories/outreach'
import { ratesWithShop, type VettedCreator, vettedCreators } from '../../../db/repositories/vetting'
import type { FilledText, ReplyRateView, Template, TemplateTextView } from '../../../shared/contract/outreach-templates'
import type { Shop } from '../../../shared/contract/shops'
import { type ReplyRate, replyRates } from '../../../shared/domain/reply-rates'
import { CHANNELS, fill, languagesFor, lengthOf, newestTexts, textFor } from '../../../shared/domain/templates'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'

const NONE: ReplyRateView = { sent: 0, replied: 0, waiting: 0 }

type Rates = ReadonlyMap<string, ReplyRate>

/** By text how often it was answered, all of a person's names taken as one. */
export function ratesNow(db: ReadableDb, now: number): Rates {
  const merged = mergedCreators(db)
  const said = messagesAndReplies(db).map((one) => ({ ...one, creator: merged.get(one.creator) ?? one.creator }))
  return replyRates(said, now)
}

/** A text with how often it was answered. */
export function toText({ id, language, version, body }: VersionRow, rates: Rates): TemplateTextView {
  return { id, language, version, body, rate: rates.get(id) ?? NONE }
}

/** Every template that is not deleted, with the newest text of each language. */
export function allTemplates(db: ReadableDb, now: number): Template[] {
  const rates = ratesNow(db, now)
  const versions = new Map<string, VersionRow[]>()
  for (const version of listVersions(db)) {
    const texts = versions.get(version.templateId) ?? []
    texts.push(version)
    versions.set(version.templateId, texts)
  }
  return listTemplates(db).map(({ id, name, archived, order, ...rest }) => ({
    ...rest,
    id,
    name: name ?? id,
    archived: archived === 1,
    order: order ?? 0,
    texts: newestTexts(versions.get(id) ?? []).map((text) => toText(text, rates)),
  }))
}

/** Whom a text is for, and from whom. */
export interface Addressee {
  readonly creator: VettedCreator
  readonly shop: Shop | null
  /** Commission in basis points. */
  readonly rate: number | null
}

/** These creators, in this order, with what texts need to know; none for one that is not there. */
export function addressees(db: ReadableDb, creatorIds: readonly string[], shop: Shop | null): Map<string, Addressee> {
  const rates = new Map(
    shop === null
      ? []
      : ratesWithShop(db, shop.id, creatorIds).map(({ creatorId, rate }) => [creatorId, rate] as const),
  )
  const creators = new Map(vettedCreators(db, creatorIds).map((creator) => [creator.id, creator]))
  return new Map(
    creatorIds.flatMap((id) => {
      const creator = creators.get(id)
      return creator ? [[id, { creator, shop, rate: rates.get(id) ?? null }] as const] : []
    }),
  )
}

/** A template's text in the creator's language, filled; null where it has no text at all. */
export function filledText(
  context: WorkspaceContext,
  template: Template,
  { creator, shop, rate }: Addressee,
  given: Readonly<Record<string, string>>,
): FilledText | null {
  const languages = languagesFor(creator.language, creator.market ?? shop?.market ?? null)
  const chosen = textFor(template.texts, languages)
  if (chosen === null) return null
  const values = {
    handle: creator.handle,
    name: creator.displayName ?? creator.handle,
    shop: shop?.name ?? null,
    brand: shop?.clientName ?? null,
    market: shop?.market ?? creator.market,
    rate: rate === null ? null : `${rate / 100}%`,
    me: context.author(),
    ...given,
  }
  const { text, parts, missing } = fill(chosen.body, values)
  return {
    templateId: template.id,
    templateVersionId: chosen.id,
    name: template.name,
    channel: template.channel,
    language: chosen.language,
    fallback: !chosen.language.toLowerCase().startsWith(languages[0] ?? ''),
    text,
    parts: [...parts],
    missing: [...missing],
    length: lengthOf(text),
    limit: CHANNELS.find(({ key }) => key === template.channel)?.limit ?? null,
    rate: chosen.rate,
  }
}
