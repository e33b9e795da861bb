/**
 * What is written to a creator about a script or video: made of the grade, its reasons and the notes for the creator.
 *
 * Promise: an internal note is never part of it.
 */

import { FEEDBACK_LANGUAGES, type FeedbackLanguage, FRAMES } from './feedback-texts'
import type { Rubric } from './grades'
import type { ReviewState } from './reviews'

export interface NoteForFeedback {
  readonly text: string
  readonly audience: 'internal' | 'creator'
  /** Of a video: ms from its beginning. */
  readonly atMs: number | null
  readonly done: boolean
}

export interface FeedbackInput {
  /** What the creator is called. */
  readonly name: string | null
  readonly state: ReviewState
  readonly grade: string | null
  readonly reasons: readonly string[]
  readonly notes: readonly NoteForFeedback[]
  readonly rubric: Rubric
}

/** Notes that the creator gets: theirs, and not settled; those of a video in its order. */
export function notesForCreator<N extends NoteForFeedback>(notes: readonly N[]): N[] {
  return notes
    .filter(({ audience, done }) => audience === 'creator' && !done)
    .toSorted((a, b) => (a.atMs ?? -1) - (b.atMs ?? -1))
}

/** The text in one language. A sentence that somebody wrote in other languages only is said in English, else in any. */
export function feedbackText(input: FeedbackInput, language: FeedbackLanguage): string {
  const frame = FRAMES[language]
  const grade = input.rubric.grades.find(({ key }) => key === input.grade)
  const reasons = input.rubric.reasons.filter(({ key }) => input.reasons.includes(key))
  const opening = [
    input.name ? frame.greeting(input.name) : frame.greetingNobody,
    grade ? inLanguage(grade.says, language) : '',
    ...reasons.map(({ says, name, key }) => `- ${inLanguage(says, language) || (name ?? key)}`),
  ]
  const notes = notesForCreator(input.notes).map(
    ({ text, atMs }) => `- ${atMs === null ? '' : `${clock(atMs)} `}${text}`,
  )
  const blocks = [opening, notes.length > 0 ? [frame.notes, ...notes] : [], [frame.endings[input.state]]]
  return blocks
    .map((block) => block.filter((line) => line !== '').join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')
}

/** The best language for a creator of those that there are sentences in. */
export function feedbackLanguage(wanted: readonly string[]): FeedbackLanguage {
  for (const language of wanted) {
    const found = FEEDBACK_LANGUAGES.find((known) => known === language)
    if (found) return found
  }
  return 'en'
}

function inLanguage(says: Partial<Record<FeedbackLanguage, string>>, language: FeedbackLanguage): string {
  return says[language] || says.en || says.zh || Object.values(says).find((text) => text !== '') || ''
}

/** `0:07`, `1:02:07`: minutes and seconds as players show them. */
export function clock(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
