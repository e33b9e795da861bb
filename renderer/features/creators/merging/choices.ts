/** Two creators field by field before they are made one: what differs, whose value is to hold, what is written. Pure. */

import {
  BOTH_FIELDS,
  type BothField,
  type CreatorRecord,
  MERGE_FIELDS,
  type MergeField,
  SECRET_FIELDS,
  type SecretField,
  type ShopRelation,
} from '../../../../shared/contract/creator-record'

export type Side = 'ours' | 'theirs' | 'both'

/** One line of the picker; `shop` stands for all that a shop knows of the creator. */
export interface MergeRow {
  readonly key: string
  readonly field: MergeField | null
  readonly shopId: string | null
  /** Null: empty. Values that are not shown by themselves are `SECRET`. */
  readonly ours: string | null
  readonly theirs: string | null
  readonly canBoth: boolean
}

export const SECRET = Symbol.for('secret').toString()

/** Only what the two differ in and the other one has. */
export function mergeRows(ours: CreatorRecord, theirs: CreatorRecord): readonly MergeRow[] {
  const fields = MERGE_FIELDS.flatMap((field): MergeRow[] => {
    const [mine, other] = [textOf(ours, field), textOf(theirs, field)]
    const differs = isSecret(field) ? other !== null : other !== null && other !== mine
    return differs
      ? [{ key: field, field, shopId: null, ours: mine, theirs: other, canBoth: isBoth(field) && mine !== null }]
      : []
  })
  const shops = ours.relations.flatMap((relation): MergeRow[] => {
    const other = theirs.relations.find(({ shopId }) => shopId === relation.shopId)
    const [mine, their] = [relationText(relation), other ? relationText(other) : null]
    return their !== null && their !== '' && their !== mine
      ? [{ key: relation.shopId, field: null, shopId: relation.shopId, ours: mine, theirs: their, canBoth: false }]
      : []
  })
  return [...fields, ...shops]
}

/** What is taken unless somebody chooses: what fills an empty field, and lists and remarks of both. */
export function firstSide({ ours, canBoth, field }: MergeRow): Side {
  if (ours === null || ours === '') {
    return 'theirs'
  }
  return canBoth && (field === 'tags' || field === 'channels' || field === 'remark') ? 'both' : 'ours'
}

export function resultText(row: MergeRow, side: Side): string | null {
  if (side === 'both') {
    return [row.ours, row.theirs].filter((text) => text !== null && text !== '').join(' + ')
  }
  return side === 'ours' ? row.ours : row.theirs
}

/** The choices as the merge takes them. */
export function orderOf(rows: readonly MergeRow[], sideOf: (row: MergeRow) => Side) {
  const chosen = (side: Side) => rows.filter((row) => sideOf(row) === side)
  return {
    take: chosen('theirs').flatMap(({ field }) => field ?? []),
    both: chosen('both').flatMap(({ field }) => (field !== null && isBoth(field) ? [field] : [])),
    takeShops: chosen('theirs').flatMap(({ shopId }) => shopId ?? []),
  }
}

function isBoth(field: MergeField): field is BothField {
  return BOTH_FIELDS.some((one) => one === field)
}

function isSecret(field: MergeField): field is SecretField {
  return SECRET_FIELDS.some((one) => one === field)
}

function textOf(record: CreatorRecord, field: MergeField): string | null {
  if (isSecret(field)) {
    return record.secrets[field] ? SECRET : null
  }
  if (field === 'tags') {
    return record.tags.join(' · ') || null
  }
  if (field === 'channels') {
    return record.channels?.map(({ kind, value }) => `${kind} ${value}`).join(' · ') || null
  }
  if (field === 'starred') {
    return record.starred ? '★' : null
  }
  return record[field] || null
}

function relationText({ stage, owner, rate, tags, note }: ShopRelation): string {
  return [stage, owner, rate === null ? null : `${rate / 100} %`, ...tags, note].filter(Boolean).join(' · ')
}
