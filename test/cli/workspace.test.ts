import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'

import { ORDERS, writeOrders } from './orders'
import { documentOf, newBench, real, starboard, temporaryFolder } from './support'

describe('workspace', () => {
  test('is made, described and verified', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'agency.starboard')
    const made = documentOf(
      await starboard(['workspace', 'create', file, '--name', 'North', '--currency', 'cny', '--json'], {
        connect: real(),
      }),
    )
    expect(made).toEqual({ file, workspaceId: expect.any(String), replicaId: expect.any(String) })
    const info = documentOf(await starboard(['workspace', 'info', '--workspace', file, '--json'], { connect: real() }))
    expect(info).toMatchObject({
      name: 'North',
      currency: 'CNY',
      workspaceId: made['workspaceId'],
      replicaId: made['replicaId'],
      schemaVersion: expect.any(Number),
      sizeBytes: expect.any(Number),
      counts: { shops: 0, creators: 0, orders: 0 },
    })
    const verified = documentOf(
      await starboard(['workspace', 'verify', '--workspace', file, '--json'], { connect: real() }),
    )
    expect(verified['ok']).toBe(true)
    expect(verified['checks']).toContainEqual({ name: expect.any(String), ok: true, detail: expect.any(String) })
  })

  test('is not made over a file that exists: 3', async () => {
    const { file, json } = await newBench()
    expect(await json(['workspace', 'create', file], 3)).toMatchObject({
      error: { code: 'workspace.exists', details: { file } },
    })
  })

  test('that is not there: 3', async () => {
    const file = join(temporaryFolder(), 'none.starboard')
    const ran = await starboard(['workspace', 'info', '--workspace', file, '--json'], { connect: real() })
    expect(ran.code).toBe(3)
    expect(documentOf(ran)).toMatchObject({ error: { code: 'workspace.notFound' } })
  })

  test('in use elsewhere: 4', async () => {
    const { file, json } = await newBench()
    const other = await real()()
    await other.client.workspace.open({ file })
    expect(await json(['workspace', 'info'], 4)).toMatchObject({ error: { code: 'workspace.locked' } })
    await other.close()
    await json(['workspace', 'info'])
  })

  test('damaged: 5, from every command, and verify says so as a check', async () => {
    const { file, json, text } = await newBench()
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_000, 0x5a)]))
    expect(await json(['workspace', 'info'], 5)).toMatchObject({ error: { code: 'workspace.damaged' } })
    expect(await json(['workspace', 'verify'], 5)).toMatchObject({ ok: false, checks: [{ name: 'open', ok: false }] })
    const { code, out } = await text(['workspace', 'verify'])
    expect(code).toBe(5)
    expect(out).toContain('DAMAGE FOUND')
  })

  test('whose content was changed behind its back: verify ends with 5', async () => {
    const { file, json } = await newBench()
    await json(['records', 'put', 'creators', 'handle=mia'])
    const db = new Database(file)
    const triggers = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'creators'")
      .all() as { name: string }[]
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
    db.exec("UPDATE creators SET remark = 'forged'")
    db.close()
    const { ok, checks } = await json(['workspace', 'verify'], 5)
    expect(ok).toBe(false)
    expect((checks as { ok: boolean }[]).some((check) => !check.ok)).toBe(true)
  })

  test('of a newer version: 6', async () => {
    const { file, json } = await newBench()
    const db = new Database(file)
    db.pragma('user_version = 9000')
    db.close()
    expect(await json(['workspace', 'info'], 6)).toMatchObject({
      error: { code: 'workspace.fromFuture', details: { version: 9000 } },
    })
  })

  test('is backed up to a file that opens by itself, and restored from a backup', async () => {
    const { file, folder, json } = await newBench()
    await json(['records', 'put', 'creators', 'handle=mia'])
    const copy = join(folder, 'copy.starboard')
    const backup = await json(['workspace', 'backup', '--to', copy])
    expect(backup).toEqual({
      file: copy,
      sizeBytes: readFileSync(copy).byteLength,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await json(['workspace', 'info', '--workspace', copy])).toMatchObject({ counts: { creators: 1 } })
    // A second import makes a copy of what the first one brought.
    await json(['shops', 'add', '--name', 'Glow US', '--market', 'US'])
    await json(['import', writeOrders(folder, 'a.csv', ORDERS.slice(0, 3)), '--shop', 'Glow US'])
    await json(['import', writeOrders(folder, 'b.csv', ORDERS.slice(3)), '--shop', 'Glow US'])
    const { rows } = await json(['workspace', 'backups'])
    const before = (rows as { file: string; at: string; reason: string }[]).find(({ reason }) => reason === 'import')
    expect(before?.at).toMatch(/^\d{4}-\d\d-\d\dT/)
    writeFileSync(file, 'not a database any more, sorry')
    const restored = await json(['workspace', 'restore', '--from', before?.file ?? ''])
    expect(existsSync(String(restored['keptAs']))).toBe(true)
    await json(['workspace', 'verify'])
    expect(await json(['workspace', 'info'])).toMatchObject({ counts: { lines: 3 } })
  })
})

