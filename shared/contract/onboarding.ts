/** What a shop needs before it can sell through creators: steps with timers, blockers and owners, documents with expiry. */

import { Day } from '../domain/days'
import { DOCUMENT_KINDS, ONBOARDING_STATES } from '../domain/onboarding'
import { z } from '../schema'
import { Id, Nothing, procedure } from './define'
import { masked } from './masks'

const text = z.string().max(500).nullable()

export const OnboardingStep = z.object({
  /** Null while nobody has written anything about it. */
  id: Id.nullable(),
  /** A word of the app's, or `own:…` for a step that people added. */
  key: z.string(),
  /** Of an own step, or in place of the app's name. */
  title: text,
  state: z.enum(ONBOARDING_STATES),
  standing: z.enum(['done', 'blocked', 'ready', 'waiting', 'late', 'rejected']),
  /** Keys of steps that have to be done before. */
  missing: z.array(z.string()),
  reason: text,
  owner: text,
  submittedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  /** Working days that an answer may take. */
  slaDays: z.int().nullable(),
  answerBy: z.string().nullable(),
  workingDaysLeft: z.int().nullable(),
  blockedBy: text,
  note: z.string().nullable(),
  documents: z.array(z.enum(DOCUMENT_KINDS)),
})
export type OnboardingStep = z.infer<typeof OnboardingStep>

export const ShopDocument = z.object({
  id: Id,
  shopId: Id,
  kind: z.enum(DOCUMENT_KINDS),
  name: text,
  number: masked(z.string(), 'bank'),
  issuedOn: z.string().nullable(),
  expires: z.string().nullable(),
  standing: z.enum(['valid', 'soon', 'expired', 'unknown']),
  owner: text,
  note: z.string().nullable(),
  files: z.int(),
})
export type ShopDocument = z.infer<typeof ShopDocument>

export const ShopOnboarding = z.object({
  shopId: Id,
  shopName: z.string(),
  done: z.int(),
  of: z.int(),
  late: z.int(),
  rejected: z.int(),
  /** Documents that have run out or soon will. */
  expiring: z.int(),
  /** What can be worked on now. */
  next: z.array(z.string()),
})
export type ShopOnboarding = z.infer<typeof ShopOnboarding>

const StepFields = z
  .object({
    title: text,
    state: z.enum(ONBOARDING_STATES),
    reason: text,
    owner: text,
    submittedOn: Day.nullable(),
    decidedOn: Day.nullable(),
    slaDays: z.int().min(0).max(365).nullable(),
    blockedBy: text,
    note: z.string().max(10_000).nullable(),
  })
  .partial()

export const onboardingContract = {
  shops: procedure(Nothing, z.array(ShopOnboarding)),
  steps: procedure(z.object({ shopId: Id }), z.array(OnboardingStep)),
  /**
   * Handing in dates itself today, and an answer too, unless a day is given. A rejection needs its reason. An unknown key
   * with a title adds a step of the shop's own.
   */
  set: procedure(z.object({ shopId: Id, key: z.string().min(1).max(80), fields: StepFields }), OnboardingStep),
  addStep: procedure(z.object({ shopId: Id, title: z.string().trim().min(1).max(200) }), OnboardingStep),
  /** Own steps only; the app's can be `notNeeded`. */
  removeStep: procedure(z.object({ shopId: Id, key: z.string() }), Nothing),
  documents: procedure(z.object({ shopId: Id }), z.array(ShopDocument)),
  putDocument: procedure(
    z.object({
      id: Id.nullable().default(null),
      fields: z.object({
        shopId: Id,
        kind: z.enum(DOCUMENT_KINDS),
        name: text.optional(),
        number: text.optional(),
        issuedOn: Day.nullable().optional(),
        expires: Day.nullable().optional(),
        owner: text.optional(),
        note: z.string().max(10_000).nullable().optional(),
      }),
    }),
    z.object({ id: Id }),
  ),
  removeDocument: procedure(z.object({ id: Id }), Nothing),
}
