import fs from 'node:fs'
import path from 'node:path'

import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createWorkspace } from '../../db/open'
import { historyOf } from '../../db/repositories/history'
import { deleteRecord, findRecord, putRecord } from '../../db/repositories/records'
import { beginSnapshot } from '../../db/sync/snapshot'
import { loadSnapshot } from '../../db/sync/snapshot-load'
import type { LogRun } from '../../db/sync/types'
import { isAppError } from '../support/refusals'
import { dump, endTeam, exchangeAll, makeTeam, openReplica, receive, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

interface Taken {
  readonly parts: readonly Uint8Array[]
  readonly runs: readonly LogRun[]
}

function snapshotOf({ workspace }: TestReplica): Taken {
  const sqlite = workspace.scratch()
  const snapshot = beginSnapshot(sqlite)
  const taken = { parts: [...snapshot.parts()].filter((part) => part !== null), runs: [...snapshot.runs()] }
  snapshot.end()
  sqlite.close()
  return taken
}

/** A new copy out of what was taken; its file is beside `of`'s. */
async function join(of: TestReplica, { parts, runs }: Taken, person = 'Joiner'): Promise<TestReplica> {
  const file = path.join(path.dirname(of.file), `${person}.starboard`)
  const fresh = await createWorkspace(file, { now: () => NOON })
  fresh.close()
  const sqlite = new Database(file)
  sqlite.prepare(`UPDATE sync_meta SET v = ? WHERE k = 'workspace'`).run(of.workspace.workspaceId)
  const loader = loadSnapshot(sqlite, { file: 'a' })
  try {
    for (const part of parts) await loader.part(part)
    const beyond = runs.flatMap((run) => loader.run(run) ?? [])
    await loader.finish()
    sqlite.close()
    const joiner = await openReplica(file, person, NOON)
    await receive(joiner, beyond)
    return joiner
  } catch (error) {
    loader.abandon()
    sqlite.close()
    throw error
  }
}

const FIELDS = ['name', 'contact', 'note', 'feeModel'] as const
type Doing = readonly [
  does: 'add' | 'edit' | 'delete' | 'meet',
  who: number,
  which: number,
  field: number,
  value: string,
]

async function play(team: readonly TestReplica[], doings: readonly Doing[]): Promise<void> {
  const ids: string[] = []
  for (const [does, who, which, field, value] of doings) {
    const replica = team[who % team.length]
    const id = ids[which % Math.max(1, ids.length)]
    const name = FIELDS[field % FIELDS.length] ?? 'name'
    if (replica === undefined) continue
    if (does === 'meet') await exchangeAll(team)
    else if (does === 'add' || id === undefined)
      ids.push(await replica.step((tx) => putRecord(tx, 'clients', null, { name: value }, NOON).id, { resolve: true }))
    else if (findRecord(replica.workspace.db, 'clients', id) === null) continue
    else if (does === 'delete') await replica.step((tx) => deleteRecord(tx, 'clients', id))
    else await replica.step((tx) => putRecord(tx, 'clients', id, { [name]: value }, NOON), { resolve: true })
  }
}

const doing: fc.Arbitrary<Doing> = fc.tuple(
  fc.constantFrom('add', 'edit', 'edit', 'edit', 'delete', 'meet'),
  fc.nat(3),
  fc.nat(5),
  fc.nat(3),
  fc.constantFrom('Lotus', '莲花', 'A\u0000B', 'x'.repeat(300)),
)

test('copies with the same steps make the same snapshot, and a copy made of it is equal and goes on as any other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(doing, { maxLength: 20 }),
      fc.array(doing, { maxLength: 8 }),
      fc.integer({ min: 2, max: 4 }),
      async (before, after, size) => {
        const team = await makeTeam(size)
        try {
          await play(team, before)
          await exchangeAll(team)
          const first = team[0] as TestReplica // never empty
          const snapshots = team.map(snapshotOf)
          for (const { parts } of snapshots) expect(parts).toEqual(snapshots[0]?.parts)
          await play(team, after)
          // Made of the snapshot and of the whole log as it is by now: the rest is applied as usual.
          const joiner = await join(first, { parts: snapshots[1]?.parts ?? [], runs: snapshotOf(first).runs })
          const all = [...team, joiner]
          await exchangeAll(all)
          for (const replica of all) {
            expect(dump(replica)).toBe(dump(first))
            expect(replica.workspace.exchange.digest()).toBe(first.workspace.exchange.digest())
          }
          await joiner.step((tx) => putRecord(tx, 'clients', null, { name: 'mine' }, NOON))
          await exchangeAll(all)
          expect(dump(first)).toBe(dump(joiner))
          joiner.close()
        } finally {
          endTeam(team)
        }
      },
    ),
    { numRuns: 8 },
  )
}, 60_000)

