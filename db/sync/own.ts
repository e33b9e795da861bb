/** Own steps: what their author has seen since the last one, and the same marks on records that a colleague's step would leave. */

import type { Body, Dependency } from '../../shared/sync/body'
import { AppError } from '../../shared/errors'
import { inQuestion } from '../../shared/sync/merge'
import { chainHash } from '../capture/chain'
import { type RowChange, SLICE } from '../capture/pending'
import type { Sqlite } from '../database'
import { openDots } from './dots'
import type { Machines } from './machines'
import type { Replicas } from './replicas'
import type { Sink } from './cells'
import type { RowMerger } from './rows'
import { openHeads } from './heads'

/** What the log asks for when it appends an own step. */
export interface StepWriter {
  readonly rid: number
  /** What was applied of others since the last own step; null for nothing. */
  seenSince(): readonly Dependency[] | null
  /** Refuses to end a question unseen: `sync.undecided`. */
  refuseUndecided(changes: readonly RowChange[]): void
  /** Advances this replica by the step and marks what it wrote, slice by slice; answers the step's number. */
  add(body: Body, bytes: Uint8Array, changes: readonly RowChange[]): Generator<void, number>
}

export function createStepWriter(
  sqlite: Sqlite,
  replicas: Replicas,
  merger: RowMerger,
  machines: Machines,
): StepWriter {
  const dots = openDots(sqlite)
  const heads = openHeads(sqlite)
  const { rid } = replicas.self
  const sink: Sink = { touch: () => undefined, question: () => undefined }

  return {
    rid,
    seenSince: () => {
      const { self } = replicas
      const deps = replicas
        .all()
        .filter((known) => known !== self && known.seq > (self.seen[known.rid] ?? 0))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map((known): Dependency => [known.id, known.seq, known.hash.subarray(0, 4)])
      return deps.length === 0 ? null : deps
    },
    refuseUndecided: (changes) => {
      for (const { table, id, before, overwritten } of changes) {
        if (before !== 'alive') continue
        for (const [n, shown] of overwritten) {
          const column = table.columns[n]
          if (column?.merge !== 'mv') continue
          const writes = dots
            .cells(table.entity.n, id, n)
            .map(([, , , , win, val]) => ({ value: win === 1 ? shown : val }))
          if (inQuestion(column.merge, writes) !== null)
            throw new AppError('sync.undecided', { entity: table.entity.name, id, field: column.field })
        }
      }
    },
    *add(body, bytes, changes) {
      const { self } = replicas
      const seq = self.seq + 1
      for (const [id, seen, hash4] of body.deps ?? []) {
        const known = replicas.need(id)
        self.seen[known.rid] = seen
        heads.saw(rid, known.rid, seen, hash4)
      }
      const entry = { author: self, seq, hlc: body.hlc, own: true }
      for (const [done, op] of body.ops.entries()) {
        merger.apply(entry, op, sink)
        if (done % SLICE === SLICE - 1) yield
      }
      for (const { table, overwritten } of changes) machines.left(table, overwritten)
      machines.settle()
      Object.assign(self, { seq, hash: chainHash(self.hash, bytes), hlc: body.hlc, stored: seq })
      heads.advance(self, body.wall)
      return seq
    },
  }
}
