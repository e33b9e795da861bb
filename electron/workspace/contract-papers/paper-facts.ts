/** What a contract's paper says, put into words: the same for the PDF and the Word file. */

import type { Bilingual, BodyClause, ContractBody } from '../../../shared/domain/contract-body'
import { dayInZone, minuteInZone } from '../../../shared/domain/days'
import type { Both } from '../../../shared/domain/proof-words'
import { SIGNING_METHODS, SIGNING_PARTIES, type SigningMethod, type SigningParty } from '../../../shared/domain/signing'
import type { ContractFacts, PaperSignature, ReadableVersion } from './facts'
import { PAPER } from './words'

/** `1. 合作内容` and `1. Deliverables`. */
export function headingOf(clause: BodyClause, at: number): Bilingual {
  const numbered = (title: string): string => (title === '' ? `${at + 1}.` : `${at + 1}. ${title}`)
  return { zh: numbered(clause.title.zh), en: numbered(clause.title.en) }
}

/** Paragraphs beside each other where both languages have as many; else each text whole. */
export function paragraphsOf({ text }: BodyClause): readonly Bilingual[] {
  const [zh, en] = [text.zh.split('\n'), text.en.split('\n')]
  const one = zh.length !== en.length && text.zh !== '' && text.en !== ''
  if (one) return [{ zh: text.zh, en: text.en }]
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, at) => ({ zh: zh[at] ?? '', en: en[at] ?? '' }))
}

export function governsWords({ governs, languages }: ContractBody): Both | null {
  if (languages.length < 2) return null
  return governs === 'zh' ? PAPER.governs : PAPER.governsEn
}

/** Who signs: those that the contract names, at least the creator and one of the others. */
export function signingParties({ parties }: ContractBody): readonly SigningParty[] {
  const named = SIGNING_PARTIES.filter((party) => parties[party] !== '')
  const others = named.filter((party) => party !== 'creator')
  return [...(others.length > 0 ? others : (['agency'] as const)), 'creator']
}

/** The last signature of a party below a version. */
export function signatureOf(
  { signatures }: ContractFacts,
  { id }: ReadableVersion,
  party: SigningParty,
): PaperSignature | null {
  return signatures.findLast((one) => one.versionId === id && one.party === party) ?? null
}

export function partyOf(party: string): SigningParty {
  return SIGNING_PARTIES.find((known) => known === party) ?? 'agency'
}

export function methodOf(method: string): SigningMethod {
  return SIGNING_METHODS.find((known) => known === method) ?? 'file'
}

/** `2026-03-08 14:05` of a zone's clock. */
export function clock(at: number, zone: string): string {
  const minute = minuteInZone(at, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayInZone(at, zone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** Both clocks: `2026-03-08 06:05 UTC · 2026-03-08 14:05 (Asia/Bangkok)`. */
export function bothClocks(at: number, zone: string): string {
  return `${clock(at, 'UTC')} UTC · ${clock(at, zone)} (${zone})`
}

/** When the last thing happened that a paper tells of: equal facts make equal files, whenever they are made. */
export function lastMoment({ versions, signatures, steps }: ContractFacts): number {
  const moments = [
    ...versions.map(({ at }) => at),
    ...signatures.map(({ at }) => at),
    ...steps.map(({ at }) => at ?? 0),
  ]
  return Math.max(0, ...moments)
}
