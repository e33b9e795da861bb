/** What own steps and colleagues' share while a file is open. */

import type { RecordTable } from '../capture/tables'
import type { Sqlite } from '../database'
import { type Chains, openChains } from './chains'
import { createMachines, type Machines } from './machines'
import { openPast, type Past } from './past'
import { createStepWriter, type StepWriter } from './own'
import { openReplicas, type Replicas } from './replicas'
import { createRowMerger, type RowMerger } from './rows'

export interface Merging {
  readonly replicas: Replicas
  readonly merger: RowMerger
  readonly machines: Machines
  readonly chains: Chains
  readonly own: StepWriter
  /** A transaction was taken back. */
  takenBack(): void
}

export function openMerging(
  sqlite: Sqlite,
  tables: ReadonlyMap<number, RecordTable>,
  past: Past = openPast(sqlite),
): Merging {
  const replicas = openReplicas(sqlite)
  const machines = createMachines(sqlite)
  const merger = createRowMerger(sqlite, tables, replicas, machines, past)
  const chains = openChains(sqlite)
  return {
    replicas,
    merger,
    machines,
    chains,
    own: createStepWriter(sqlite, replicas, merger, machines),
    takenBack: () => {
      replicas.reload()
      machines.forget()
      chains.forget()
    },
  }
}
