/** Answers what is asked of the ledger: which samples, in which order, in which groups. */

import type { SampleQuery } from '../../../shared/contract/samples'
import {
  type FieldValue,
  isEmptyValue,
  isTags,
  type ListMoment,
  type RowField,
} from '../../../shared/domain/list-fields'
import { rowTest } from '../../../shared/domain/list-filters'
import { sortedRows } from '../../../shared/domain/list-order'
import type { Mask } from '../../../shared/domain/roles'
import { searchWords } from '../../../shared/domain/search-text'
import type { z } from '../../../shared/schema'
import { fieldOf } from './fields'
import type { LedgerSample } from './ledger'

export type Query = z.output<typeof SampleQuery>

export interface Asked {
  readonly samples: readonly LedgerSample[]
  readonly moment: ListMoment
  readonly hides: (mask: Mask) => boolean
}

export interface Found {
  /** In the order of the list: as asked, else those due first first. */
  readonly rows: readonly LedgerSample[]
  /** Fields that this build, or this role, does not know. */
  readonly left: readonly string[]
}

export function find(query: Query, { samples, moment, hides }: Asked): Found {
  const fields = fieldsOf(query, hides)
  const { test, missing } = rowTest(query.filters, fields, moment)
  const sorts = query.group === null ? query.sort : grouped(query, query.group)
  const unknown = sorts.map(({ field }) => field).filter((id) => !fields.some((field) => field.id === id))
  const wanted = within(query)
  const rows = samples.filter((sample) => wanted(sample) && test(sample))
  return {
    rows: sortedRows(rows, sorts, fields, COLLATOR),
    left: [...new Set([...missing.map(({ field }) => field), ...unknown])],
  }
}

/** What board, calendar and table are narrowed to before anything else is asked. */
export function within({
  shopId,
  creatorId = null,
  owner = null,
  search,
}: Pick<Query, 'shopId' | 'search'> & { creatorId?: string | null; owner?: string | null }) {
  const words = searchWords(search)
  return (sample: LedgerSample): boolean =>
    (shopId === null || sample.shopId === shopId) &&
    (creatorId === null || sample.creatorId === creatorId) &&
    (owner === null || sample.owner === owner) &&
    words.every((word) => sample.text.includes(word))
}

type Value = string | number | boolean | null

/** Groups of a query in the order of its list. */
export function groupsIn(found: Found, group: string, hides: Asked['hides']) {
  const field = fieldOf(group, hides)
  const groups: { value: Value; count: number; first: number }[] = []
  let last: string | null = null
  found.rows.forEach((row, at) => {
    const value = field === null ? null : plain(field.value(row))
    const key = JSON.stringify(value)
    const current = groups.at(-1)
    if (current && key === last) current.count += 1
    else groups.push({ value, count: 1, first: at })
    last = key
  })
  return groups
}

// Latin before Chinese by its pinyin, numbers by their size: one order for everybody, whatever their language.
const COLLATOR = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true })

function plain(value: FieldValue): Value {
  if (isEmptyValue(value)) return null
  return isTags(value) ? value.join(', ') : value
}

function grouped({ sort }: Query, group: string) {
  const same = sort.find(({ field }) => field === group)
  return [same ?? { field: group, descending: false }, ...sort.filter(({ field }) => field !== group)]
}

function fieldsOf({ filters, sort, group }: Query, hides: Asked['hides']): RowField<LedgerSample>[] {
  const ids = new Set([...filters, ...sort].map(({ field }) => field))
  if (group !== null) ids.add(group)
  return [...ids].flatMap((id) => fieldOf(id, hides) ?? [])
}
