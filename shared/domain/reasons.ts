/** Why somebody decided so, in one word that can be counted: reason codes of verdicts, lists and incidents. */

import { z } from '../schema'

/** What a code is offered for. */
export const REASON_USES = ['yes', 'no', 'later', 'block', 'allow'] as const
export type ReasonUse = (typeof REASON_USES)[number]

/** `name` null: the word that the app has for the key. */
export const ReasonCode = z.object({
  key: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(80).nullable(),
  uses: z.array(z.enum(REASON_USES)).min(1),
})
export type ReasonCode = z.infer<typeof ReasonCode>

/** One list for the whole agency, in the order in which codes are offered; every key once. */
export const ReasonCodes = z
  .array(ReasonCode)
  .min(1)
  .max(60)
  .refine((codes) => new Set(codes.map(({ key }) => key)).size === codes.length, 'a key is there twice')
  .readonly()

export const SHIPPED_REASONS: readonly ReasonCode[] = [
  { key: 'goodFit', name: null, uses: ['yes', 'allow'] },
  { key: 'soldBefore', name: null, uses: ['yes', 'allow'] },
  { key: 'clientWish', name: null, uses: ['yes', 'no', 'allow', 'block'] },
  { key: 'wrongAudience', name: null, uses: ['no'] },
  { key: 'wrongCategory', name: null, uses: ['no'] },
  { key: 'weakFigures', name: null, uses: ['no', 'later'] },
  { key: 'tooExpensive', name: null, uses: ['no', 'later'] },
  { key: 'unusualAudience', name: null, uses: ['no', 'later'] },
  { key: 'stockOut', name: null, uses: ['later'] },
  { key: 'noReply', name: null, uses: ['no', 'later'] },
  { key: 'noPost', name: null, uses: ['no', 'block'] },
  { key: 'brokeAgreement', name: null, uses: ['no', 'block'] },
  { key: 'risky', name: null, uses: ['no', 'block'] },
  { key: 'other', name: null, uses: ['yes', 'no', 'later', 'block', 'allow'] },
]
