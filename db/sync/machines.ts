/** Where records with events stand, worked out again for those whose events a transaction touched. */

import { foldSteps, machineOf, resolvedIds, type Standing, type Step } from '../../shared/sync/machine'
import { columnsOf, ENTITY_LIST } from '../../shared/sync/registry'
import type { Cell } from '../../shared/sync/body'
import type { RecordTable } from '../capture/tables'
import { quoted, type Sqlite } from '../database'

export interface Machines {
  /** A record is about to be changed, or was. */
  touch(table: RecordTable, id: string): void
  /** An own step is in the tables before it is told of: what an event belonged to until then is in what it overwrote. */
  left(table: RecordTable, overwritten: ReadonlyMap<number, Cell>): void
  /** Works out what was touched; answers how many records came to be on hold. */
  settle(): number
  /** The transaction was taken back. */
  forget(): void
  /** All of them anew. */
  rebuild(): void
}

/** The entities whose records are events, with what they belong to. */
export interface Eventful {
  readonly table: string
  /** The number of the table of the records that the events belong to. */
  readonly of: number
  /** The column that names the record. */
  readonly owner: string
  readonly ownerColumn: number
  readonly machine: string
  readonly n: number
}

export const EVENTFUL: readonly Eventful[] = ENTITY_LIST.flatMap((entity) => {
  const { events } = entity
  const column = events && columnsOf(entity).find(({ field }) => field === events.of)
  const of = ENTITY_LIST.find(({ name }) => name === column?.references)
  if (!events || !column || !of) return []
  return [
    { table: entity.table, of: of.n, owner: column.sql, ownerColumn: column.n, machine: events.machine, n: entity.n },
  ]
})

/** The living steps of a record's machine. */
export function openSteps(sqlite: Sqlite, { table, owner, n }: Eventful): (id: string) => readonly Step[] {
  // CROSS: the record's own steps are looked up first; a planner without statistics would walk all births of the table.
  const steps = sqlite.prepare<[string], Omit<Step, 'resolves'> & { readonly resolves: Cell }>(
    `SELECT e.id, lower(hex(p.id)) AS replica, b.seq, b.hlc, coalesce(e.from_state, '') AS "from", coalesce(e.to_state, '') AS "to",
       e.resolves, coalesce(e.machine, 0) AS machine
     FROM ${quoted(table)} e CROSS JOIN sync_row b ON b.tbl = ${n} AND b.row = e.id JOIN sync_replica p ON p.rid = b.rid
     WHERE e.${quoted(owner)} = ? AND e._del = 0`,
  )
  return (id) => steps.all(id).map((step) => ({ ...step, resolves: resolvedIds(step.resolves) }))
}

export function createMachines(sqlite: Sqlite): Machines {
  const put = sqlite.prepare(
    `INSERT INTO machine_states (tbl, row, state, hold) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET state = excluded.state, hold = excluded.hold`,
  )
  const drop = sqlite.prepare('DELETE FROM machine_states WHERE tbl = ? AND row = ?')
  const held = sqlite
    .prepare<[number, string], number>('SELECT hold FROM machine_states WHERE tbl = ? AND row = ?')
    .pluck()
  const folds = new Map(EVENTFUL.map((eventful) => [eventful.n, openFold(sqlite, eventful)]))

  const write = (of: number, id: string, standing: Standing | null): boolean => {
    const before = held.get(of, id) === 1
    if (standing === null) drop.run(of, id)
    else put.run(of, id, standing.state, standing.hold === null ? 0 : 1)
    return standing !== null && standing.hold !== null && !before
  }
  return {
    touch: (table, id) => folds.get(table.entity.n)?.touch(id),
    left: (table, overwritten) => folds.get(table.entity.n)?.left(overwritten),
    settle: () => {
      let holds = 0
      for (const fold of folds.values())
        for (const [id, standing] of fold.settle()) if (write(fold.of, id, standing)) holds++
      return holds
    },
    forget: () => folds.forEach((fold) => fold.forget()),
    rebuild: () => {
      sqlite.exec('DELETE FROM machine_states')
      for (const fold of folds.values()) for (const [id, standing] of fold.every()) write(fold.of, id, standing)
    },
  }
}

function openFold(sqlite: Sqlite, eventful: Eventful) {
  const machine = machineOf(eventful.machine)
  if (machine === null) throw new RangeError(`no machine ${eventful.machine}`)
  const { table, owner, ownerColumn, of } = eventful
  const ownerOf = sqlite
    .prepare<[string], string | null>(`SELECT ${quoted(owner)} FROM ${quoted(table)} WHERE id = ?`)
    .pluck()
  const owners = sqlite
    .prepare<[], string>(
      `SELECT DISTINCT ${quoted(owner)} FROM ${quoted(table)} WHERE _del = 0 AND ${quoted(owner)} IS NOT NULL`,
    )
    .pluck()
  const stepsOf = openSteps(sqlite, eventful)
  const events = new Set<string>()
  const records = new Set<string>()
  const standingOf = (id: string): Standing | null => {
    const steps = stepsOf(id)
    return steps.length === 0 ? null : foldSteps(machine, steps)
  }
  const noteOwner = (event: string): void => {
    const id = ownerOf.get(event)
    if (typeof id === 'string') records.add(id)
  }
  return {
    of,
    touch(event: string): void {
      events.add(event)
      noteOwner(event)
    },
    left(overwritten: ReadonlyMap<number, Cell>): void {
      const id = overwritten.get(ownerColumn)
      if (typeof id === 'string') records.add(id)
    },
    *settle(): Iterable<readonly [string, Standing | null]> {
      for (const event of events) noteOwner(event)
      const touched = [...records]
      this.forget()
      for (const id of touched) yield [id, standingOf(id)]
    },
    forget(): void {
      events.clear()
      records.clear()
    },
    *every(): Iterable<readonly [string, Standing | null]> {
      for (const id of owners.all()) yield [id, standingOf(id)]
    },
  }
}
