/** A brief as it is typed: its facts, and a text per section and language. */

import type { Brief, ClaimLine } from '../../../../shared/contract/briefs'
import {
  BRIEF_LANGUAGES,
  BRIEF_SECTIONS,
  type BriefBody,
  type BriefLanguage,
  type BriefSection,
  NO_BODY,
} from '../../../../shared/domain/briefs'
import type { ContentForm } from '../../../../shared/domain/quotes'

export type BriefDraft = {
  readonly title: string
  readonly contentForm: ContentForm
  readonly slots: string
  readonly deadline: string
  readonly archived: boolean
  readonly note: string
  readonly products: readonly string[]
} & Readonly<Record<TextName, string>>

export type TextName = `${BriefLanguage}.${BriefSection}`

export function textName(language: BriefLanguage, section: BriefSection): TextName {
  return `${language}.${section}`
}

export function briefDraft(brief: Brief | null): BriefDraft {
  const body = brief?.newest?.body ?? NO_BODY
  const texts = BRIEF_LANGUAGES.flatMap((language) =>
    BRIEF_SECTIONS.map((section) => [textName(language, section), body.texts[language][section]] as const),
  )
  return {
    // Every section of every language is among them.
    ...(Object.fromEntries(texts) as Record<TextName, string>),
    title: brief?.title ?? '',
    contentForm: brief?.contentForm ?? 'video',
    slots: String(brief?.slots ?? ''),
    deadline: brief?.deadline ?? '',
    archived: brief?.archived ?? false,
    note: brief?.note ?? '',
    products: body.products,
  }
}

export function bodyOf(draft: BriefDraft): BriefBody {
  const words = (language: BriefLanguage) =>
    // Every section is filled in.
    Object.fromEntries(
      BRIEF_SECTIONS.map((section) => [section, draft[textName(language, section)]]),
    ) as BriefBody['texts'][BriefLanguage]
  return { products: [...draft.products], texts: { en: words('en'), 'zh-CN': words('zh-CN') } }
}

/** Where a line of a claim sheet belongs in a brief. */
const SECTION_OF: Readonly<Record<ClaimLine['kind'], BriefSection>> = {
  allowed: 'claims',
  mustSay: 'dos',
  forbidden: 'donts',
  disclosure: 'disclosure',
}

/** Lines of claim sheets that a language's texts do not have yet, by section, beneath what stands there. */
export function withClaims(
  draft: BriefDraft,
  language: BriefLanguage,
  lines: readonly ClaimLine[],
): { readonly texts: Readonly<Record<string, string>>; readonly taken: number } {
  const spoken = language.slice(0, 2)
  const texts: Record<string, string> = {}
  let taken = 0
  for (const { kind, text, language: written } of lines) {
    if (written !== null && written.slice(0, 2).toLowerCase() !== spoken) continue
    const name = textName(language, SECTION_OF[kind])
    const before = texts[name] ?? draft[name]
    if (before.split('\n').some((line) => line.trim() === text.trim())) continue
    texts[name] = before.trim() === '' ? text.trim() : `${before.trimEnd()}\n${text.trim()}`
    taken += 1
  }
  return { texts, taken }
}
