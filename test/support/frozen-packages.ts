/**
 * Packages as a release wrote them, kept under test/fixtures/sync so that every later one is held to reading them.
 *
 * `STARBOARD_FREEZE=1 npx vitest run --config test/vitest.config.ts test/sync/frozen-packages.test.ts` writes them anew:
 * only before a release, never to make a test pass. A new release adds files of its own beside these.
 */

import fs from 'node:fs'
import path from 'node:path'

import type { OpenWorkspace } from '../../db/open'
import { deleteRecord, putRecord } from '../../db/repositories/records'
import { openPackage } from '../../electron/workspace/sync/package-reader'
import { writePackage } from '../../electron/workspace/sync/package-writer'
import type { LogRun } from '../../db/sync/types'
import { type Op } from '../../shared/sync/body'
import { encodeBody } from '../../shared/sync/body-writing'
import { columnsOf, ENTITY_LIST } from '../../shared/sync/registry'
import { manifestOf, WORKSPACE } from './packages'
import { exchangeAll, makeTeam, type TestReplica } from './replicas'
import { NOON } from './workspace-file'

export const FROZEN = path.resolve(import.meta.dirname, '../fixtures/sync')
export const frozen = (name: string): string => path.join(FROZEN, name)

/** What the encrypted one was closed with. */
export const FROZEN_PASSPHRASE = '莲花 Lotus 2026'

/** The ids of what the made-up newer app wrote. */
export const NEWER = {
  client: Buffer.from('019bc1ad5400000102030405060708aa', 'hex'),
  visit: Buffer.from('019bc1ad5400000102030405060708bb', 'hex'),
} as const

/** All records and open questions, by table and column as they were when the packages were made. */
export interface FrozenRecords {
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  readonly questions: readonly unknown[]
}

/** `like`: only these tables and columns; later ones are none of these packages' business. */
export function recordsOf({ reader }: OpenWorkspace, like: FrozenRecords | null): FrozenRecords {
  const records = Object.fromEntries(
    ENTITY_LIST.filter(({ name }) => like === null || name in like.records).map(({ name, table, ...entity }) => {
      const known = Object.keys(like?.records[name]?.[0] ?? {})
      const columns = ['id', ...columnsOf({ ...entity, table }).map(({ sql }) => sql), '_del']
      const asked = like === null ? columns : columns.filter((column) => known.includes(column))
      const names = asked.map((column) => `"${column}"`).join(', ')
      return [name, asked.length === 0 ? [] : reader.prepare(`SELECT ${names} FROM "${table}" ORDER BY id`).all()]
    }),
  )
  const questions = reader
    .prepare(
      `SELECT tbl, row, col, val, lower(hex(r.id)) AS replica FROM sync_cell JOIN sync_replica r USING (rid)
       WHERE win = 0 ORDER BY tbl, row, col, r.id`,
    )
    .all()
  return JSON.parse(JSON.stringify({ records, questions })) as FrozenRecords // what it is, as a file has it
}

/** A package's runs, checked as a reader does. */
export async function runsIn(name: string, passphrase: string | null): Promise<readonly LogRun[]> {
  const reader = await openPackage(frozen(name), { passphrase })
  try {
    await reader.verify()
    const runs: LogRun[] = []
    for await (const section of reader.sections()) if (section.type === 'run') runs.push(section.run)
    return runs
  } finally {
    await reader.close()
  }
}

export async function freeze(): Promise<void> {
  fs.mkdirSync(FROZEN, { recursive: true })
  const [lan, wang] = (await makeTeam(2, { ids: ['1a'.repeat(8), '2b'.repeat(8)] })) as [TestReplica, TestReplica]
  await twoPeopleWork(lan, wang)
  const runs = [...lan.workspace.exchange.runs(new Map())]
  await write('first.starpack', runs, null)
  await write('first-encrypted.starpack', runs, FROZEN_PASSPHRASE)
  await write('newer.starpack', [newerRun()], null)
  fs.writeFileSync(frozen('first.json'), `${JSON.stringify(recordsOf(lan.workspace, null), null, 1)}\n`)
}

async function write(name: string, runs: readonly LogRun[], passphrase: string | null): Promise<void> {
  const steps = runs.reduce((sum, { bodies }) => sum + bodies.length, 0)
  const manifest = { ...manifestOf(steps), workspace: WORKSPACE, needs: new Map<string, number>() }
  const contents = runs.map((run) => ({ type: 'run', run }) as const)
  await writePackage(frozen(name), manifest, contents, { lock: passphrase === null ? null : { passphrase } })
}

/** Every kind of cell, a question, a deletion, two texts to be put together. */
async function twoPeopleWork(lan: TestReplica, wang: TestReplica): Promise<void> {
  const put = (who: TestReplica, ...[entity, id, fields]: [Parameters<typeof putRecord>[1], string | null, object]) =>
    who.step((tx) => putRecord(tx, entity, id, fields as Parameters<typeof putRecord>[3], NOON).id)
  const client = await put(lan, 'clients', null, { name: 'Lotus 莲花', note: 'pays late\ncall first' })
  const shop = await put(lan, 'shops', null, {
    name: 'Lotus VN',
    clientId: client,
    market: 'VN',
    currency: 'VND',
    timezone: 'Asia/Ho_Chi_Minh',
    crossBorder: true,
    order: 2,
  })
  const creator = await put(lan, 'creators', null, { handle: 'linh.beauty', tags: '["vip","美妆"]', phone: '1' })
  await put(lan, 'productCosts', null, {
    shopId: shop,
    productId: '1729384756102938475',
    currency: 'VND',
    unitCost: 9_007_199_254_740_991,
    fromDay: '2026-01-01',
  })
  await put(lan, 'rates', null, { day: '2026-01-15', base: 'USD', quote: 'VND', rate: '25412.5', source: 'bank' })
  const gone = await put(lan, 'clients', null, { name: 'Gone 👋' })
  await exchangeAll([lan, wang])
  wang.clock.at += 60_000
  await put(lan, 'creators', creator, { phone: '2', displayName: 'Linh' })
  await put(wang, 'creators', creator, { phone: '3' })
  await put(lan, 'clients', client, { note: 'pays late\ncall first\nsend samples' })
  await put(wang, 'clients', client, { note: 'pays in 60 days\ncall first' })
  await wang.step((tx) => deleteRecord(tx, 'clients', gone))
  await exchangeAll([lan, wang])
}

/** Entries of an app with one more column of clients (5) and one more table (99). */
function newerRun(): LogRun {
  const ops: readonly Op[][] = [
    [[1, NEWER.client, 'i', ['Lotus', null, null, null, null, 'lotus.example']]],
    [[1, NEWER.client, 'u', [2, 'Ms Thu', 5, 'lotus.cn']]],
    [[99, NEWER.visit, 'i', ['2026-01-02', 7]]],
    [[99, NEWER.visit, 'u', [1, 9]]],
  ]
  const bodies = ops.map((entry, i) =>
    encodeBody({
      hlc: (NOON + i) * 1024,
      wall: NOON + i,
      flags: 0,
      schema: 4,
      minReader: 1,
      author: 'Mei',
      label: 'clients.edit',
      deps: null,
      ops: entry,
    }),
  )
  return { replica: '3c'.repeat(8), from: 1, bodies }
}
