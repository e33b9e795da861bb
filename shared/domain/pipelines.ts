/**
 * Stages that creators go through in a shop's pipeline: which there are, what has to be true to enter one, how long a
 * creator may stay, how many may be in it, and which events lead to it by themselves.
 *
 * The app brings a pipeline; own records give way field by field: what they leave empty stays as shipped.
 */

import { addDays, dayInZone, dayNumber, dayStart } from './days'

/** What happens with a creator and may move them or stop a follow-up. */
export const CREATOR_EVENTS = ['contacted', 'replied', 'sampled', 'posted', 'sold', 'declined'] as const
export type CreatorEvent = (typeof CREATOR_EVENTS)[number]

/** `open` work goes on, `parked` it rests and goes on with the next event, `stopped` it is over until a person says otherwise. */
export const STAGE_KINDS = ['open', 'parked', 'stopped'] as const
export type StageKind = (typeof STAGE_KINDS)[number]

/** What can be asked of a creator before they enter a stage. */
export const CONDITIONS = ['owner', 'contacted', 'replied', 'rate', 'address', 'notBlocked', 'reason'] as const
export type Condition = (typeof CONDITIONS)[number]

export const STAGE_KEYS = [
  'new',
  'contacted',
  'replied',
  'negotiating',
  'agreed',
  'sampled',
  'posted',
  'selling',
  'dormant',
  'stopped',
] as const
export type StageKey = (typeof STAGE_KEYS)[number]

export interface Stage {
  readonly key: string
  /** Null: the word that the app brings for this key. */
  readonly name: string | null
  readonly order: number
  readonly kind: StageKind
  /** Whole days after which a creator has been in it too long; null: as long as it takes. */
  readonly slaDays: number | null
  /** How many creators of one shop should be in it at most; null: any number. */
  readonly wipLimit: number | null
  readonly entry: readonly Condition[]
  readonly onEvent: CreatorEvent | null
  readonly archived: boolean
  /** Whether a record of the agency has a say in it. */
  readonly own: boolean
}

/** A record of `stages`. Null leaves the value as it was below; 0 (`slaDays`, `wipLimit`), `[]` and '' say that there is none. */
export interface OwnStage {
  /** `all`, or a shop's id. */
  readonly pipeline: string
  readonly key: string
  readonly name: string | null
  readonly order: number | null
  readonly kind: string | null
  readonly slaDays: number | null
  readonly wipLimit: number | null
  readonly entry: readonly string[] | null
  readonly onEvent: string | null
  readonly archived: boolean | null
}

const shipped = (
  key: StageKey,
  order: number,
  slaDays: number | null,
  entry: readonly Condition[],
  more: Partial<Stage> = {},
): Stage => ({
  key,
  name: null,
  order,
  kind: 'open',
  slaDays,
  wipLimit: null,
  entry,
  onEvent: null,
  archived: false,
  own: false,
  ...more,
})

/** The pipeline that the app brings. Days are defaults of ours, to be changed. */
export const SHIPPED_STAGES: readonly Stage[] = [
  shipped('new', 10, 7, []),
  shipped('contacted', 20, 3, ['owner', 'notBlocked'], { onEvent: 'contacted' }),
  shipped('replied', 30, 2, ['contacted'], { onEvent: 'replied' }),
  shipped('negotiating', 40, 7, ['owner', 'notBlocked']),
  shipped('agreed', 50, 3, ['owner', 'rate', 'notBlocked']),
  shipped('sampled', 60, 14, ['rate', 'address', 'notBlocked'], { onEvent: 'sampled' }),
  shipped('posted', 70, 14, [], { onEvent: 'posted' }),
  shipped('selling', 80, 30, [], { onEvent: 'sold' }),
  shipped('dormant', 90, null, [], { kind: 'parked' }),
  shipped('stopped', 100, null, ['reason'], { kind: 'stopped', onEvent: 'declined' }),
]

/** The pipeline of every shop. */
export const ALL = 'all'

/**
 * The stages of one pipeline in their order, archived ones too: as shipped, then as the agency says for all shops, then
 * as it says for this one.
 */
