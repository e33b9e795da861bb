/** Records whose steps contradict each other, with the steps in question. */

import { foldSteps, machineOf, type Step } from '../../shared/sync/machine'
import { ENTITY_LIST, type EntityName } from '../../shared/sync/registry'
import type { Sqlite } from '../database'
import { EVENTFUL, openSteps } from './machines'
import { type StepHead, stepHead } from './questions'

export interface HeldStep extends Step, StepHead {
  /** It counts now; the contested ones do not. */
  readonly counted: boolean
}

export interface Held {
  readonly entity: EntityName
  readonly tbl: number
  readonly id: string
  readonly machine: string
  /** Where the record stands without the contested steps. */
  readonly state: string
  readonly steps: readonly HeldStep[]
}

/** Every record on hold because of a contradiction, or this one. */
export function heldRecords(sqlite: Sqlite, only?: { readonly tbl: number; readonly id: string }): Held[] {
  return EVENTFUL.flatMap((eventful) => {
    const entity = ENTITY_LIST.find(({ n }) => n === eventful.of)
    const machine = machineOf(eventful.machine)
    if (entity === undefined || machine === null || (only !== undefined && only.tbl !== entity.n)) return []
    const held = sqlite
      .prepare<unknown[], string>(
        `SELECT row FROM machine_states WHERE tbl = ? AND hold = 1 ${only === undefined ? '' : 'AND row = ?'} ORDER BY row`,
      )
      .pluck()
      .all(entity.n, ...(only === undefined ? [] : [only.id]))
    const stepsOf = openSteps(sqlite, eventful)
    const headOf = stepHead(sqlite)
    return held.flatMap((id) => {
      const { state, hold, contested } = foldSteps(machine, stepsOf(id))
      // A step of a newer app is no question: the update answers it.
      if (hold !== 'contradiction') return []
      const steps = new Map<string, HeldStep>()
      const add = (step: Step, counted: boolean) => {
        const head = headOf(step.replica, step.seq)
        if (head !== null) steps.set(step.id, { ...head, ...step, counted })
      }
      for (const { step, against } of contested) {
        if (against !== null) add(against, true)
        add(step, false)
      }
      return [{ entity: entity.name, tbl: entity.n, id, machine: machine.name, state, steps: [...steps.values()] }]
    })
  })
}
