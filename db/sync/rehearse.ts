/** What receiving something would do: done for real inside a transaction, looked at, and taken back whole. */

import type { EntityName } from '../../shared/sync/registry'
import type { Arrivals } from './arrivals'
import { runSlices, type Slices } from './drain'
import type { ExchangeParts } from './exchange'
import { missingSteps } from './gaps'
import { sampleOf } from './sample'
import type { createStore } from './store'
import { createTally, type Tally } from './tally'
import type { DrainOptions, LogRun, Rehearsal, Stored } from './types'

interface RehearsalParts extends ExchangeParts {
  readonly slices: Slices
  readonly store: ReturnType<typeof createStore>
  readonly arrivals: Arrivals
}

const SAMPLES = 500

export function rehearse(
  parts: RehearsalParts,
  fill: (store: (run: LogRun) => Stored) => Promise<void>,
  options?: DrainOptions,
): Promise<Rehearsal> {
  const { gate, transactions, slices, store, arrivals } = parts
  return gate.run(() =>
    transactions.rehearse(async () => {
      const arrival = arrivals.open({ kind: 'file', name: '', package: null, sender: null })
      const stored = { stored: 0, had: 0, rejected: 0, ahead: 0 }
      await fill((run) => {
        const one = store(arrival, run)
        stored.stored += one.stored
        stored.had += one.had
        stored.rejected += one.rejected
        stored.ahead += one.ahead
        return one
      })
      arrivals.settle(arrival, 'keep')
      const tally = createTally()
      await runSlices(slices, tally, (slice) => slice(), options)
      return {
        ...tally.applied(),
        stored,
        waiting: arrivals.waiting(),
        missing: missingSteps(parts.sqlite),
        entities: countsOf(tally),
        sample: sampleOf(parts.sqlite, tally, SAMPLES),
      }
    }),
  )
}

/** How many records of each kind came, changed and went. */
function countsOf(tally: Tally): Rehearsal['entities'] {
  const counts = new Map<EntityName, { entity: EntityName; created: number; changed: number; removed: number }>()
  for (const { table, id, before } of tally.touched.values()) {
    const entity = table.entity.name
    const count = counts.get(entity) ?? { entity, created: 0, changed: 0, removed: 0 }
    counts.set(entity, count)
    const now = table.read(id)
    const [was, is] = [before === 'alive' || before === 'derived', now !== null && !now.deleted]
    if (is && !was) count.created++
    else if (was && !is) count.removed++
    else if (was && is) count.changed++
  }
  return [...counts.values()].filter(({ created, changed, removed }) => created + changed + removed > 0)
}
