/**
 * What people and the exchange may do to a team's copies, made from the registry: an entity or column that is registered
 * is edited here without a change to any test.
 *
 * Few rows, few values, two or three entities at a time: what matters is that people meet.
 */

import fc from 'fast-check'

import type { Machine } from '../../../shared/domain/machines'
import type { Cell } from '../../../shared/sync/body'
import type { Column, Entity } from '../../../shared/sync/columns'
import { machineOf } from '../../../shared/sync/machine'
import { columnsOf, ENTITY_LIST, entityOf, type EntityName, type NamedColumn } from '../../../shared/sync/registry'

/** Rows of each entity that a history may touch. */
export const SLOTS = 6

/** A cell's value: itself, or the id of a row of the history, known only when it is played. */
export type Value =
  | { readonly cell: Cell }
  | { readonly entity: EntityName; readonly slot: number; readonly list?: true }

export interface Edit {
  readonly entity: EntityName
  readonly slot: number
  /** `put` adds, edits or brings back, as the row stands. */
  readonly act: 'put' | 'remove'
  readonly values: ReadonlyMap<string, Value>
}

/** How a packet arrives: whole, twice, last runs first, without its first steps, cut short, taken back, or while the program dies. */
export const DELIVERIES = ['whole', 'twice', 'reversed', 'gap', 'cut', 'forgotten', 'killed'] as const
export type Delivery = (typeof DELIVERIES)[number]

export type Command =
  | { readonly do: 'step'; readonly who: number; readonly edits: readonly Edit[] }
  | { readonly do: 'undo' | 'redo' | 'restart' | 'backup' | 'restore'; readonly who: number }
  | { readonly do: 'decide'; readonly who: number; readonly pick: number; readonly value: number }
  | { readonly do: 'send'; readonly who: number; readonly to: number; readonly steps: number }
  | { readonly do: 'deliver'; readonly packet: number; readonly to: number; readonly how: Delivery }
  | { readonly do: 'clock'; readonly who: number; readonly days: number | 'frozen' }

export interface History {
  readonly members: number
  readonly entities: readonly EntityName[]
  readonly commands: readonly Command[]
}

/** The columns that an edit of a row may name: all but those that its id follows from. */
export function editable(entity: Entity): readonly NamedColumn[] {
  const key = entity.id.rule === 'natural' ? entity.id.key : []
  return columnsOf(entity).filter(({ field }) => !key.includes(field))
}

const TEXTS = ['a', 'b', 'Li said: 8折', 'e\u0301\u0000🙂']
const LINES = ['one\ntwo\nthree', 'one\n2\nthree', 'one\ntwo\nthree\nfour', '1\ntwo\nthree', '']

/** The values that a column of this kind takes. */
function valuesOf(column: NamedColumn): readonly Cell[] {
  if (column.values !== undefined) return column.values
  switch (column.kind) {
    case 'text':
      return column.merge === 'text' ? LINES : TEXTS
    case 'handle':
      return ['ana', 'bo']
    case 'integer':
    case 'money':
      return [0, 1, 250, -250, Number.MAX_SAFE_INTEGER]
    case 'bool':
      return [0, 1]
    case 'day':
      return ['2026-01-31', '2026-02-01', '2026-02-28']
    case 'instant':
      return [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2), Date.UTC(2027, 0, 1)]
    case 'currency':
      return ['USD', 'THB']
    case 'decimal':
      return ['1', '1.5', '0.000123']
    case 'json':
      return ['["x"]', '["x","y"]', '{"a":[1,null],"b":"\\u00e9"}']
    case 'id':
      return []
  }
}

/** The machine whose steps an entity's rows are, or null. */
function machineOfEvents(entity: Entity): Machine | null {
  return entity.events === undefined ? null : machineOf(entity.events.machine)
}

const cells = (values: readonly Cell[]): fc.Arbitrary<Value> => fc.constantFrom(...values).map((cell) => ({ cell }))
const rowOf = (entity: EntityName, slots = SLOTS): fc.Arbitrary<Value> =>
  fc.nat(slots - 1).map((slot) => ({ entity, slot }))

/** Also what only this entity's columns can be: states of its machine, and the events that a step settles. */
function valueOf(name: EntityName, column: NamedColumn): fc.Arbitrary<Value> {
  const machine = machineOfEvents(entityOf(name))
  if (machine && (column.field === 'fromState' || column.field === 'toState')) return cells(Object.keys(machine.edges))
  if (machine && column.field === 'machine') return cells([machine.version])
  if (machine && column.field === 'resolves')
    return fc.nat(SLOTS - 1).map((slot): Value => ({ entity: name, slot, list: true }))
  if (column.kind === 'id') return rowOf(referenced(column))
  return cells(valuesOf(column))
}

/** What an `id` column without a declared target points to: creators, as duplicates of people are what is merged. */
function referenced(column: Pick<Column, 'references'>): EntityName {
  const target = ENTITY_LIST.find(({ name }) => name === column.references)
  return target?.name ?? 'creators'
}