export function stagesOf(own: readonly OwnStage[], pipeline: string): readonly Stage[] {
  const stages = new Map(SHIPPED_STAGES.map((stage) => [stage.key, stage]))
  for (const level of pipeline === ALL ? [ALL] : [ALL, pipeline]) {
    for (const record of own.filter((one) => one.pipeline === level)) {
      stages.set(record.key, overridden(stages.get(record.key), record))
    }
  }
  return [...stages.values()].toSorted((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
}

function overridden(below: Stage | undefined, record: OwnStage): Stage {
  const base = below ?? unknownStage(record.key)
  return {
    key: record.key,
    name: record.name ?? base.name,
    order: record.order ?? base.order,
    kind: STAGE_KINDS.find((kind) => kind === record.kind) ?? base.kind,
    slaDays: record.slaDays === null ? base.slaDays : record.slaDays || null,
    wipLimit: record.wipLimit === null ? base.wipLimit : record.wipLimit || null,
    entry: record.entry === null ? base.entry : CONDITIONS.filter((one) => record.entry?.includes(one)),
    onEvent:
      record.onEvent === null ? base.onEvent : (CREATOR_EVENTS.find((event) => event === record.onEvent) ?? null),
    archived: record.archived ?? base.archived,
    own: true,
  }
}

/** A stage that nobody describes any more: what somebody is in has to be shown all the same. */
export function unknownStage(key: string): Stage {
  return {
    key,
    name: key,
    order: Number.MAX_SAFE_INTEGER,
    kind: 'open',
    slaDays: null,
    wipLimit: null,
    entry: [],
    onEvent: null,
    archived: false,
    own: false,
  }
}

/** The stage in which everybody begins: the first open one. */
export function firstStage(stages: readonly Stage[]): Stage {
  return stages.find(({ kind, archived }) => kind === 'open' && !archived) ?? stages[0] ?? unknownStage('new')
}

/** What is known of a creator at one shop when they are to enter a stage. */
export interface EntryFacts {
  readonly owner: string | null
  readonly contacted: boolean
  readonly replied: boolean
  /** Basis points. */
  readonly rate: number | null
  readonly address: string | null
  readonly blocked: boolean
  /** Why they are moved. */
  readonly reason: string | null
}

const HOLDS: Readonly<Record<Condition, (facts: EntryFacts) => boolean>> = {
  owner: ({ owner }) => !blank(owner),
  contacted: ({ contacted }) => contacted,
  replied: ({ replied }) => replied,
  rate: ({ rate }) => rate !== null,
  address: ({ address }) => !blank(address),
  notBlocked: ({ blocked }) => !blocked,
  reason: ({ reason }) => !blank(reason),
}

function blank(text: string | null): boolean {
  return text === null || text.trim() === ''
}

/** The entry conditions of a stage that do not hold, in the order of `CONDITIONS`. */
export function missingFor(stage: Stage, facts: EntryFacts): readonly Condition[] {
  return CONDITIONS.filter((condition) => stage.entry.includes(condition) && !HOLDS[condition](facts))
}

/**
 * The stage to which an event leads from `from` (null: none yet), or null when the creator stays. Events lead onwards
 * only, wake whoever is parked, and never bring back who was stopped by a person.
 */
export function stageAfter(stages: readonly Stage[], from: string | null, event: CreatorEvent): Stage | null {
  const to = stages.find(({ onEvent, archived }) => onEvent === event && !archived)
  if (to === undefined || to.key === from) return null
  const now = from === null ? null : (stages.find(({ key }) => key === from) ?? null)
  if (now === null || now.kind === 'parked') return to
  if (now.kind === 'stopped') return null
  return to.kind === 'stopped' || to.order > now.order ? to : null
}

/** How a stay in a stage looks: `none` where nothing was agreed or nobody knows since when. */
export const SLA_LEVELS = ['good', 'watch', 'bad', 'none'] as const
export type SlaLevel = (typeof SLA_LEVELS)[number]

/** Instants (UTC ms): who entered before `watch` is in the last quarter of the time, who entered before `bad` beyond it. */
export interface SlaBounds {
  readonly watch: number
  readonly bad: number
}

/**
 * Days are those of the shop's calendar: who entered yesterday evening has been there for one day this morning. `watch`
 * begins with day ⌈¾ · sla⌉, `bad` with the day after the last allowed one.
 */
export function slaBounds(slaDays: number | null, now: number, timezone: string): SlaBounds | null {
  if (slaDays === null) return null
  const today = dayInZone(now, timezone)
  const daysAgo = (count: number) => dayStart(addDays(today, -count), timezone)
  // Whoever entered n days ago entered before the day n - 1 days ago began.
  return { watch: daysAgo(Math.ceil((slaDays * 3) / 4) - 1), bad: daysAgo(slaDays) }
}

export function slaLevel(since: number | null, bounds: SlaBounds | null): SlaLevel {
  if (since === null || bounds === null) return 'none'
  return since < bounds.bad ? 'bad' : since < bounds.watch ? 'watch' : 'good'
}

/** Whole days of the shop's calendar since an instant. */
export function daysSince(since: number, now: number, timezone: string): number {
  return Math.max(0, dayNumber(dayInZone(now, timezone)) - dayNumber(dayInZone(since, timezone)))
}
