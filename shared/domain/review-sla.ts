/**
 * Until when a verdict is due, who has to give it, and when publishing is best.
 *
 * Time counts in hours in which somebody works: days off and weekends stop the clock unless somebody covers them. Every
 * hour is a real one, also where clocks change. (The platform's own deadlines count calendar days and are not of here.)
 */

import { z } from '../schema'
import { addDays, Day, dayInZone, dayNumber, instantInZone, isTimezone } from './days'

const MINUTE_MS = 60_000
/** As far as a deadline is looked for. */
const HORIZON_DAYS = 400

/** From and to, minutes after midnight. */
const Span = z
  .tuple([z.int().min(0).max(1439), z.int().min(1).max(1440)])
  .refine(([from, to]) => from < to, 'it ends before it begins')
  .readonly()
export type Span = z.infer<typeof Span>

const Days = { from: Day, to: Day }
const Person = z.string().trim().min(1).max(120)

export const ReviewHours = z.object({
  /** Where the reviewers are, IANA; null: the shop's own zone. */
  zone: z.string().refine(isTimezone, 'not an IANA time zone').nullable(),
  /** Monday first; null: nobody works. */
  week: z.array(Span.nullable()).length(7),
  daysOff: z.array(z.object({ ...Days, name: z.string().trim().max(80) })).max(200),
  /** Who stands in on these days, weekends and days off too, and in which hours. */
  cover: z.array(z.object({ ...Days, person: Person, hours: Span })).max(200),
  /** Working minutes from handing in to the verdict. */
  minutes: z.int().min(15).max(30_000),
  /** After which share of them the deputy is asked, percent. */
  escalateAfter: z.int().min(10).max(100),
  /** Who reviews, and who stands in, where nobody is named. */
  reviewer: Person.nullable(),
  deputy: Person.nullable(),
  /** Rounds of changes where nothing else was agreed. */
  rounds: z.int().min(0).max(20),
  /** By market (`*`: every other): when publishing is best, on the market's clocks. */
  windows: z.record(z.string().max(8), Span),
})
export type ReviewHours = z.infer<typeof ReviewHours>

const OFFICE: Span = [540, 1080]
const EVENING: Span = [1140, 1320]

/**
 * Starting values of ours, to be edited: nine hours on weekdays, a working day for a verdict. That evenings sell best is
 * advice of the trade, not a rule of the platform.
 */
export const SHIPPED_HOURS: ReviewHours = {
  zone: null,
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, null, null],
  daysOff: [],
  cover: [],
  minutes: 540,
  escalateAfter: 75,
  reviewer: null,
  deputy: null,
  rounds: 2,
  windows: { '*': EVENING },
}

/** The reviewers' working time in one zone. */
export interface WorkCalendar {
  /** The instant (UTC ms) when `ms` of working time have gone by; null: nobody works for more than a year. */
  after(from: number, ms: number): number | null
  /** Working time between two instants, ms. */
  between(from: number, to: number): number
  /** Who stands in at an instant; null: nobody has to. */
  coverAt(at: number): string | null
}

/** `shopZone` is taken where the hours name no zone of the reviewers'. */
export function workCalendar(hours: ReviewHours, shopZone: string): WorkCalendar {
  const zone = hours.zone ?? shopZone
  const known = new Map<string, readonly [number, number] | null>()
  const workOn = (day: string): readonly [number, number] | null => {
    const before = known.get(day)
    if (before !== undefined) return before
    const span = hoursOn(hours, day)
    const work = span && ([instantInZone(day, span[0], zone), instantInZone(day, span[1], zone)] as const)
    known.set(day, work)
    return work
  }
  return {
    after(from, ms) {
      let left = ms
      let day = dayInZone(from, zone)
      for (let count = 0; count < HORIZON_DAYS; count++, day = addDays(day, 1)) {
        const work = workOn(day)
        if (work === null || work[1] <= from) continue
        const begin = Math.max(from, work[0])
        if (left <= work[1] - begin) return begin + left
        left -= work[1] - begin
      }
      return null
    },
    between(from, to) {
      let sum = 0
      const last = dayInZone(to, zone)
      for (let day = dayInZone(from, zone); day <= last; day = addDays(day, 1)) {
        const work = workOn(day)
        if (work !== null) sum += Math.max(0, Math.min(to, work[1]) - Math.max(from, work[0]))
      }
      return sum
    },
    coverAt: (at) => covering(hours, dayInZone(at, zone))?.person ?? null,
  }
}