describe('records', () => {
  test('are put, read, listed, changed and removed; numbers in text fields stay text', async () => {
    const { json } = await newBench()
    const mia = await json([
      'records',
      'put',
      'creators',
      'handle=@Mia.Glow',
      'displayName="Mia Glow"',
      'remark=1729382256477045678',
    ])
    expect(mia).toMatchObject({ handle: 'mia.glow', displayName: 'Mia Glow', remark: '1729382256477045678' })
    const id = String(mia['id'])
    expect(await json(['records', 'put', 'creators', id, 'remark=null', 'market=US'])).toMatchObject({
      id,
      remark: null,
      market: 'US',
    })
    await json(['records', 'put', 'creators', 'handle=zoe', 'market=GB'])
    expect(await json(['records', 'get', 'creators', id])).toMatchObject({ id, handle: 'mia.glow' })
    expect(await json(['records', 'list', 'creators', '--where', 'market=US'])).toMatchObject({
      rows: [{ id }],
      nextCursor: null,
    })
    const page = await json(['records', 'list', 'creators', '--limit', '1'])
    expect(page['rows']).toHaveLength(1)
    const next = await json(['records', 'list', 'creators', '--limit', '1', '--cursor', String(page['nextCursor'])])
    expect(next['rows']).toHaveLength(1)
    expect(next['rows']).not.toEqual(page['rows'])
    expect(await json(['records', 'delete', 'creators', id])).toEqual({ entity: 'creators', id, deleted: true })
    expect(await json(['records', 'get', 'creators', id], 3)).toMatchObject({ error: { code: 'record.notFound' } })
  })

  test('are refused with 3 where a field or entity is not right', async () => {
    const { json } = await newBench()
    expect(await json(['records', 'list', 'kings'], 3)).toMatchObject({ error: { code: 'record.unknownEntity' } })
    expect(await json(['records', 'put', 'creators', 'crown=gold', 'handle=a'], 3)).toMatchObject({
      error: { code: 'record.invalid', details: { field: 'crown' } },
    })
    expect(await json(['records', 'put', 'creators', 'displayName=A'], 3)).toMatchObject({
      error: { code: 'record.invalid', details: { field: 'handle' } },
    })
    expect(await json(['workspace', 'info'])).toMatchObject({ counts: { creators: 0 } })
  })

  test('have a history, and steps are taken back and done again', async () => {
    const { json } = await newBench()
    const { id } = await json(['records', 'put', 'creators', 'handle=mia', 'remark=first'])
    await json(['records', 'put', 'creators', String(id), 'remark=second'])
    expect(await json(['history', 'of', 'creators', String(id)])).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ field: 'remark', before: 'first', after: 'second', author: 'Lin' }),
      ]),
    })
    await json(['history', 'undo'])
    expect(await json(['records', 'get', 'creators', String(id)])).toMatchObject({ remark: 'first' })
    await json(['history', 'redo'])
    expect(await json(['records', 'get', 'creators', String(id)])).toMatchObject({ remark: 'second' })
    const { rows } = await json(['history', 'list', '--limit', '2'])
    expect(rows).toHaveLength(2)
    expect(await json(['history', 'redo'], 3)).toMatchObject({ error: { code: 'undo.nothing' } })
  })
})

