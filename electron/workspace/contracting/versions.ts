/** Versions of a contract: the text as it was laid down, with the hash that says that nobody touched it since. */

import { createHash } from 'node:crypto'

import type { ReadableDb, WritableDb } from '../../../db/database'
import { findVersion, type VersionRow, versionsOf } from '../../../db/repositories/contracts'
import type { ContractVersion } from '../../../shared/contract/contract-views'
import { canonicalBody, type ContractBody, readContractBody } from '../../../shared/domain/contract-body'
import { type ClauseDiff, diffBodies, isSameBody } from '../../../shared/domain/contract-diff'
import { silentIn } from '../../../shared/domain/contract-library'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { put } from '../support'
import { draftBody, type Wording } from './text'
import { contractOf, languagesOf, versionHead } from './views'

/** Hex SHA-256 over the canonical bytes of a body. */
export function bodyHash(body: ContractBody): string {
  return createHash('sha256').update(canonicalBody(body), 'utf8').digest('hex')
}

/** The version of this id; refuses with `record.notFound`. */
export function versionOf(db: ReadableDb, id: string): VersionRow {
  const row = findVersion(db, id)
  if (row === null) throw new AppError('record.notFound', { entity: 'contractVersions', id })
  return row
}

/** A version as answers show it. A body that was emptied or damaged is none. */
export function versionView(row: VersionRow): ContractVersion {
  const body = readContractBody(row.body)
  const intact = body !== null && bodyHash(body) === row.sha256
  return { ...versionHead(row), contractId: row.contractId, body, intact }
}

/**
 * Lays the text down as the next version inside a command; answers its id. What says the same as the last version, in the same
 * languages, is that version. Refused as `record.invalid` while a variable is missing or a clause is silent in a language.
 */
export function layDown(
  context: WorkspaceContext,
  tx: WritableDb,
  contractId: string,
  wording: Wording & { readonly note: string },
): string {
  const { body, missing, clauses } = draftBody(context, contractOf(tx, contractId), wording)
  const refuse = (field: string, reason: string): never => {
    throw new AppError('record.invalid', { entity: 'contracts', field, reason })
  }
  if (clauses.length === 0) refuse('clauses', 'missing')
  if (missing.length > 0) refuse('variables', `missing: ${missing.join(', ')}`)
  const silent = clauses.find((clause) => silentIn(clause, wording.languages).length > 0)
  if (silent) refuse('clauses', `no text: ${silent.key}`)
  const versions = versionsOf(tx, contractId)
  const last = versions.at(-1)
  const sha256 = bodyHash(body)
  if (last?.sha256 === sha256) return last.id
  return put(context, tx, 'contractVersions', null, {
    contractId,
    version: (last?.version ?? 0) + 1,
    body: canonicalBody(body),
    sha256,
    languages: wording.languages.join(' '),
    at: context.now(),
    person: context.author(),
    note: wording.note === '' ? null : wording.note,
  })
}

/** In which languages a version is, and which of them governs; what cannot be read says nothing of the second. */
export function wordingOf(row: VersionRow): Partial<Wording> {
  const body = readContractBody(row.body)
  return { languages: languagesOf(row), ...(body !== null && { governs: body.governs }) }
}

/** What changed from a version to another one, or to the text as it stands. */
export function changesBetween(
  context: WorkspaceContext,
  from: string,
  to: string | null,
): { readonly same: boolean; readonly clauses: readonly ClauseDiff[] } {
  const { db } = context.host.current().workspace
  const before = versionOf(db, from)
  const old = bodyIn(before)
  const next =
    to === null
      ? draftBody(context, contractOf(db, before.contractId), { languages: languagesOf(before), governs: old.governs })
          .body
      : bodyIn(versionOf(db, to))
  const clauses = diffBodies(old, next)
  return { same: isSameBody(clauses), clauses }
}

function bodyIn(row: VersionRow): ContractBody {
  const body = readContractBody(row.body)
  if (body === null)
    throw new AppError('record.invalid', { entity: 'contractVersions', field: 'body', reason: 'damaged' })
  return body
}
