/** Everything that happened with one creator, the newest first. */

import { TIMELINE_KINDS } from '../domain/timeline'
import { z } from '../schema'
import { Id, Instant, Minor, Page, procedure } from './define'
import { masked } from './masks'

export const TimelineEntry = z.object({
  id: z.string(),
  kind: z.enum(TIMELINE_KINDS),
  at: Instant,
  shopId: Id.nullable(),
  person: z.string(),
  /** The name it stands under; another one's after a merge. */
  creatorId: Id,
  /** The record behind it. */
  entity: z.string(),
  recordId: z.string(),
  /** What it is within its kind: `replied`, `done`, `merged`, a month, a source… */
  what: z.string(),
  text: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  fields: z.array(z.string()),
  amount: masked(Minor, 'cost'),
  currency: z.string().nullable(),
  count: z.int().nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const creatorTimeline = {
  timeline: procedure(
    Page.extend({
      id: Id,
      /** Empty: every kind. */
      kinds: z.array(z.enum(TIMELINE_KINDS)).default([]),
      shopId: Id.optional(),
    }),
    z.object({
      rows: z.array(TimelineEntry),
      total: z.int(),
      nextCursor: z.string().nullable(),
      /** How many of each kind, whatever kinds are asked for. */
      counts: z.partialRecord(z.enum(TIMELINE_KINDS), z.int()),
    }),
  ),
}
