/**
 * How good a script or video is: grades and the reasons for them, with what is said to the creator about each.
 *
 * Own grades of the agency or of one shop take the place of those that the app brings, as a whole.
 */

import { z } from '../schema'
import { FEEDBACK_LANGUAGES, type FeedbackLanguage, SHIPPED_SENTENCES } from './feedback-texts'

const Key = z.string().trim().min(1).max(40)
const Sentences = z.partialRecord(z.enum(FEEDBACK_LANGUAGES), z.string().trim().max(1000))

/** `name` null: the word that the app has for the key. `says`: what the creator is told, by language. */
export const GradeReason = z.object({ key: Key, name: z.string().trim().max(80).nullable(), says: Sentences })
export type GradeReason = z.infer<typeof GradeReason>

export const Grade = z.object({ key: z.string().trim().min(1).max(8), says: Sentences })
export type Grade = z.infer<typeof Grade>

const distinct = (items: readonly { readonly key: string }[]): boolean =>
  new Set(items.map(({ key }) => key)).size === items.length

/** The best first. */
export const Rubric = z.object({
  grades: z.array(Grade).min(2).max(9).refine(distinct, 'a grade is there twice'),
  reasons: z.array(GradeReason).max(60).refine(distinct, 'a reason is there twice'),
})
export type Rubric = z.infer<typeof Rubric>

export const SHIPPED_GRADES = ['S', 'A', 'B', 'C'] as const

export const SHIPPED_GRADE_REASONS = [
  'goodHook',
  'realUse',
  'tooLong',
  'tooShort',
  'notShown',
  'blurry',
  'badSound',
  'noHook',
  'priceWrong',
  'sellingPoint',
  'noCart',
  'noDisclosure',
  'riskyWords',
  'offBrief',
] as const

const saysOf = (key: keyof typeof SHIPPED_SENTENCES): Partial<Record<FeedbackLanguage, string>> =>
  SHIPPED_SENTENCES[key]

/** What the app brings. Grades and reasons are ours, to be edited. */
export const SHIPPED_RUBRIC: Rubric = {
  grades: SHIPPED_GRADES.map((key) => ({ key, says: saysOf(`grade${key}`) })),
  reasons: SHIPPED_GRADE_REASONS.map((key) => ({ key, name: null, says: saysOf(key) })),
}

/** The key of the grades of shops that have none of their own. */
export const DEFAULT_RUBRIC = 'default'

/** The rubric of a shop: its own, else the agency's, else the shipped one. What cannot be read is passed over. */
export function rubricOf(own: ReadonlyMap<string, unknown>, shopId: string | null): Rubric {
  for (const key of [shopId ?? DEFAULT_RUBRIC, DEFAULT_RUBRIC]) {
    const read = Rubric.safeParse(own.get(key))
    if (read.success) return read.data
  }
  return SHIPPED_RUBRIC
}
