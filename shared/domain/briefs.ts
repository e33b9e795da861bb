/**
 * Briefs: what creators are asked to make, in versions that never change.
 *
 * The words may be given in English and Chinese; what one language leaves blank is shown in the other.
 */

import { z } from '../schema'
import { diff, type DiffPart } from './templates'

export const BRIEF_LANGUAGES = ['en', 'zh-CN'] as const
export type BriefLanguage = (typeof BRIEF_LANGUAGES)[number]

/** In the order in which a creator reads them. Each is a text; where it is a list, one point a line. */
export const BRIEF_SECTIONS = [
  'audience',
  'deliverables',
  'claims',
  'hooks',
  'shots',
  'dos',
  'donts',
  'disclosure',
  'links',
] as const
export type BriefSection = (typeof BRIEF_SECTIONS)[number]

const Words = z.object(
  // Every section is one of the list above.
  Object.fromEntries(BRIEF_SECTIONS.map((section) => [section, z.string().max(8000).default('')])) as Record<
    BriefSection,
    z.ZodDefault<z.ZodString>
  >,
)
export type BriefWords = z.output<typeof Words>

export const BriefBody = z.object({
  /** TikTok's numbers of the products it is about. */
  products: z.array(z.string().max(64)).max(100).default([]),
  texts: z.object({ en: Words.default(Words.parse({})), 'zh-CN': Words.default(Words.parse({})) }),
})
export type BriefBody = z.output<typeof BriefBody>

export const NO_WORDS: BriefWords = Words.parse({})
export const NO_BODY: BriefBody = { products: [], texts: { en: NO_WORDS, 'zh-CN': NO_WORDS } }

/** A stored body; what a newer program or a merge made of it shows as far as it can be read. */
export function readBriefBody(value: unknown): BriefBody {
  return z.safeParse(BriefBody, value).data ?? NO_BODY
}

/** The text of a section in a language, else in the other one; '' where nobody wrote it. */
export function sectionText(body: BriefBody, section: BriefSection, language: BriefLanguage): string {
  const own = body.texts[language][section].trim()
  const other = BRIEF_LANGUAGES.find((one) => one !== language) ?? language
  return own === '' ? body.texts[other][section].trim() : own
}

/** Text as it is kept: NFC, line ends of one kind, no blank ends. */
export function tidyBody(body: BriefBody): BriefBody {
  const tidy = (words: BriefWords): BriefWords => ({
    ...words,
    ...Object.fromEntries(
      BRIEF_SECTIONS.map((section) => [section, words[section].normalize('NFC').replaceAll(/\r\n?/gu, '\n').trim()]),
    ),
  })
  return {
    products: [...new Set(body.products)],
    texts: { en: tidy(body.texts.en), 'zh-CN': tidy(body.texts['zh-CN']) },
  }
}

export function isSameBody(a: BriefBody, b: BriefBody): boolean {
  return (
    a.products.join('\n') === b.products.join('\n') &&
    BRIEF_LANGUAGES.every((language) =>
      BRIEF_SECTIONS.every((section) => a.texts[language][section] === b.texts[language][section]),
    )
  )
}

export interface SectionDiff {
  readonly section: BriefSection | 'products'
  readonly language: BriefLanguage | null
  readonly parts: readonly DiffPart[]
}

/** The sections in which two versions differ, with what went and what came. */
export function diffBodies(before: BriefBody, after: BriefBody): readonly SectionDiff[] {
  const products = [before.products.join('\n'), after.products.join('\n')] as const
  const sections = BRIEF_LANGUAGES.flatMap((language) =>
    BRIEF_SECTIONS.map((section) => ({
      section,
      language,
      before: before.texts[language][section],
      after: after.texts[language][section],
    })),
  )
  return [
    ...(products[0] === products[1]
      ? []
      : [{ section: 'products' as const, language: null, parts: diff(...products) }]),
    ...sections.flatMap((one) =>
      one.before === one.after
        ? []
        : [{ section: one.section, language: one.language, parts: diff(one.before, one.after) }],
    ),
  ]
}

/** A version's place among those of its brief; two people may write the same number on the way to each other. */
export interface Versioned {
  readonly id: string
  readonly version: number
  readonly at: number
}

/** Oldest first; of one number the one that was written first, then by id. */
export function byVersion(a: Versioned, b: Versioned): number {
  return a.version - b.version || a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** How a version is called: `3`, and `3b` where two people wrote a third one at the same time. */
export function versionNames(versions: readonly Versioned[]): ReadonlyMap<string, string> {
  const sorted = versions.toSorted(byVersion)
  return new Map(
    sorted.map(({ id, version }) => {
      const same = sorted.filter((one) => one.version === version)
      const place = same.findIndex((one) => one.id === id)
      return [id, place === 0 ? String(version) : `${version}${String.fromCharCode(97 + Math.min(place, 25))}`]
    }),
  )
}
