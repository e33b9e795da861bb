/** A brief as a list to tick: what is to be made, said, shown and left out, line by line. */

import { type BriefBody, type BriefLanguage, type BriefSection, sectionText } from '../../../shared/domain/briefs'

/** Sections that a script or video can be checked for. */
const CHECKED: readonly BriefSection[] = ['deliverables', 'claims', 'hooks', 'shots', 'dos', 'donts', 'disclosure']

export interface BriefPoint {
  /** Section and line: the same in every language that says as many points. */
  readonly key: string
  readonly text: string
}

export function briefPoints(body: BriefBody, language: BriefLanguage): BriefPoint[] {
  return CHECKED.flatMap((section) =>
    sectionText(body, section, language)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((text, index) => ({ key: `${section} ${index + 1}`, text })),
  )
}