describe('export', () => {
  test('writes every record as CSV, XLSX and JSON', async () => {
    const { folder, json } = await newBench()
    await json(['records', 'put', 'creators', 'handle=mia', 'displayName==1+1'])
    for (const format of ['csv', 'xlsx', 'json']) {
      const file = join(folder, `creators.${format}`)
      expect(await json(['export', 'creators', '--format', format, '--to', file])).toEqual({ file, rows: 1 })
      expect(existsSync(file)).toBe(true)
    }
    const csv = readFileSync(join(folder, 'creators.csv'), 'utf8')
    expect(csv).toContain('mia')
    // A spreadsheet must not run it.
    expect(csv).toContain("'=1+1")
  })

  test('says clearly what it cannot do', async () => {
    const { folder, json } = await newBench()
    expect(await json(['export', 'creators', '--format', 'parquet', '--to', join(folder, 'x')], 2)).toMatchObject({
      error: { message: expect.stringContaining('not available') },
    })
    expect(
      await json(['export', 'creators', '--format', 'csv', '--to', join(folder, 'no/such/folder.csv')], 1),
    ).toMatchObject({ error: { code: 'export.notWritable' } })
  })
})

test('shops take currency and time zone from their market unless told otherwise', async () => {
  const { json } = await newBench()
  const one = await json(['shops', 'add', '--name', 'Glow US', '--market', 'us', '--client', 'Lumora'])
  expect(one).toMatchObject({ name: 'Glow US', market: 'US', currency: 'USD', timezone: 'America/Los_Angeles' })
  const two = await json(['shops', 'add', '--name', 'Hà Nội', '--market', 'VN', '--timezone', 'Asia/Bangkok'])
  expect(two).toMatchObject({ currency: 'VND', timezone: 'Asia/Bangkok' })
  expect(await json(['shops', 'list'])).toEqual({ rows: [one, two] })
  expect(await json(['shops', 'add', '--name', 'X', '--market', 'Mars'], 2)).toMatchObject({
    error: { code: 'input.invalid' },
  })
})

test('rates are read from a file or standard input, and bad lines are told', async () => {
  const { file, folder, json } = await newBench()
  const input = '2026-01-01 GBP USD 1.25\n2026-01-01 IDR USD zero\n'
  const ran = await starboard(['rates', 'import', '-', '--source', 'bank', '--json', '--workspace', file], {
    input,
    connect: real(),
  })
  expect(ran.code).toBe(0)
  expect(documentOf(ran)).toMatchObject({
    taken: 1,
    rows: [
      { line: 1, problem: null },
      { line: 2, rate: null },
    ],
  })
  expect(await json(['rates', 'import', join(folder, 'none.txt'), '--source', 'x'], 3)).toMatchObject({
    error: { code: 'import.unreadable' },
  })
})

describe('the demo agency', () => {
  const create = (file: string, ...more: string[]) =>
    starboard(
      ['workspace', 'create', file, '--demo', 'small', '--seed', '3', '--until', '2026-01-31', '--json', ...more],
      { connect: real() },
    )
  const report = async (file: string) => {
    const { rows, total } = documentOf(
      await starboard(['report', 'roi', '--by', 'shop,month', '--json', '--workspace', file], { connect: real() }),
    ) as { rows: { keys: unknown; gmv: number; contribution: number }[]; total: unknown }
    // Ids are random; what they stand for is not.
    return { rows: rows.map((row) => ({ ...row, ids: null })), total }
  }

  test('is the same for the same seed and day, whole, and converts without a missing rate', async () => {
    const folder = temporaryFolder()
    const [one, two] = [join(folder, 'one.starboard'), join(folder, 'two.starboard')]
    expect((await create(one)).code).toBe(0)
    expect((await create(two)).code).toBe(0)
    expect(await report(two)).toEqual(await report(one))
    const info = documentOf(await starboard(['workspace', 'info', '--json', '--workspace', one], { connect: real() }))
    expect(info).toMatchObject({ counts: { clients: 3, shops: 6, creators: 400 } })
    const verified = await starboard(['workspace', 'verify', '--workspace', one], { connect: real() })
    expect(verified.code).toBe(0)
    const table = documentOf(
      await starboard(['report', 'roi', '--by', 'market', '--json', '--workspace', one], { connect: real() }),
    )
    expect(table).toMatchObject({ currency: 'USD', missingRates: [] })
  }, 120_000)

  test('given up on leaves no file behind', async () => {
    const folder = temporaryFolder()
    const cancel = new AbortController()
    const file = join(folder, 'demo.starboard')
    const ran = await starboard(['workspace', 'create', file, '--demo', 'small', '--json'], {
      connect: real(),
      signal: cancel.signal,
      onLog: () => cancel.abort(),
    })
    expect(ran.code).toBe(1)
    expect(documentOf(ran)).toMatchObject({ error: { code: 'import.cancelled' } })
    expect(readdirSync(folder)).toEqual([])
  })
})
