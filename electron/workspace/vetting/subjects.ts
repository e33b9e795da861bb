/** What is known of the creators that are to be vetted, each person once with everything under all their names. */

import { observationsOf } from '../../../db/repositories/metrics'
import {
  type ContactRow,
  contactsOf,
  decisionsOf,
  vettedCreators,
  type VettedCreator,
} from '../../../db/repositories/vetting'
import type { Decision } from '../../../shared/domain/decisions'
import type { Observation } from '../../../shared/domain/metrics'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'

export interface Subject {
  readonly id: string
  /** Of everybody that was made one with them, their own first. */
  readonly ids: readonly string[]
  readonly creator: VettedCreator & { readonly handle: string }
  readonly observations: readonly Observation[]
  /** Oldest first. */
  readonly decisions: readonly Decision[]
  /** Oldest first. */
  readonly contacts: readonly ContactRow[]
}

/** The people of these creators in the order asked, each once. Refuses as `record.notFound`. */
export function subjectsOf(context: WorkspaceContext, creatorIds: readonly string[]): Subject[] {
  const { db } = context.host.current().workspace
  const merged = mergedCreators(db)
  const standing = [...new Set(creatorIds.map((id) => merged.get(id) ?? id))]
  const others = new Map<string, string[]>(standing.map((id) => [id, [id]]))
  for (const [loser, winner] of merged) others.get(winner)?.push(loser)
  const all = [...others.values()].flat()
  const person = new Map([...others].flatMap(([winner, ids]) => ids.map((id) => [id, winner] as const)))
  const creators = new Map(vettedCreators(db, standing).map((creator) => [creator.id, creator]))
  const observations = byPerson(observationsOf(db, all), person)
  const decisions = byPerson(decisionsOf(db, all), person)
  const contacts = byPerson(contactsOf(db, all), person)
  return standing.map((id) => {
    const creator = creators.get(id)
    if (!creator) throw new AppError('record.notFound', { entity: 'creators', id })
    return {
      id,
      ids: others.get(id) ?? [id],
      creator: { ...creator, handle: creator.handle ?? id },
      observations: observations.get(id) ?? [],
      decisions: decisions.get(id) ?? [],
      contacts: contacts.get(id) ?? [],
    }
  })
}

/** The one person of this creator. Refuses as `record.notFound`. */
export function subjectOf(context: WorkspaceContext, creatorId: string): Subject {
  const [subject] = subjectsOf(context, [creatorId])
  if (!subject) throw new AppError('record.notFound', { entity: 'creators', id: creatorId })
  return subject
}

function byPerson<R extends { readonly creatorId: string }>(rows: readonly R[], person: ReadonlyMap<string, string>) {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const id = person.get(row.creatorId) ?? row.creatorId
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return groups
}
