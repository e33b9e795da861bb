/**
 * Checks a whole workspace: the file's pages, the log against itself, the records and the merged facts against what
 * they follow from. Reads one moment of the file, so people may go on working meanwhile.
 */

import Database from 'better-sqlite3'

import { blobProblems } from './blobs'
import { creatorId, productRecordId } from './capture/derived'
import { openTables } from './capture/tables'
import { wrongTriggers } from './capture/triggers'
import { wrongViews } from './capture/views'
import type { Sqlite } from './database'
import { importProblems } from './facts/verify-imports'
import { verifyFacts } from './facts/verify'
import { checkChains, recordProblems } from './replay'
import { exchangeProblems } from './sync/problems'

export interface Check {
  readonly name: string
  readonly ok: boolean
  /** What is wrong, or what was looked at; ids and counts only. */
  readonly detail: string
}

export interface Verification {
  readonly ok: boolean
  readonly checks: readonly Check[]
}

export interface VerifyOptions {
  readonly onProgress?: (step: string, done: number, total: number) => void
  readonly signal?: AbortSignal
}

type CheckFunction = (sqlite: Sqlite, file: string) => readonly Check[] | Promise<readonly Check[]>

const CHECKS: readonly (readonly [string, CheckFunction])[] = [
  ['file', (sqlite) => [wordOf('file', integrityProblems(sqlite))]],
  ['references', (sqlite) => [wordOf('references', foreignKeyProblems(sqlite))]],
  ['capture', (sqlite) => [wordOf('capture', captureProblems(sqlite))]],
  ['log', (sqlite) => [wordOf('log', checkChains(sqlite))]],
  ['records', (sqlite) => [wordOf('records', recordProblems(sqlite, openTables(sqlite)))]],
  ['exchange', (sqlite) => [wordOf('exchange', exchangeProblems(sqlite))]],
  ['imports', (sqlite) => [wordOf('imports', importProblems(sqlite))]],
  ['facts', (sqlite) => verifyFacts(sqlite, { creator: creatorId, product: productRecordId })],
  ['attachments', async (sqlite, file) => [wordOf('attachments', await blobProblems(sqlite, file))]],
]

/** Runs every check on the file of an open workspace. */
export async function verifyWorkspace(file: string, { onProgress, signal }: VerifyOptions = {}): Promise<Verification> {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  try {
    // One read transaction: everything below sees the same moment.
    sqlite.exec('BEGIN')
    const checks: Check[] = []
    for (const [i, [step, run]] of CHECKS.entries()) {
      signal?.throwIfAborted()
      onProgress?.(step, i, CHECKS.length)
      await new Promise(setImmediate)
      checks.push(...(await attempt(step, () => run(sqlite, file))))
    }
    onProgress?.('done', CHECKS.length, CHECKS.length)
    return { ok: checks.every(({ ok }) => ok), checks }
  } finally {
    sqlite.close()
  }
}

/** A check that cannot even be made has failed. */
async function attempt(step: string, run: () => ReturnType<CheckFunction>): Promise<readonly Check[]> {
  try {
    return await run()
  } catch (error) {
    return [{ name: step, ok: false, detail: error instanceof Error ? error.message : String(error) }]
  }
}

const SHOWN = 10

function wordOf(name: string, problems: readonly string[]): Check {
  const more = problems.length > SHOWN ? ` and ${problems.length - SHOWN} more` : ''
  return { name, ok: problems.length === 0, detail: problems.slice(0, SHOWN).join('; ') + more }
}

function integrityProblems(sqlite: Sqlite): readonly string[] {
  const lines = sqlite.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()
  return lines.length === 1 && lines[0] === 'ok' ? [] : lines
}

function foreignKeyProblems(sqlite: Sqlite): readonly string[] {
  const rows = sqlite.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all()
  return rows.map(({ table, parent }) => `${table} refers to nothing in ${parent}`)
}

function captureProblems(sqlite: Sqlite): readonly string[] {
  const pending = sqlite.prepare<[], number>('SELECT count(*) FROM sync_pending').pluck().get() ?? 0
  const context = sqlite.prepare<[], number>('SELECT open + applying FROM sync_ctx').pluck().get() ?? -1
  return [
    ...wrongTriggers(sqlite).map((name) => `trigger ${name} is not as it should be`),
    ...wrongViews(sqlite).map((name) => `view ${name} is not as it should be`),
    ...(pending === 0 ? [] : [`${pending} changes are in no log entry`]),
    ...(context === 0 ? [] : ['the file is open for writing without a transaction']),
  ]
}
