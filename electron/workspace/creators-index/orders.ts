/**
 * In which order people stand, for each sorting that was asked for: worked out once, then kept up to date.
 *
 * What is not known comes last both ways; equals stand by handle, then id, so that every computer shows one order.
 */

import { isEmptyValue, type RowField } from '../../../shared/domain/list-fields'
import type { ListSort } from '../../../shared/domain/lists'
import { foldText } from '../../../shared/domain/search-text'
import type { Person } from './person'
import { spellOut } from './pinyin'

type Key = string | number | null

interface Column {
  readonly keys: Key[]
  readonly read: (person: Person) => Key
}

interface Order {
  readonly slots: number[]
  readonly columns: readonly { readonly column: Column; readonly descending: boolean }[]
  /** Somebody changed since it was sorted. */
  changed: boolean
}

/** More sortings than this are forgotten, oldest first. */
const KEPT = 12

export class Orders {
  private readonly columns = new Map<string, Column>()
  private readonly orders = new Map<string, Order>()
  private readonly persons: readonly (Person | null)[]
  private readonly byHandle: Column

  constructor(persons: readonly (Person | null)[]) {
    this.persons = persons
    this.byHandle = { keys: [], read: ({ handle, id }) => `${foldText(handle)}\n${id}` }
    this.readAll(this.byHandle)
  }

  /** Slots of everybody in this order. `spaceOf` tells apart what a field reads in one shop and in another. */
  of(
    sorts: readonly ListSort[],
    fields: readonly RowField<Person>[],
    spaceOf: (field: string) => string,
  ): readonly number[] {
    const name = sorts.map(({ field, descending }) => `${descending ? '-' : ''}${field} ${spaceOf(field)}`).join('\n')
    const order = this.orders.get(name) ?? this.make(sorts, fields, spaceOf)
    // The last one asked for is forgotten last.
    this.orders.delete(name)
    this.orders.set(name, order)
    this.forgetOldest()
    if (order.changed) {
      this.sort(order)
      order.changed = false
    }
    return order.slots
  }

  /** This slot holds somebody else, or the same person changed. */
  set(slot: number): void {
    for (const column of [this.byHandle, ...this.columns.values()]) this.read(column, slot)
    for (const order of this.orders.values()) {
      order.changed = true
      if (slot >= order.slots.length) order.slots.push(slot)
    }
  }

  private forgetOldest(): void {
    const [oldest] = this.orders.keys()
    if (this.orders.size <= KEPT || oldest === undefined) return
    this.orders.delete(oldest)
    const used = new Set([...this.orders.values()].flatMap(({ columns }) => columns.map(({ column }) => column)))
    for (const [name, column] of this.columns) if (!used.has(column)) this.columns.delete(name)
  }

  private make(
    sorts: readonly ListSort[],
    fields: readonly RowField<Person>[],
    spaceOf: (field: string) => string,
  ): Order {
    const columns = sorts.flatMap(({ field: id, descending }) => {
      const field = fields.find((one) => one.id === id)
      return field ? [{ column: this.column(field, `${id} ${spaceOf(id)}`), descending }] : []
    })
    return { slots: this.persons.map((_, slot) => slot), columns, changed: true }
  }

  private column(field: RowField<Person>, name: string): Column {
    const known = this.columns.get(name)
    if (known) return known
    const column: Column = { keys: [], read: keyReader(field) }
    this.readAll(column)
    this.columns.set(name, column)
    return column
  }

  private readAll(column: Column): void {
    for (let slot = 0; slot < this.persons.length; slot += 1) this.read(column, slot)
  }

  private read(column: Column, slot: number): void {
    const person = this.persons[slot]
    column.keys[slot] = person ? column.read(person) : null
  }

  /** Sorted in place: an order that was right but for a few is nearly free to put right. */
  private sort({ slots, columns }: Order): void {
    const handles = this.byHandle.keys
    const [first, ...others] = columns
    if (!first) {
      slots.sort((a, b) => compare(handles[a] ?? null, handles[b] ?? null, false))
      return
    }
    const { keys } = first.column
    slots.sort((a, b) => {
      const by = compare(keys[a] ?? null, keys[b] ?? null, first.descending)
      if (by !== 0) return by
      for (const { column, descending } of others) {
        const next = compare(column.keys[a] ?? null, column.keys[b] ?? null, descending)
        if (next !== 0) return next
      }
      return compare(handles[a] ?? null, handles[b] ?? null, false)
    })
  }
}

/** By what a field's values are sorted: sizes, and texts without case and accents, Chinese by its pinyin. */
function keyReader(field: RowField<Person>): (person: Person) => Key {
  return (person) => {
    const value = field.value(person)
    if (isEmptyValue(value)) return field.kind === 'bool' ? 0 : null
    if (typeof value === 'number') return value
    if (typeof value === 'boolean') return Number(value)
    const text = typeof value === 'string' ? value : value === null ? '' : [...value].sort().join('\n')
    const place = field.choices?.indexOf(text) ?? -1
    return place >= 0 ? place : textKey(text)
  }
}

function textKey(text: string): string {
  const folded = foldText(text)
  return spellOut(folded)?.full ?? folded
}

function compare(a: Key, b: Key, descending: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b === descending ? 1 : -1
}