test('a new copy can tell who wrote what when, as the others can', async () => {
  const [lan, wang] = (await makeTeam(2)) as [TestReplica, TestReplica]
  const { id } = await lan.step((tx) => putRecord(tx, 'clients', null, { name: 'Lotus' }, NOON))
  await lan.step((tx) => putRecord(tx, 'clients', id, { contact: 'Ms Thu' }, NOON))
  await exchangeAll([lan, wang])
  await wang.step((tx) => putRecord(tx, 'clients', id, { contact: 'Mr Ha', name: 'Lotus 莲花' }, NOON))
  await wang.step((tx) => deleteRecord(tx, 'clients', id))
  await exchangeAll([lan, wang])
  const joiner = await join(lan, snapshotOf(lan))
  // Through what it came is each copy's own matter.
  const told = ({ workspace }: TestReplica) =>
    historyOf(workspace.db, 'clients', id).map((change) => ({ ...change, via: null, computer: null }))
  expect(told(joiner)).toEqual(told(lan))
  expect(told(joiner).length).toBeGreaterThan(3)
  joiner.close()
})

test('of an app that knows other tables only the log is taken, and the records are made of it', async () => {
  const [lan, wang] = (await makeTeam(2)) as [TestReplica, TestReplica]
  const { id } = await lan.step((tx) => putRecord(tx, 'clients', null, { name: 'Lotus' }, NOON))
  await exchangeAll([lan, wang])
  await lan.step((tx) => putRecord(tx, 'clients', id, { contact: 'Ms Thu' }, NOON))
  await wang.step((tx) => putRecord(tx, 'clients', id, { contact: 'Mr Ha' }, NOON))
  await exchangeAll([lan, wang])
  const taken = snapshotOf(lan)
  const [part = new Uint8Array()] = taken.parts
  const strange = Buffer.from(part)
  const registry = String(lan.workspace.reader.prepare(`SELECT v FROM sync_meta WHERE k = 'registry'`).pluck().get())
  strange.fill(7, strange.indexOf(Buffer.from(registry, 'hex')), strange.indexOf(Buffer.from(registry, 'hex')) + 32)
  strange.fill(0xff, strange.length - 20)
  const joiner = await join(lan, { parts: [strange], runs: taken.runs })
  expect(dump(joiner)).toBe(dump(lan))
  joiner.close()
})

test('what is not a whole snapshot with its log is refused, and leaves nothing', async () => {
  const [lan] = (await makeTeam(1)) as [TestReplica]
  for (const name of ['a', 'b', 'c']) await lan.step((tx) => putRecord(tx, 'clients', null, { name }, NOON))
  const { parts, runs } = snapshotOf(lan)
  const [part = new Uint8Array()] = parts
  const [run] = runs as [LogRun]
  const attempt = async (taken: Taken, reason: string) => {
    const expected = isAppError('sync.unreadable', { file: 'a', reason })
    await expect(join(lan, taken)).rejects.toSatisfy(expected)
    const file = path.join(path.dirname(lan.file), 'Joiner.starboard')
    const sqlite = new Database(file)
    expect(sqlite.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(0)
    expect(sqlite.prepare('SELECT count(*) FROM sync_replica').pluck().get()).toBe(1)
    expect(sqlite.prepare('SELECT applying FROM sync_ctx').pluck().get()).toBe(0)
    sqlite.close()
    fs.rmSync(file)
  }
  await attempt({ parts, runs: [] }, 'incomplete')
  await attempt({ parts, runs: [{ ...run, bodies: run.bodies.slice(0, 2) }] }, 'incomplete')
  await attempt({ parts, runs: [{ ...run, from: 2, bodies: run.bodies.slice(1) }] }, 'incomplete')
  await attempt({ parts: [], runs }, 'malformed')
  await attempt({ parts: [part, part], runs }, 'malformed')
  await attempt({ parts: [part.subarray(0, part.length - 4)], runs }, 'incomplete')
  const other = [...run.bodies]
  other[1] = run.bodies[2] ?? new Uint8Array()
  await attempt({ parts, runs: [{ ...run, bodies: other }] }, 'damaged')
})

test('one that is given up in the middle lets go of the file', async () => {
  const [lan] = await makeTeam(1)
  if (lan === undefined) throw new Error('nobody')
  await lan.step((tx) => {
    for (let i = 0; i < 1500; i++) putRecord(tx, 'clients', null, { name: `Client ${i}` }, NOON)
  })
  const sqlite = lan.workspace.scratch()
  const parts = beginSnapshot(sqlite).parts()
  expect(parts.next()).toEqual({ done: false, value: null })
  parts.return()
  sqlite.close()
  expect(sqlite.open).toBe(false)
  endTeam([lan])
})
