/** What a clause of the library is. */

import type { Bilingual, ClauseTopic } from '../contract-body'

/** What leaving it out, or signing it unread, risks. */
export const RISKS = ['low', 'medium', 'high'] as const
export type Risk = (typeof RISKS)[number]

export interface Clause {
  readonly key: string
  readonly topic: ClauseTopic
  readonly risk: Risk
  readonly title: Bilingual
  /** With variables, `{{fee}}`; each line is a paragraph. */
  readonly text: Bilingual
}

/** A clause whose paragraphs are given one by one. */
export function clause(
  key: string,
  topic: ClauseTopic,
  risk: Risk,
  zh: readonly [title: string, ...text: readonly string[]],
  en: readonly [title: string, ...text: readonly string[]],
): Clause {
  const [titleZh, ...textZh] = zh
  const [titleEn, ...textEn] = en
  return {
    key,
    topic,
    risk,
    title: { zh: titleZh, en: titleEn },
    text: { zh: textZh.join('\n'), en: textEn.join('\n') },
  }
}
