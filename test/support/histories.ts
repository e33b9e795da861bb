/** What people who edit the same few records do, apart and together, as fast-check draws it. */

import fc from 'fast-check'

import type { Op, WireValue } from '../../shared/sync/body'
import { type Entry, MemoryReplica, PROBE, RULES } from './memory-replica'

const DAY = 86_400_000
const START = 1_768_478_400_000

type Action =
  | {
      readonly does: 'edit'
      readonly who: number
      readonly row: number
      readonly column: number
      readonly value: WireValue
    }
  | { readonly does: 'delete'; readonly who: number; readonly row: number }
  | { readonly does: 'add'; readonly who: number; readonly row: number; readonly values: readonly WireValue[] }
  | { readonly does: 'pull'; readonly who: number; readonly from: number; readonly atMost: number }

const who = fc.nat(5)
const row = fc.nat(2)
const value: fc.Arbitrary<WireValue> = fc.constantFrom(null, 0, 1, 2)
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('edit' as const), who, row, column: fc.nat(6), value }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), who, row }) },
  {
    weight: 2,
    // Now and then by an app that has fewer columns.
    arbitrary: fc.record({
      does: fc.constant('add' as const),
      who,
      row,
      values: fc.array(value, { minLength: RULES.length - 1, maxLength: RULES.length }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('pull' as const),
      who,
      from: who,
      atMost: fc.integer({ min: 1, max: 9 }),
    }),
  },
)

/** What 2 to 6 people did, and how wrong each one's date was, in days. */
export interface Script {
  readonly people: number
  readonly daysOff: readonly number[]
  readonly actions: readonly Action[]
}

export const script: fc.Arbitrary<Script> = fc.record({
  people: fc.integer({ min: 2, max: 6 }),
  daysOff: fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 6, maxLength: 6 }),
  actions: fc.array(action, { maxLength: 60, size: 'max' }),
})

/** Plays a script; the replicas are left as they are then, not yet together. */
export function play({ people, daysOff, actions }: Script): readonly MemoryReplica[] {
  let step = 0
  const replicas = Array.from({ length: people }, (_, i) => {
    // Names in no order with who is who, as random ones are.
    const name = (((i + 3) * 0x9e37_79b1) % 0x1_0000_0000).toString(16).padStart(16, '0')
    // A date that is set back for a while, too.
    return new MemoryReplica(name, () => START + (daysOff[i] ?? 0) * DAY + (step % 7) * 60_000)
  })
  for (const one of actions) {
    step++
    const replica = replicas[one.who % people]
    if (replica === undefined) continue
    if (one.does === 'pull') {
      const from = replicas[one.from % people]
      if (from !== undefined) pull(replica, from.log, one.atMost)
      continue
    }
    const id = rowId(one.row)
    if ((one.does === 'add') !== replica.alive(id)) replica.write([opOf(one, id)])
  }
  return replicas
}

function opOf(one: Exclude<Action, { readonly does: 'pull' }>, id: Uint8Array): Op {
  if (one.does === 'delete') return [PROBE, id, 'd']
  return one.does === 'add' ? [PROBE, id, 'i', one.values] : [PROBE, id, 'u', [one.column, one.value]]
}

export function rowId(n: number): Uint8Array {
  return new Uint8Array(16).fill(n + 1)
}

/** Applies at most so many entries of another's log that are new, in the order it applied them. */
export function pull(replica: MemoryReplica, log: readonly Entry[], atMost = Infinity): void {
  let left = atMost
  for (const entry of log) {
    if (left === 0) return
    if (!replica.canApply(entry)) continue
    replica.apply(entry)
    left--
  }
}

/** Applies all entries in an order that `pick` chooses among those that can come next. */
export function applyInAnyOrder(
  replica: MemoryReplica,
  entries: readonly Entry[],
  pick: (choices: number) => number,
): void {
  const rest = [...entries]
  while (rest.length > 0) {
    const ready = rest.filter((entry) => replica.canApply(entry))
    const next = ready[pick(ready.length)]
    if (next === undefined) throw new Error('an entry misses what its author had seen')
    replica.apply(next)
    rest.splice(rest.indexOf(next), 1)
  }
}
