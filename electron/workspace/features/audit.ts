/** Who did what, when and where, with proof that nothing was altered since. */

import { createHash } from 'node:crypto'

import { auditBodies, type AuditFilter, auditPeople, type AuditRow, pageAudit } from '../../../db/repositories/audit'
import { chainsOf } from '../../../db/replay'
import { type Copy, copiesOf } from '../../../db/sync/copies'
import type { AuditChain, AuditEntry } from '../../../shared/contract/audit'
import { AppError } from '../../../shared/errors'
import { changesOfStep } from '../auditing/changes'
import type { WorkspaceContext } from '../context'
import { writeTable } from '../exporting/write-table'
import { openTitles } from '../inbox/titles'
import { withProgress } from '../progress'
import { jobOf, os } from '../serve'
import { nextOffset, readOffset } from '../support'

/** How many steps are read at a time for a file. */
const BLOCK = 500

export const audit = {
  list: os.audit.list.handler(({ input: { cursor, limit, ...filter }, context }) => {
    const { db } = context.host.current().workspace
    const offset = readOffset(cursor)
    const { rows, total } = pageAudit(db, filter, { offset, limit })
    const copies = copiesOf(db.$client)
    return {
      rows: rows.map((row) => toEntry(context, copies, row)),
      total,
      nextCursor: nextOffset(offset, limit, total),
    }
  }),

  changes: os.audit.changes.handler(({ input: { limit, ...step }, context }) => {
    const { db, tables } = context.host.current().workspace
    const found = changesOfStep(db, openTitles(tables), step, limit)
    if (!found) throw new AppError('record.notFound', { entity: 'step', id: `${step.replicaId}:${step.seq}` })
    return found
  }),

  people: os.audit.people.handler(({ context }) => auditPeople(context.host.current().workspace.db)),

  proof: os.audit.proof.handler(
    jobOf(({ context, signal }) =>
      withProgress(signal, async ({ report, checkWanted }) => {
        report({ step: 'log', done: 0, total: null })
        await new Promise(setImmediate)
        const { db } = context.host.current().workspace
        const copies = copiesOf(db.$client)
        const chains = chainsOf(db.$client).map(({ replica, entries, hash, problem }): AuditChain => {
          checkWanted()
          return {
            replicaId: replica,
            ...who(context, copies, replica, ''),
            steps: entries,
            seal: sealOf(hash),
            ok: problem === null,
          }
        })
        return { ok: chains.every(({ ok }) => ok), at: context.now(), chains }
      }),
    ),
  ),

  export: os.audit.export.handler(
    jobOf(({ input: { to, format, titles, ...filter }, context, signal }) =>
      withProgress(signal, async ({ checkWanted }) =>
        writeTable(to, format, titles, exportRows(context, filter, checkWanted)),
      ),
    ),
  ),
}

function* exportRows(context: WorkspaceContext, filter: AuditFilter, checkWanted: () => void) {
  const { db } = context.host.current().workspace
  const copies = copiesOf(db.$client)
  for (let offset = 0; ; offset += BLOCK) {
    checkWanted()
    const { rows, total } = pageAudit(db, filter, { offset, limit: BLOCK })
    const bodies = auditBodies(db, rows)
    for (const [i, row] of rows.entries()) {
      const { at, person, computer, label, subject, changes, replicaId, seq } = toEntry(context, copies, row)
      const body = bodies[i]
      const hash = body ? createHash('sha256').update(body).digest('hex') : ''
      yield [new Date(at).toISOString(), person, computer, label, subject, changes, replicaId, seq, hash]
    }
    if (offset + BLOCK >= total) return
  }
}

type Copies = ReadonlyMap<string, Copy>

function toEntry(context: WorkspaceContext, copies: Copies, { replica, label, ...row }: AuditRow): AuditEntry {
  const [kind = '', ...subject] = label.split(':')
  const { rid: _, ...entry } = row
  return {
    ...entry,
    ...who(context, copies, replica, row.person),
    replicaId: replica,
    label: kind,
    subject: subject.join(':'),
  }
}

function who({ me }: WorkspaceContext, copies: Copies, replica: string, author: string) {
  const copy = copies.get(replica)
  const self = copy?.self ?? false
  const { person, computer } = me.name()
  return {
    self,
    person: author === '' ? (self ? person : (copy?.person ?? '')) : author,
    computer: self ? computer : (copy?.computer ?? ''),
  }
}

/** The first 80 bits in groups of four, as people can read them to each other. */
function sealOf(hash: Buffer): string {
  return (hash.toString('hex').slice(0, 20).toUpperCase().match(/.{4}/gu) ?? []).join('-')
}
