/** What is to be done, by whom and until when: follow-up ladders, snoozing, the Today page. */

import { isTimezone } from '../domain/days'
import { CREATOR_EVENTS } from '../domain/pipelines'
import { TASK_KINDS, TASK_STATES } from '../domain/ladders'
import { z } from '../schema'
import { Id, Instant, Nothing, procedure } from './define'

export const Task = z.object({
  id: Id,
  /** Null: about no creator in particular; of duplicates made one, the one that stands for them. */
  creatorId: Id.nullable(),
  handle: z.string().nullable(),
  shopId: Id.nullable(),
  kind: z.enum(TASK_KINDS),
  /** Null: the words that the app has for the step or the kind. */
  title: z.string().nullable(),
  due: Instant.nullable(),
  /** IANA zone of the creator, else of the shop: what `due` is on their clock. */
  zone: z.string(),
  owner: z.string().nullable(),
  state: z.enum(TASK_STATES),
  doneAt: Instant.nullable(),
  snoozedUntil: Instant.nullable(),
  ladder: z.string().nullable(),
  step: z.int().nullable(),
  /** The ladder's name where the agency gave it one. */
  ladderName: z.string().nullable(),
  /** Days after the start, or the event, that this step of the ladder stands for. */
  stepDay: z.int().nullable(),
  stepEvent: z.enum(CREATOR_EVENTS).nullable(),
  /** Why it was cancelled: an event or somebody's words. */
  reason: z.string().nullable(),
  note: z.string().nullable(),
})
export type Task = z.infer<typeof Task>

export const TaskFields = z
  .object({
    creatorId: Id.nullable(),
    shopId: Id.nullable(),
    kind: z.enum(TASK_KINDS),
    title: z.string().trim().max(300).nullable(),
    due: Instant.nullable(),
    owner: z.string().trim().max(120).nullable(),
    state: z.enum(['open', 'waiting']),
    note: z.string().max(5000).nullable(),
  })
  .partial()
export type TaskFields = z.infer<typeof TaskFields>

/** Ids of tasks that are handled in one step. */
const Ids = z.array(Id).min(1).max(1000)

export const LadderStep = z.object({
  /** Days after the start; null: an event brings it. Exactly one of both is given. */
  day: z.int().min(0).max(365).nullable(),
  event: z.enum(CREATOR_EVENTS).nullable(),
  kind: z.enum(TASK_KINDS),
  title: z.string().trim().max(300).nullable(),
})

export const Ladder = z.object({
  key: z.string(),
  name: z.string().nullable(),
  steps: z.array(LadderStep),
  stopOn: z.array(z.enum(CREATOR_EVENTS)),
  archived: z.boolean(),
  own: z.boolean(),
})

/** What people should merely know of today. `at`: when it happens, UTC ms. */
export const FYI_KINDS = [
  'decisions',
  'reviewsOverdue',
  'reviewsEscalated',
  'claims',
  'documents',
  'obligations',
] as const
export const Fyi = z.object({
  kind: z.enum(FYI_KINDS),
  /** How many there are of it. */
  count: z.int(),
  /** The first of them by name; null where there is none to be named. */
  title: z.string().nullable(),
  shopId: Id.nullable(),
  at: Instant.nullable(),
})
export type Fyi = z.infer<typeof Fyi>

const Today = z.object({
  /** Whose name tasks get here. */
  me: z.string(),
  /** Everybody who has open tasks, and the person here. */
  people: z.array(z.string()),
  overdue: z.array(Task),
  today: z.array(Task),
  waiting: z.array(Task),
  fyi: z.array(Fyi),
  /** How many come on later days. */
  later: z.int(),
  /** How many were left out of each group because it is longer than `limit`. */
  more: z.object({ overdue: z.int(), today: z.int(), waiting: z.int() }),
})

export const tasksContract = {
  /** One person's list of the day in `zone` (IANA); `owner` left out: the person here, null: everybody. */
  today: procedure(
    z.object({
      owner: z.string().nullable().optional(),
      shopId: Id.nullable().default(null),
      zone: z.string().refine(isTimezone, 'not an IANA time zone'),
      limit: z.int().min(1).max(5000).default(1000),
    }),
    Today,
  ),
  /** Those due first first. Of a ladder that two colleagues went on with, only the step that stands is open. */
  list: procedure(
    z.object({
      creatorId: Id.optional(),
      shopId: Id.optional(),
      owner: z.string().optional(),
      state: z.enum(['open', 'closed', 'all']).default('open'),
    }),
    z.array(Task),
  ),
  /** Without an id a new task, open unless said otherwise, of the person here unless another is named. */
  put: procedure(z.object({ id: Id.optional(), fields: TaskFields }), Task),
  /** Done; of a ladder the next step follows. One step that can be undone. Tasks that are not open are left as they are. */
  done: procedure(z.object({ ids: Ids }), z.object({ done: z.int(), next: z.array(Task) })),
  /** Not to be done any more; ends its ladder. */
  cancel: procedure(
    z.object({ ids: Ids, reason: z.string().trim().max(500).default('') }),
    z.object({ cancelled: z.int() }),
  ),
  /** Out of sight until then; null shows them again. */
  snooze: procedure(z.object({ ids: Ids, until: Instant.nullable() }), z.object({ snoozed: z.int() })),
  /** Waits for somebody else; comes back on its day. */
  wait: procedure(z.object({ ids: Ids }), z.object({ waiting: z.int() })),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** Starts a ladder with each creator at a shop; with whom it runs already, it is not started again. One step. */
  startLadder: procedure(
    z.object({
      items: z
        .array(z.object({ creatorId: Id, shopId: Id.nullable() }))
        .min(1)
        .max(1000),
      ladder: z.string().default('followUp'),
      owner: z.string().trim().max(120).optional(),
    }),
    z.object({ started: z.int(), running: z.int() }),
  ),
  /** The task of each of these creators that is due first; of those who have none, nothing. */
  next: procedure(z.object({ creatorIds: z.array(Id).max(1000) }), z.array(Task)),
  ladders: procedure(z.object({ archived: z.boolean().default(false) }), z.array(Ladder)),
  /** Writes the agency's own ladder of this key in place of the shipped one, or a new one. */
  putLadder: procedure(
    z.object({
      key: z.string().trim().min(1).max(40),
      fields: z
        .object({
          name: z.string().trim().max(80).nullable(),
          steps: z.array(LadderStep).min(1).max(30),
          stopOn: z.array(z.enum(CREATOR_EVENTS)),
          archived: z.boolean(),
        })
        .partial(),
    }),
    Ladder,
  ),
}
