/** The LIVE board: who is live when in two zones, what cannot be, and how much of each day is covered. */

import { Day } from '../domain/days'
import { SLOT_STATES } from '../domain/live-board'
import { z } from '../schema'
import { Id, Instant, Nothing, procedure } from './define'

const Zone = z.string().min(1).max(64)
export const SlotStateName = z.enum(SLOT_STATES)

export const LiveSlotView = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  /** Of duplicates made one, the one that stands for them. */
  creatorId: Id.nullable(),
  handle: z.string().nullable(),
  room: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  state: SlotStateName,
  /** TikTok's numbers. */
  products: z.array(z.string()),
  campaignId: Id.nullable(),
  campaignName: z.string().nullable(),
  owner: z.string().nullable(),
  note: z.string().nullable(),
})
export type LiveSlotView = z.infer<typeof LiveSlotView>

export const LiveSlotFields = z.object({
  shopId: Id,
  creatorId: Id.nullable().default(null),
  room: z.string().trim().max(120).nullable().default(null),
  startsAt: Instant,
  endsAt: Instant,
  state: SlotStateName.default('planned'),
  products: z.array(z.string().trim().min(1).max(64)).max(200).default([]),
  campaignId: Id.nullable().default(null),
  owner: z.string().trim().max(80).nullable().default(null),
  note: z.string().max(5000).nullable().default(null),
})

/** A creator or an own room. */
export const LiveRow = z.object({
  key: z.string(),
  creatorId: Id.nullable(),
  handle: z.string().nullable(),
  room: z.string().nullable(),
})
export type LiveRow = z.infer<typeof LiveRow>

const SlotName = LiveSlotView.pick({ id: true, shopName: true, handle: true, room: true, startsAt: true, endsAt: true })

export const LiveWarningView = z.object({
  kind: z.enum(['clash', 'shortRest', 'daysInARow', 'tooShort', 'tooLong']),
  /** Of a clash. */
  of: z.enum(['creator', 'room']).nullable(),
  /** How long they overlap, how little rest there is, how long the slot is. */
  minutes: z.int().nullable(),
  least: z.int().nullable(),
  days: z.int().nullable(),
  slots: z.array(SlotName),
})
export type LiveWarningView = z.infer<typeof LiveWarningView>

export const LiveTarget = z.object({
  minutesPerDay: z.int().nullable(),
  /** Minutes after midnight of the shop's clocks; an end not after its beginning is on the next day. */
  primeFrom: z.int().nullable(),
  primeTo: z.int().nullable(),
  restMinutes: z.int().nullable(),
  note: z.string().nullable(),
})
export type LiveTarget = z.infer<typeof LiveTarget>

const BoardDay = z.object({ day: Day, from: Instant, to: Instant })
const Stretch = z.object({ from: Instant, to: Instant })

export const LiveCoverage = z.object({
  shopId: Id,
  shopName: z.string(),
  timezone: Zone,
  target: LiveTarget,
  days: z.array(
    BoardDay.extend({
      minutes: z.int(),
      parallel: z.int(),
      most: z.int(),
      missing: z.int().nullable(),
      /** Prime time that nobody fills. */
      empty: z.array(Stretch),
      /** The day's LIVEs as stretches inside it. */
      live: z.array(Stretch),
      prime: Stretch.nullable(),
    }),
  ),
})
export type LiveCoverage = z.infer<typeof LiveCoverage>

/** Which week: that of `day`, by the clocks of `zone` (else the shop's, else UTC). A shop shows its creators and rooms, with their slots elsewhere too. */
const Week = z.object({ day: Day, shopId: Id.optional(), zone: Zone.optional() })

export const liveContract = {
  board: procedure(
    Week,
    z.object({
      zone: Zone,
      days: z.array(BoardDay),
      rows: z.array(LiveRow),
      slots: z.array(LiveSlotView),
      warnings: z.array(LiveWarningView),
      coverage: z.array(LiveCoverage),
    }),
  ),
  /** Adds a slot or changes one. It needs a creator or a room; clashes are told by the board, never refused. */
  put: procedure(z.object({ id: Id.optional(), fields: LiveSlotFields }), LiveSlotView),
  /** To another time, and to another creator or room where they are named. */
  move: procedure(
    z.object({
      id: Id,
      startsAt: Instant,
      endsAt: Instant,
      creatorId: Id.nullable().optional(),
      room: z.string().trim().max(120).nullable().optional(),
    }),
    LiveSlotView,
  ),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** The week's slots a week later at the same time of each shop's clocks, as planned; what is there already is left out. */
  repeatWeek: procedure(Week, z.object({ added: z.int() })),
  /** Fields left out stay. */
  setTarget: procedure(
    z.object({
      shopId: Id,
      fields: z
        .object({
          minutesPerDay: z.int().min(0).max(1440).nullable(),
          primeFrom: z.int().min(0).max(1439).nullable(),
          primeTo: z.int().min(0).max(1440).nullable(),
          restMinutes: z.int().min(0).max(2880).nullable(),
          note: z.string().max(2000).nullable(),
        })
        .partial(),
    }),
    LiveTarget,
  ),
  /** The week as a calendar file, all times in UTC. */
  exportIcs: procedure(Week.extend({ to: z.string().min(1) }), z.object({ file: z.string(), slots: z.int() })),
  /** The week on paper: by day, with two clocks, warnings and coverage. */
  exportPdf: procedure(
    Week.extend({
      to: z.string().min(1),
      language: z.enum(['en', 'zh-CN']),
      /** Our own zone, beside the board's. */
      ourZone: Zone,
    }),
    z.object({ file: z.string() }),
  ),
}
