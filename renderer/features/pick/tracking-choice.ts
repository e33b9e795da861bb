/** What a person answered to a pasted block of numbers, and which rows are written then. */

import type { TrackedRowView, TrackedView } from '../../../shared/contract/sample-files'

/** By line as pasted. */
export interface Choice {
  /** For a creator with several open samples: those that are in this parcel. */
  readonly sampleIds?: readonly string[]
  /** Taken although something looks wrong. */
  readonly anyway?: boolean
  /** The number stands in another cell of the row. */
  readonly instead?: boolean
}
export type Choices = ReadonlyMap<number, Choice>

export interface WrittenRow {
  readonly sampleIds: string[]
  readonly tracking: string
  readonly carrier: string | null
}

/** Rows that wait for a word before they are written. */
const ASKS: ReadonlySet<TrackedRowView['match']> = new Set(['second', 'shared', 'wrongColumn'])

export function asksFor(row: TrackedRowView): 'samples' | 'anyway' | null {
  if (row.candidates.length > 0) return 'samples'
  return ASKS.has(row.match) && row.sampleIds.length > 0 ? 'anyway' : null
}

/** The rows as they are written: those that are certain, and those that somebody gave their word for. */
export function writtenRows({ rows }: TrackedView, choices: Choices): WrittenRow[] {
  return rows.flatMap((row): WrittenRow[] => {
    const choice = choices.get(row.line) ?? {}
    const isCertain = row.match === 'matched'
    const isAgreed = ASKS.has(row.match) ? choice.anyway === true || choice.instead === true : row.match === 'ambiguous'
    if (!isCertain && !isAgreed) return []
    const sampleIds = [...(choice.sampleIds ?? row.sampleIds)]
    if (sampleIds.length === 0) return []
    const swapped = choice.instead === true && row.instead !== null
    return [{ sampleIds, tracking: swapped ? (row.instead ?? row.tracking) : row.tracking, carrier: row.carrier }]
  })
}
