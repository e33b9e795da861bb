/**
 * What is kept of a creator beside their own record, and what becomes of it when the person is erased: records that tell of
 * nobody else go; those that are the agency's books (what samples took and brought) stay without what is personal in them.
 */

import { columnsOf, type EntityName, entityOf, ENTITIES } from '../shared/sync/registry'
import { quoted } from './database'

export interface Belonging {
  readonly entity: EntityName
  /** The field that leads to the person: it holds the id of a creator, or of a record of theirs. */
  readonly by: string
  readonly of: EntityName
  /** Fields that an erasure empties; null: all of them, and the record goes. */
  readonly empties: readonly string[] | null
}

const goes = (entity: EntityName, by = 'creatorId', of: EntityName = 'creators'): Belonging => ({
  entity,
  by,
  of,
  empties: null,
})
const stays = (
  entity: EntityName,
  empties: readonly string[],
  by = 'creatorId',
  of: EntityName = 'creators',
): Belonging => ({ entity, by, of, empties })

/** Each entity once. Attachments of all of these belong to the person too. */
export const BELONGINGS: readonly Belonging[] = [
  goes('shopCreators'),
  goes('creatorMetrics'),
  goes('touches'),
  goes('tasks'),
  goes('creatorDecisions'),
  goes('quoteRequests'),
  stays('campaignCreators', ['note']),
  stays('payTerms', ['note']),
  goes('briefSends'),
  stays('liveSlots', ['room', 'note']),
  stays('samples', ['recipient', 'phone', 'address', 'reason', 'note']),
  stays('sampleEvents', ['reason'], 'sampleId', 'samples'),
  goes('parcels', 'sampleId', 'samples'),
  goes('sampleNudges', 'sampleId', 'samples'),
  // The number of a video opens the page of whoever posted it.
  stays('contents', ['contentId', 'url', 'title', 'hook', 'note']),
  stays('samplePosts', ['note'], 'contentId', 'contents'),
  stays('contentChecks', ['promised', 'configured', 'findings', 'note'], 'contentId', 'contents'),
  stays('violations', ['lesson', 'note']),
  goes('reviews'),
  goes('reviewEvents', 'reviewId', 'reviews'),
  goes('reviewVersions', 'reviewId', 'reviews'),
  goes('reviewNotes', 'versionId', 'reviewVersions'),
  // Paper that was signed is kept for the books: who signed and the words themselves go, the hashes stay.
  stays('contracts', ['counterparty', 'counterpartyId', 'title', 'variables', 'note', 'clauses']),
  stays('contractVersions', ['body', 'note'], 'contractId', 'contracts'),
  stays('contractEvents', ['reason'], 'contractId', 'contracts'),
  stays('contractSignatures', ['signer', 'device', 'note'], 'contractId', 'contracts'),
  stays('obligations', ['title', 'note'], 'contractId', 'contracts'),
  stays('guardOverrides', ['reason']),
  stays('statements', ['note']),
  goes('disputes'),
  goes('disputeNotes', 'disputeId', 'disputes'),
  stays('payables', ['title', 'note']),
  stays('payableEvents', ['reason'], 'payableId', 'payables'),
  stays('ledgerEntries', ['reason', 'reference']),
]

const BY_ENTITY = new Map(BELONGINGS.map((one) => [one.entity, one]))

export function belongingOf(entity: EntityName): Belonging | null {
  return BY_ENTITY.get(entity) ?? null
}

/** Selects the ids of an entity's records, removed ones too, that belong to the creators whose ids `people` selects. */
export function idsOfPeople({ entity, by, of }: Belonging, people: string): string {
  const parent = belongingOf(of)
  return `SELECT id FROM ${tableOf(entity)} WHERE ${columnOf(entity, by)} IN (${parent ? idsOfPeople(parent, people) : people})`
}

/** Selects the ids of the creators to whom the records of an entity belong whose ids `records` selects. */
export function peopleOf({ entity, by, of }: Belonging, records: string): string {
  const owners = `SELECT ${columnOf(entity, by)} AS id FROM ${tableOf(entity)} WHERE id IN (${records})`
  const parent = belongingOf(of)
  return parent ? peopleOf(parent, owners) : owners
}

/** Selects the ids of the files that are attached to anything of these creators, removed ones too. */
export function filesOfPeople(people: string): string {
  const own = `entity = 'creators' AND record_id IN (${people})`
  const others = BELONGINGS.map((one) => `entity = '${one.entity}' AND record_id IN (${idsOfPeople(one, people)})`)
  return `SELECT id FROM attachments WHERE ${[own, ...others].map((where) => `(${where})`).join(' OR ')}`
}

/** Fields of a record that goes which stay in it: whom it told of, so that it is known for erased. */
const LINKS: readonly string[] = ['shopId', 'listId']

/** What an erasure empties of a record of this entity. */
export function emptiedFields(entity: EntityName): readonly string[] {
  const one = belongingOf(entity)
  if (one?.empties) return one.empties
  const kept = entity === 'attachments' ? ['entity', 'recordId'] : [...LINKS, ...(one ? [one.by] : [])]
  return columnsOf(entityOf(entity)).flatMap(({ field }) => (kept.includes(field) ? [] : [field]))
}

/** Whether any of these fields holds something, as a condition on a row called `r`. */
export function holdsAny(entity: EntityName, fields: readonly string[]): string {
  return fields.map((field) => `r.${columnOf(entity, field)} IS NOT NULL`).join(' OR ') || '0'
}

export function tableOf(entity: EntityName): string {
  return quoted(ENTITIES[entity].table)
}

function columnOf(entity: EntityName, field: string): string {
  const column = columnsOf(entityOf(entity)).find((one) => one.field === field)
  if (column === undefined) throw new RangeError(`no field ${field} of ${entity}`)
  return quoted(column.sql)
}
