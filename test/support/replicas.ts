/**
 * Several computers' copies of one workspace, quickly made and with ids and clocks in the test's hand, and what they hold
 * down to the last mark.
 */

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'

import type { WritableDb } from '../../db/database'
import { createWorkspace, openWorkspace, type OpenOptions, type OpenWorkspace } from '../../db/open'
import type { Applied, LogRun, Vector } from '../../db/sync/types'
import { ENTITY_LIST } from '../../shared/sync/registry'
import { NOON } from './workspace-file'

/** One person's copy. */
export interface TestReplica {
  /** 16 hex digits. */
  readonly name: string
  readonly person: string
  readonly file: string
  /** The computer's date, epoch ms; moves by a millisecond with each look. */
  readonly clock: { at: number }
  readonly workspace: OpenWorkspace
  /** One step of this person. */
  step<T>(work: (tx: WritableDb) => T, options?: { readonly label?: string; readonly resolve?: boolean }): Promise<T>
  /** Closes the file and opens it again, as another start of the program. */
  reopen(options?: OpenOptions): Promise<OpenWorkspace>
  close(): void
}

const PEOPLE = ['Lan', 'Wang', 'Mei', 'Duc', 'Ana', 'Sam']

// Memory where the system offers it: thousands of files are made and thrown away.
const ROOT = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir()

let template: Promise<Buffer> | null = null

/** `size` empty copies of one workspace in a folder of their own, which goes away with the test. */
export async function makeTeam(
  size: number,
  { ids = [], clocks = [] }: { readonly ids?: readonly string[]; readonly clocks?: readonly number[] } = {},
): Promise<readonly TestReplica[]> {
  const bytes = await (template ??= makeTemplate())
  const folder = fs.mkdtempSync(path.join(ROOT, 'starboard-team-'))
  const team: TestReplica[] = []
  const end = () => {
    for (const replica of team) replica.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  onTestFinished(end)
  for (let i = 0; i < size; i++) {
    const name = ids[i] ?? (i + 1).toString(16).padStart(2, '0').repeat(8)
    const file = path.join(folder, `${i}.starboard`)
    fs.writeFileSync(file, bytes)
    rename(file, name)
    team.push(await openReplica(file, PEOPLE[i % PEOPLE.length] ?? '', clocks[i] ?? NOON))
  }
  return team
}

/** Closes the copies and removes their files: for tests that make many teams. */
export function endTeam(team: readonly TestReplica[]): void {
  for (const replica of team) {
    replica.close()
    fs.rmSync(path.dirname(replica.file), { recursive: true, force: true })
  }
}

/** Opens a file that is there as one person's copy. */
export async function openReplica(file: string, person: string, at: number): Promise<TestReplica> {
  const clock = { at }
  const options = { now: () => clock.at++ }
  let workspace = await openWorkspace(file, options)
  return {
    get name() {
      return workspace.exchange.self
    },
    get workspace() {
      return workspace
    },
    person,
    file,
    clock,
    step: (work, { label = 'test', resolve = false } = {}) =>
      workspace.commit({ author: person, label, resolve }, work),
    reopen: async (more = {}) => {
      workspace.close()
      workspace = await openWorkspace(file, { ...options, ...more })
      return workspace
    },
    close: () => workspace.close(),
  }
}

async function makeTemplate(): Promise<Buffer> {
  const folder = fs.mkdtempSync(path.join(ROOT, 'starboard-template-'))
  const file = path.join(folder, 'template.starboard')
  const workspace = await createWorkspace(file, { now: () => NOON })
  workspace.close()
  const bytes = fs.readFileSync(file)
  fs.rmSync(folder, { recursive: true })
  return bytes
}

/** Gives an untouched file another name among the replicas. */
function rename(file: string, name: string): void {
  const sqlite = new Database(file)
  const id = Buffer.from(name, 'hex')
  sqlite.prepare('UPDATE sync_replica SET id = ?, hash = ?').run(id, createHash('sha256').update(id).digest())
  sqlite.prepare(`UPDATE sync_meta SET v = ? WHERE k = 'replica'`).run(name)
  sqlite.close()
}

/** What `to` lacks of what `from` has. */
export function lacking(from: TestReplica, to: TestReplica, since?: Vector): readonly LogRun[] {
  return [...from.workspace.exchange.runs(since ?? to.workspace.exchange.storedVector())]
}

/** Receives runs as one file by hand, and applies what can be. */
export async function receive(to: TestReplica, runs: Iterable<LogRun>): Promise<Applied> {
  const { exchange } = to.workspace
  const arrival = await exchange.open({ kind: 'file', name: 'test', package: null, sender: null })
  for (const run of runs) await exchange.store(arrival, run)
  await exchange.settle(arrival, 'keep')
  return exchange.drain()
}

/** Gives `to` everything that `from` has. */
export async function send(from: TestReplica, to: TestReplica): Promise<Applied> {
  return receive(to, lacking(from, to))
}

/** Everybody gives everybody everything, until nobody lacks anything. */
export async function exchangeAll(team: readonly TestReplica[]): Promise<void> {
  for (let moved = true; moved;) {
    moved = false
    for (const from of team) {
      for (const to of team) {
        const runs = from === to ? [] : lacking(from, to)
        if (runs.length === 0) continue
        await receive(to, runs)
        moved = true
      }
    }
  }
}

/** Everything that must be equal on two copies with the same steps, replicas by name: records, marks, questions, states. */
export function dump({ workspace }: Pick<TestReplica, 'workspace'>): string {
  const rows = (sql: string): string[] => workspace.reader.prepare<[], string>(sql).pluck().all()
  const name = (column: string) => `(SELECT lower(hex(id)) FROM sync_replica r WHERE r.rid = ${column})`
  return [
    ...ENTITY_LIST.flatMap(({ table, name: entity }) => {
      const columns = workspace.reader
        .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY name')
        .pluck()
        .all(table)
      return rows(
        `SELECT json_array('${entity}', ${columns.map((c) => `"${c}"`).join(', ')}) FROM "${table}" ORDER BY id`,
      )
    }),
    ...rows(
      `SELECT json_array('birth', tbl, row, ${name('t.rid')}, seq, hlc, cov) FROM sync_row t ORDER BY tbl, row, ${name('t.rid')}`,
    ),
    ...rows(
      `SELECT json_array('cell', tbl, row, col, ${name('t.rid')}, seq, hlc, cov, win, val) FROM sync_cell t
       ORDER BY tbl, row, col, ${name('t.rid')}`,
    ),
    ...rows(
      `SELECT json_array('seen', ${name('t.src')}, ${name('t.rid')}, seq, hex(h4)) FROM sync_vv t ORDER BY ${name('t.src')}, ${name('t.rid')}`,
    ),
    ...rows(`SELECT json_array('head', lower(hex(id)), seq, hex(hash)) FROM sync_replica WHERE seq > 0 ORDER BY id`),
    ...rows(`SELECT json_array('state', tbl, row, state, hold) FROM machine_states ORDER BY tbl, row`),
    ...rows(
      `SELECT json_array('parked', ${name('t.rid')}, seq, op, tbl, row, col) FROM sync_parked t ORDER BY ${name('t.rid')}, seq, op, col`,
    ),
  ].join('\n')
}
