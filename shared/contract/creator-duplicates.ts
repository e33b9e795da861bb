/** Creators that may be one person: found, judged by people. */

import { z } from '../schema'
import { Id, job, Nothing, procedure } from './define'

const DuplicateName = z.object({
  id: Id,
  handle: z.string(),
  displayName: z.string().nullable(),
  market: z.string().nullable(),
})

export const DuplicatePair = z.object({
  a: DuplicateName,
  b: DuplicateName,
  /** 1 to 99. */
  percent: z.int(),
  /** Why, strongest first: what they share (`phone`, `handleSigns`…), never its value. `shared`: how many creators share it. */
  reasons: z.array(z.object({ clue: z.string(), weight: z.int(), shared: z.int() })),
})
export type DuplicatePair = z.infer<typeof DuplicatePair>

const Least = z.int().min(1).max(99).default(50)

export const creatorDuplicates = {
  findDuplicates: job(
    z.object({ least: Least, limit: z.int().min(1).max(5000).default(500) }),
    z.object({ pairs: z.array(DuplicatePair), searched: z.int() }),
  ),
  /** Who may be the same person as this one. */
  duplicatesOf: procedure(
    z.object({ id: Id, least: Least, limit: z.int().min(1).max(50).default(5) }),
    z.array(DuplicatePair),
  ),
  /** Says that two are two people (`apart`), or that this is open again. */
  setApart: procedure(z.object({ a: Id, b: Id, apart: z.boolean() }), Nothing),
}
