/** What colleagues did since this computer's person last looked, by person. One's own former lives are oneself. */

import { copiesOf } from '../../../db/sync/copies'
import { readLooked, stepsAfter, type StepTaken, writeLooked } from '../../../db/sync/looked'
import { labelKind } from '../../../db/capture/steps'
import type { z } from '../../../shared/schema'
import type { AwayPerson } from '../../../shared/contract/sync'
import { decodeBody } from '../../../shared/sync/body'
import { encodeId } from '../../../shared/sync/ids'
import { entityByNumber } from '../../../shared/sync/registry'
import type { WorkspaceContext } from '../context'

type Away = z.infer<typeof AwayPerson>

const SAMPLES = 50

/** Others' replicas with how far their work was looked at, and how far it is here. */
function news(context: WorkspaceContext): { replica: string; from: number; to: number }[] {
  const { exchange, reader } = context.host.current().workspace
  const looked = readLooked(reader)?.vector
  const copies = copiesOf(reader)
  return [...exchange.vector()].flatMap(([replica, to]) => {
    const from = looked?.get(replica) ?? 0
    return copies.get(replica)?.self === true || to <= from ? [] : [{ replica, from, to }]
  })
}

export function countAway(context: WorkspaceContext): number {
  return news(context).reduce((steps, { from, to }) => steps + to - from, 0)
}

export function awayOf(context: WorkspaceContext): { since: number | null; people: Away[] } {
  const { reader } = context.host.current().workspace
  const byPerson = new Map<string, StepTaken[]>()
  for (const { replica, from } of news(context)) {
    for (const step of stepsAfter(reader, replica, from)) {
      const steps = byPerson.get(step.author) ?? []
      steps.push(step)
      byPerson.set(step.author, steps)
    }
  }
  const people = [...byPerson].map(([person, steps]) => personOf(person, steps))
  return { since: readLooked(reader)?.at ?? null, people: people.toSorted((a, b) => b.lastAt - a.lastAt) }
}

/** Everything until now has been looked at. */
export async function catchUp(context: WorkspaceContext): Promise<void> {
  const { workspace } = context.host.current()
  const looked = { at: context.now(), vector: workspace.exchange.vector() }
  await workspace.commit({ author: context.author(), label: 'sync.caughtUp' }, (tx) => writeLooked(tx, looked))
  context.host.notify(['sync'])
}

function personOf(person: string, unsorted: readonly StepTaken[]): Away {
  const steps = unsorted.toSorted((a, b) => b.wall - a.wall)
  return {
    person,
    steps: steps.length,
    lastAt: steps[0]?.wall ?? 0,
    entities: countRecords(steps),
    sample: steps.slice(0, SAMPLES).map(({ wall, label, n_ops: changes }) => ({
      at: wall,
      label: labelKind(label),
      subject: label.split(':').slice(1).join(':'),
      changes,
    })),
  }
}

/** Each record once: removed, else new, else changed. */
function countRecords(steps: readonly StepTaken[]): Away['entities'] {
  const kinds = new Map<string, { readonly entity: string; kind: 'created' | 'changed' | 'removed' }>()
  for (const { body } of steps.toReversed()) {
    for (const [tbl, row, op] of decodeBody(body).ops) {
      const entity = entityByNumber(tbl)
      if (entity === null) continue
      const key = `${tbl}:${encodeId(row)}`
      const known = kinds.get(key)
      if (op === 'd') kinds.set(key, { entity: entity.name, kind: 'removed' })
      else if (op === 'i') kinds.set(key, { entity: entity.name, kind: 'created' })
      else if (known === undefined) kinds.set(key, { entity: entity.name, kind: 'changed' })
    }
  }
  const counts = new Map<string, { entity: string; created: number; changed: number; removed: number }>()
  for (const { entity, kind } of kinds.values()) {
    const count = counts.get(entity) ?? { entity, created: 0, changed: 0, removed: 0 }
    count[kind]++
    counts.set(entity, count)
  }
  return [...counts.values()]
}