function editOf(name: EntityName): fc.Arbitrary<Edit> {
  const machine = machineOfEvents(entityOf(name))
  if (machine === null) return anyEdit(name)
  return fc.oneof({ weight: 3, arbitrary: stepOf(name, machine) }, { weight: 1, arbitrary: anyEdit(name) })
}

/** A whole step of one of two records: mostly a legal one, as often as not from the beginning, so that people contradict each other. */
function stepOf(name: EntityName, machine: Machine): fc.Arbitrary<Edit> {
  const { events, columns } = entityOf(name)
  const owner = referenced(columns[events?.of ?? ''] ?? {})
  const legal = Object.entries(machine.edges).flatMap(([from, all]) => all.map((to) => [from, to] as const))
  const states = fc.constantFrom(...Object.keys(machine.edges))
  const way: fc.Arbitrary<readonly [from: string, to: string]> = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...legal.filter(([from]) => from === machine.initial)) },
    { weight: 4, arbitrary: fc.constantFrom(...legal) },
    { weight: 1, arbitrary: fc.tuple(states, states) },
  )
  const settles = fc.nat(SLOTS - 1).map((slot): Value => ({ entity: name, slot, list: true }))
  return fc.record({
    entity: fc.constant(name),
    slot: fc.nat(SLOTS - 1),
    act: fc.constant('put' as const),
    values: fc.tuple(rowOf(owner, 2), way, fc.option(settles, { freq: 4, nil: { cell: null } })).map(
      ([of, [from, to], resolves]) =>
        new Map<string, Value>([
          [events?.of ?? '', of],
          ['fromState', { cell: from }],
          ['toState', { cell: to }],
          ['machine', { cell: machine.version }],
          ['resolves', resolves],
        ]),
    ),
  })
}

function anyEdit(name: EntityName): fc.Arbitrary<Edit> {
  const columns = editable(entityOf(name))
  // Most edits are of the first columns, so that people meet in them.
  const column = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...columns.slice(0, 2)) },
    { weight: 3, arbitrary: fc.constantFrom(...columns) },
  )
  const pair = column.chain((one) => {
    const value = valueOf(name, one)
    const any = one.required === true ? value : fc.oneof({ weight: 6, arbitrary: value }, fc.constant({ cell: null }))
    return any.map((chosen): readonly [string, Value] => [one.field, chosen])
  })
  return fc.record({
    entity: fc.constant(name),
    slot: fc.oneof({ weight: 2, arbitrary: fc.nat(1) }, fc.nat(SLOTS - 1)),
    act: fc.constantFrom('put' as const, 'put' as const, 'put' as const, 'put' as const, 'remove' as const),
    values: fc.array(pair, { minLength: 1, maxLength: 3 }).map((pairs) => new Map(pairs)),
  })
}

function commandOf(members: number, entities: readonly EntityName[]): fc.Arbitrary<Command> {
  const who = fc.nat(members - 1)
  const edit = fc.oneof(...entities.map(editOf))
  const few = fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 4 }))
  const step = fc.record({
    do: fc.constant('step' as const),
    who,
    edits: few.chain((count) => fc.array(edit, { minLength: count, maxLength: count })),
  })
  const simple = (what: 'undo' | 'redo' | 'restart' | 'backup' | 'restore') => fc.record({ do: fc.constant(what), who })
  return fc.oneof(
    { weight: 30, arbitrary: step },
    { weight: 3, arbitrary: simple('undo') },
    { weight: 2, arbitrary: simple('redo') },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), who, pick: fc.nat(9), value: fc.nat(3) }) },
    {
      weight: 9,
      arbitrary: fc.record({
        do: fc.constant('send' as const),
        who,
        to: who,
        steps: fc.constantFrom(1, 3, 1000),
      }),
    },
    {
      weight: 14,
      arbitrary: fc.record({
        do: fc.constant('deliver' as const),
        // Mostly the newest packets; old ones now and then.
        packet: fc.oneof({ weight: 4, arbitrary: fc.nat(1) }, fc.nat(20)),
        to: who,
        how: fc.oneof({ weight: 7, arbitrary: fc.constant('whole' as const) }, fc.constantFrom(...DELIVERIES)),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('clock' as const),
        who,
        days: fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constant('frozen' as const)),
      }),
    },
    { weight: 1, arbitrary: simple('restart') },
    { weight: 1, arbitrary: simple('backup') },
    { weight: 1, arbitrary: simple('restore') },
  )
}

/** Histories of teams of two to six, each about one to three of `names`. */
export function histories(
  names: readonly EntityName[] = ENTITY_LIST.map(({ name }) => name),
  maxCommands = 50,
): fc.Arbitrary<History> {
  const members = fc.oneof(
    { weight: 3, arbitrary: fc.constant(2) },
    { weight: 4, arbitrary: fc.constant(3) },
    { weight: 1, arbitrary: fc.integer({ min: 4, max: 6 }) },
  )
  const entities = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: Math.min(3, names.length) })
  return fc
    .tuple(members, entities)
    .chain(([count, chosen]) =>
      fc
        .array(commandOf(count, chosen), { minLength: 4, maxLength: maxCommands, size: 'max' })
        .map((commands) => ({ members: count, entities: chosen, commands })),
    )
}