/** When somebody works on a day: a cover's hours before a day off, a day off before the week. */
function hoursOn(hours: ReviewHours, day: string): Span | null {
  const cover = covering(hours, day)
  if (cover) return cover.hours
  if (hours.daysOff.some((off) => isIn(off, day))) return null
  // 1970-01-01 was a Thursday; weeks begin on Mondays.
  return hours.week[(((dayNumber(day) + 3) % 7) + 7) % 7] ?? null
}

function covering({ cover }: ReviewHours, day: string): ReviewHours['cover'][number] | undefined {
  return cover.find((one) => isIn(one, day))
}

function isIn({ from, to }: { readonly from: string; readonly to: string }, day: string): boolean {
  return from <= day && day <= to
}

/** When a verdict on what was handed in at `submitted` is due, UTC ms. */
export function dueAt(calendar: WorkCalendar, { minutes }: ReviewHours, submitted: number): number | null {
  return calendar.after(submitted, minutes * MINUTE_MS)
}

/** From when the deputy is asked: a share of the working time until it is due; without any, of the time there is. */
export function escalatesAt(
  calendar: WorkCalendar,
  { escalateAfter }: ReviewHours,
  { submitted, due }: { readonly submitted: number; readonly due: number },
): number {
  const share = (ms: number) => Math.round((Math.max(0, ms) * escalateAfter) / 100)
  const work = calendar.between(submitted, due)
  return work > 0 ? (calendar.after(submitted, share(work)) ?? due) : submitted + share(due - submitted)
}

/** `due` none: nobody can say. */
export type SlaLevel = 'inTime' | 'escalated' | 'overdue' | 'none'
/** Where the best time to publish is from now: ahead, running, gone by; `none`: not said. */
export type SlotLevel = 'ahead' | 'now' | 'missed' | 'none'

export interface Timed {
  readonly submitted: number
  readonly due: number | null
  readonly publishFrom: number | null
  readonly publishTo: number | null
}

export function slaLevel(calendar: WorkCalendar, hours: ReviewHours, item: Timed, now: number): SlaLevel {
  const { submitted, due } = item
  if (due === null) return 'none'
  if (now > due) return 'overdue'
  return now >= escalatesAt(calendar, hours, { submitted, due }) ? 'escalated' : 'inTime'
}

export function slotLevel({ publishFrom, publishTo }: Timed, now: number): SlotLevel {
  if (publishFrom === null && publishTo === null) return 'none'
  if (now > (publishTo ?? publishFrom ?? now)) return 'missed'
  return publishFrom !== null && now < publishFrom ? 'ahead' : 'now'
}

/** Who is asked for the verdict now: whoever covers the day, the deputy once it escalates, else the reviewer. */
export function responsible(
  people: { readonly reviewer: string | null; readonly deputy: string | null },
  level: SlaLevel,
  cover: string | null,
): string | null {
  if (cover !== null) return cover
  const late = level === 'escalated' || level === 'overdue'
  return (late ? people.deputy : null) ?? people.reviewer
}

export interface PublishWindow {
  readonly from: number
  readonly to: number
}

/** The first best time of a market that begins at `ready` or later. */
export function publishWindow(hours: ReviewHours, market: string, zone: string, ready: number): PublishWindow | null {
  const span = hours.windows[market] ?? hours.windows['*']
  if (span === undefined) return null
  const today = dayInZone(ready, zone)
  for (const day of [today, addDays(today, 1), addDays(today, 2)]) {
    const from = instantInZone(day, span[0], zone)
    if (from >= ready) return { from, to: instantInZone(day, span[1], zone) }
  }
  return null
}
