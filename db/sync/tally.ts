/** What applying steps changed, counted for people while it goes on. */

import type { NamedColumn } from '../../shared/sync/registry'
import type { Question } from '../../shared/sync/merge'
import type { Liveness } from '../capture/pending'
import type { RecordTable } from '../capture/tables'
import type { Sink } from './cells'
import type { Applied } from './types'

/** A record that was touched, with what it was before the first time. */
export interface Touched {
  readonly table: RecordTable
  readonly id: string
  readonly before: Liveness
}

export interface Tally extends Sink {
  steps: number
  /** Steps of which a part waits for an update. */
  parked: number
  /** Records that came to be on hold. */
  holds: number
  readonly touched: ReadonlyMap<string, Touched>
  /** Whether the steps counted here made people's values of a cell meet. */
  asks(table: RecordTable, id: string, column: NamedColumn): boolean
  applied(): Applied
}

export function createTally(): Tally {
  const touched = new Map<string, Touched>()
  const asked = new Map<string, Question | null>()
  const before = new Map<string, Question | null>()
  return {
    steps: 0,
    parked: 0,
    holds: 0,
    touched,
    touch: (table, id, liveness) => {
      const key = `${table.entity.n}:${id}`
      if (!touched.has(key)) touched.set(key, { table, id, before: liveness })
    },
    question: (table: RecordTable, id: string, column: NamedColumn, was: Question | null, is: Question | null) => {
      const key = `${table.entity.n}:${id}:${column.n}`
      if (!before.has(key)) before.set(key, was)
      asked.set(key, is)
    },
    asks: (table, id, column) => (asked.get(`${table.entity.n}:${id}:${column.n}`) ?? null) !== null,
    applied() {
      let decisions = this.holds
      let notices = 0
      for (const [key, question] of asked) {
        if (before.get(key) === question) continue
        if (question === 'decision') decisions++
        if (question === 'notice') notices++
      }
      const changed = [...touched.values()].map(({ table, id }) => ({ entity: table.entity.name, id }))
      return { steps: this.steps, changed, decisions, notices, parked: this.parked }
    },
  }
}
