/** What merging costs here: colleagues' steps taken into a workspace file, and what capturing one's own adds to a save. */

import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import Database from 'better-sqlite3'

import { createWorkspace, type OpenWorkspace, openWorkspace } from '../../db/open'
import type { LogRun } from '../../db/sync/types'
import { type Body, type Dependency, type Op, toWire } from '../../shared/sync/body'
import { encodeBody } from '../../shared/sync/body-writing'
import { decodeId } from '../../shared/sync/ids'
import { ENTITIES } from '../../shared/sync/registry'
import { type CellChange, syncWorkload, type SyncWorkload, TABLE } from './sync-workload'

export interface MergeInput {
  readonly folder: string
  readonly rows: number
  readonly changes: number
  /** Changes of one step. */
  readonly perStep: number
  /** This side has written the same cells meanwhile. */
  readonly conflicting: boolean
  readonly rounds: number
}

const RECORDS = ENTITIES.costLines
const NAMES = ['id', ...TABLE.map(({ sql }) => `"${sql}"`)]
const INSERT = `INSERT INTO cost_lines (${NAMES.join(', ')}) VALUES (${NAMES.map(() => '?').join(', ')})`

/** A workspace with the workload's rows, 500 to a step of a person's; made once. */
async function base(file: string, { ids, rows }: SyncWorkload): Promise<void> {
  if (existsSync(file)) return
  const workspace = await createWorkspace(file)
  for (let at = 0; at < ids.length; at += 500) {
    await workspace.commit({ author: 'bench', label: 'costs.add:bench' }, ({ $client }) => {
      const insert = $client.prepare(INSERT)
      for (const [i, id] of ids.slice(at, at + 500).entries()) insert.run(id, ...(rows[at + i] ?? []))
    })
  }
  workspace.close()
}

/** Another life of the same file, as a colleague's copy would be. */
async function copyOf(file: string, to: string): Promise<OpenWorkspace> {
  for (const end of ['', '-wal', '-shm']) rmSync(to + end, { force: true })
  copyFileSync(file, to)
  return openWorkspace(to, { newLife: 'copied' })
}

/** The steps of a colleague who had everything that `workspace` has and then made the changes. */
export function stepsOf(
  workspace: OpenWorkspace,
  { ids }: Pick<SyncWorkload, 'ids'>,
  changes: readonly CellChange[],
  perStep: number,
  name = 'colleague',
): LogRun {
  const replica = createHash('sha256').update(name).digest().subarray(0, 8)
  const deps = [...workspace.exchange.vector()].flatMap(([id, seq]): Dependency[] => {
    const hash = workspace.exchange.hashAt(id, seq)
    return seq === 0 || hash === null ? [] : [[Buffer.from(id, 'hex'), seq, hash.subarray(0, 4)]]
  })
  const start = Date.now()
  const bodies: Uint8Array[] = []
  for (let at = 0; at < changes.length; at += perStep) {
    const ops = changes.slice(at, at + perStep).map(([row, column, value]): Op => {
      const kind = TABLE[column]
      if (kind === undefined) throw new RangeError(`no column ${column}`)
      return [RECORDS.n, decodeId(ids[row] ?? ''), 'u', [column, toWire(kind, value, null)]]
    })
    const wall = start + bodies.length
    const body: Body = {
      hlc: wall * 1024,
      wall,
      flags: 0,
      schema: workspace.schemaVersion,
      minReader: 1,
      author: 'Li',
      label: 'costs.update',
      deps: bodies.length === 0 ? deps.toSorted(([a], [b]) => Buffer.compare(a, b)) : null,
      ops,
    }
    bodies.push(encodeBody(body))
  }
  return { replica: replica.toString('hex'), from: 1, bodies }
}

export async function take(workspace: OpenWorkspace, run: LogRun): Promise<void> {
  const { exchange } = workspace
  const arrival = await exchange.open({ kind: 'file', name: 'bench', package: null, sender: null })
  for (let at = 0; at < run.bodies.length; at += 1000)
    await exchange.store(arrival, { ...run, from: run.from + at, bodies: run.bodies.slice(at, at + 1000) })
  await exchange.settle(arrival, 'keep')
  await exchange.drain()
}

export interface MergeTimes {
  /** Storing, ordering and applying; each round into a fresh copy of the file. */
  readonly merge: readonly number[]
  /** The processor's time of it, which says more than the clock while others use the machine. */
  readonly cpu: readonly number[]
  readonly steps: number
  readonly rawBytes: number
  /** Values that were kept beside others. */
  readonly kept: number
}

