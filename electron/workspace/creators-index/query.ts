/** Answers what is asked of the list: who is in it, in which order, in which groups, how many of each. */

import type { z } from '../../../shared/schema'
import type { CreatorQuery } from '../../../shared/contract/creators-list'
import {
  type FieldValue,
  isEmptyValue,
  isTags,
  type ListMoment,
  type RowField,
} from '../../../shared/domain/list-fields'
import { rowTest } from '../../../shared/domain/list-filters'
import { searchWords } from '../../../shared/domain/search-text'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import { fieldOf, spaceOf } from './fields'
import type { People } from './people'
import type { Person, View } from './person'

export type Query = z.output<typeof CreatorQuery>

export interface Found {
  /** In the order of the list. */
  readonly slots: Int32Array
  /** Fields that this build, or this role, does not know. */
  readonly left: readonly string[]
}

export type Value = string | number | boolean | null

interface Asked {
  readonly people: People
  readonly view: View
  readonly moment: ListMoment
}

/** Everybody whom a query is about, in its order. */
export function find(query: Query, { people, view, moment }: Asked): Found {
  const fields = fieldsOf(query, view)
  const { test, missing } = rowTest(query.filters, fields, moment)
  const sorts = query.group === null ? query.sort : grouped(query, query.group)
  const wanted = new Set(sorts.map(({ field }) => field).filter((id) => !fields.some((field) => field.id === id)))
  const order = people.orders().of(sorts, fields, (field) => spaceOf(field, view))
  const hits = people.text.find(wordsOf(query.search))
  const passes = query.filters.length === 0 ? null : people.passing(keyOf(query, view, moment), test)
  const slots = new Int32Array(order.length)
  let count = 0
  for (const slot of order) {
    if (hits !== null && hits[slot] !== 1) continue
    if (passes === null ? people.bySlot[slot] : passes[slot] === 1) {
      slots[count] = slot
      count += 1
    }
  }
  return { slots: slots.subarray(0, count), left: [...new Set([...missing.map(({ field }) => field), ...wanted])] }
}

/** What its conditions depend on beside the people themselves. */
function keyOf({ filters }: Query, view: View, moment: ListMoment): string {
  const fields = filters.map(({ field: id }) => {
    const field = fieldOf(id, view)
    return field === null ? null : [spaceOf(id, view), field.choices]
  })
  return JSON.stringify([filters, fields, moment])
}

/** Groups of a query in the order of its list. */
export function groupsIn(found: Found, group: string, { people, view }: Asked) {
  const field = fieldOf(group, view)
  const groups: { value: Value; count: number; first: number }[] = []
  let last: string | null = null
  found.slots.forEach((slot, at) => {
    const person = people.bySlot[slot]
    const value = person && field ? plain(field.value(person)) : null
    const key = JSON.stringify(value)
    const current = groups.at(-1)
    if (current && key === last) current.count += 1
    else groups.push({ value, count: 1, first: at })
    last = key
  })
  return groups
}

/** How many of those found have each value, most first; of several values each counts. */
export function countsOf(found: Found, id: string, { people, view }: Asked): { value: Value; count: number }[] {
  const field = fieldOf(id, view)
  if (field === null) return []
  const counts = new Map<Value, number>()
  for (const slot of found.slots) {
    const person = people.bySlot[slot]
    const value = person ? field.value(person) : null
    for (const one of isTags(value) ? value : [plain(value)]) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || String(a.value).localeCompare(String(b.value), 'en'))
}

function plain(value: FieldValue): Value {
  if (isEmptyValue(value)) return null
  return isTags(value) ? value.toSorted(byCode).join(', ') : value
}

function grouped({ sort }: Query, group: string) {
  const same = sort.find(({ field }) => field === group)
  return [same ?? { field: group, descending: false }, ...sort.filter(({ field }) => field !== group)]
}

function fieldsOf({ filters, sort, group }: Query, view: View): RowField<Person>[] {
  const ids = new Set([...filters, ...sort].map(({ field }) => field))
  if (group !== null) ids.add(group)
  return [...ids].flatMap((id) => fieldOf(id, view) ?? [])
}

const PROFILE = /tiktok\.com\/@/i

/** A profile's address is looked for by the handle in it. */
function wordsOf(search: string): string[] {
  return searchWords(PROFILE.test(search) ? normaliseHandle(search) : search)
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