export async function mergeRounds(input: MergeInput): Promise<MergeTimes> {
  const workload = syncWorkload(input.rows, input.changes)
  const file = join(input.folder, 'merge.starboard')
  await base(file, workload)
  const to = join(input.folder, 'merge-into.starboard')
  const times: number[] = []
  const cpu: number[] = []
  let [steps, rawBytes, kept] = [0, 0, 0]
  for (let round = 0; round < input.rounds; round++) {
    const workspace = await copyOf(file, to)
    const run = stepsOf(workspace, workload, workload.changes, input.perStep)
    if (input.conflicting) {
      const theirs = workload.changes.map(([row, column, value]) => [row, column, opposite(value)] as const)
      await take(workspace, stepsOf(workspace, workload, theirs, input.perStep, 'another'))
    }
    global.gc?.()
    const start = performance.now()
    const before = process.cpuUsage()
    await take(workspace, run)
    times.push(performance.now() - start)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
    steps = run.bodies.length
    rawBytes = run.bodies.reduce((sum, body) => sum + body.length, 0)
    kept = Number(workspace.reader.prepare('SELECT count(*) FROM sync_cell WHERE win = 0').pluck().get())
    workspace.close()
  }
  return { merge: times, cpu, steps, rawBytes, kept }
}

function opposite(value: CellChange[2]): CellChange[2] {
  return typeof value === 'number' ? -value : `${value ?? ''}'`
}

export interface CaptureInput {
  readonly folder: string
  readonly rows: number
  readonly changes: number
  readonly rounds: number
}

export interface CaptureTimes {
  readonly insert: readonly number[]
  readonly plainInsert: readonly number[]
  readonly update: readonly number[]
  readonly plainUpdate: readonly number[]
  /** Each of the single saves, ms. */
  readonly saves: readonly number[]
  /** Plain updates of the same, ms in all. */
  readonly plainSaves: readonly number[]
}

const PER_COMMIT = 1000
const SAVES = 2000

/** The same inserts and updates, 1,000 to a transaction: captured, logged and marked, and in the same table without all that. */
export async function captureRounds({ folder, rows, changes, rounds }: CaptureInput): Promise<CaptureTimes> {
  const workload = syncWorkload(rows, changes)
  const times = { insert: [], plainInsert: [], update: [], plainUpdate: [], saves: [], plainSaves: [] } as Record<
    keyof CaptureTimes,
    number[]
  >
  for (let round = 0; round < rounds; round++) {
    const file = join(folder, `capture-${round}.starboard`)
    const workspace = await createWorkspace(file)
    const intent = { author: 'bench', label: 'costs.update' }
    await timed(times.insert, () =>
      inParts(workload.ids, async (part, at) => {
        await workspace.commit(intent, ({ $client }) => {
          const insert = $client.prepare(INSERT)
          for (const [i, id] of part.entries()) insert.run(id, ...(workload.rows[at + i] ?? []))
        })
      }),
    )
    await timed(times.update, () =>
      inParts(workload.changes, async (part) => {
        await workspace.commit(intent, ({ $client }) => edit($client, workload, part))
      }),
    )
    for (const change of workload.changes.slice(0, SAVES))
      await timed(times.saves, () =>
        workspace.commit(intent, ({ $client }) => edit($client, workload, [again(change)])),
      )
    const schema = workspace.reader
      .prepare<[], string>(
        `SELECT sql FROM sqlite_schema WHERE tbl_name = 'cost_lines' AND type IN ('table', 'index') AND sql IS NOT NULL`,
      )
      .pluck()
      .all()
    workspace.close()
    await plain(join(folder, `plain-${round}.db`), schema, workload, times)
  }
  return times
}

async function plain(
  file: string,
  schema: readonly string[],
  workload: SyncWorkload,
  times: Record<keyof CaptureTimes, number[]>,
): Promise<void> {
  const db = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -65536']) db.pragma(pragma)
  for (const sql of schema) db.exec(sql)
  const insert = db.prepare(INSERT)
  await timed(times.plainInsert, () =>
    inParts(workload.ids, async (part, at) => {
      db.transaction(() => {
        for (const [i, id] of part.entries()) insert.run(id, ...(workload.rows[at + i] ?? []))
      })()
    }),
  )
  await timed(times.plainUpdate, () =>
    inParts(workload.changes, async (part) => db.transaction(() => edit(db, workload, part))()),
  )
  for (const change of workload.changes.slice(0, SAVES))
    await timed(times.plainSaves, async () => db.transaction(() => edit(db, workload, [again(change)]))())
  db.close()
}

/** A change that was made already, with another value. */
function again([row, column, value]: CellChange): CellChange {
  return [row, column, opposite(value)]
}

function edit(sqlite: Database.Database, { ids }: SyncWorkload, changes: readonly CellChange[]): void {
  const statements = TABLE.map(({ sql }) => sqlite.prepare(`UPDATE cost_lines SET "${sql}" = ? WHERE id = ?`))
  for (const [row, column, value] of changes) statements[column]?.run(value, ids[row])
}

async function inParts<T>(list: readonly T[], work: (part: readonly T[], at: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < list.length; at += PER_COMMIT) await work(list.slice(at, at + PER_COMMIT), at)
}

async function timed(into: number[], work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  into.push(performance.now() - start)
}
