import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { line, ORDERS, writeOrders } from './orders'
import { real, starboard, withShop } from './support'

const counts = { inserted: 0, updated: 0, unchanged: 0, rejected: 0, skipped: 0, repeated: 0 }

describe('import', () => {
  test('tells what became of every line, and again changes nothing', async () => {
    const { folder, json } = await withShop()
    const damaged = line({ order: '5.77E+17', payment: '7.00', status: 'Settled' })
    const file = writeOrders(folder, 'january.csv', [...ORDERS, damaged])
    const first = await json(['import', file, '--shop', 'glow us'])
    expect(first).toEqual({
      files: [
        expect.objectContaining({
          ...counts,
          file,
          kind: 'affiliateOrders',
          language: 'en',
          period: { from: '2026-01-31', to: '2026-02-01' },
          rows: 9,
          inserted: 8,
          rejected: 1,
          // The header is row 1, so the ninth line stands in row 10.
          rejects: [
            {
              row: 10,
              column: 'Order ID',
              code: 'idDamaged',
              message: expect.stringContaining('damaged'),
              value: '5.77E+17',
            },
          ],
          warnings: expect.any(Array),
          batchId: expect.any(String),
        }),
      ],
    })
    const again = await json(['import', file, '--shop', 'Glow US'])
    expect(again['files']).toEqual([expect.objectContaining({ ...counts, rows: 9, unchanged: 8, rejected: 1 })])
  })

  test('--dry-run changes nothing', async () => {
    const { folder, json, shopId } = await withShop()
    const file = writeOrders(folder, 'january.csv', ORDERS)
    const dry = await json(['import', file, '--shop', shopId, '--dry-run'])
    expect(dry['files']).toEqual([expect.objectContaining({ ...counts, rows: 8, inserted: 8, batchId: null })])
    expect(await json(['imports', 'list'])).toEqual({ rows: [] })
  })

  test('--period takes only lines of its days', async () => {
    const { folder, json } = await withShop()
    const file = writeOrders(folder, 'january.csv', ORDERS)
    const { files } = await json(['import', file, '--shop', 'Glow US', '--period', '2026-02-01..2026-02-28'])
    expect(files).toEqual([expect.objectContaining({ ...counts, rows: 8, inserted: 1, skipped: 7 })])
  })

  test('a refused file ends with 3 and changes nothing; its error is the document', async () => {
    const { folder, json } = await withShop()
    const file = join(folder, 'letter.csv')
    writeFileSync(file, 'Dear,Sir\nplease,find\n')
    const answer = await json(['import', file, '--shop', 'Glow US'], 3)
    expect(answer).toMatchObject({ error: { code: 'import.unknownKind', message: expect.stringContaining(file) } })
    expect(await json(['imports', 'list'])).toEqual({ rows: [] })
  })

  test('of several files the good ones are imported, and it is said what happened to each', async () => {
    const { folder, json, text } = await withShop()
    const good = writeOrders(folder, 'good.csv', ORDERS.slice(0, 3))
    const bad = join(folder, 'empty.csv')
    writeFileSync(bad, '')
    const answer = await json(['import', bad, good, '--shop', 'Glow US'], 3)
    expect(answer).toMatchObject({
      files: [
        { file: bad, error: { code: 'import.unreadable', details: { reason: 'empty' } } },
        { file: good, inserted: 3 },
      ],
      error: { code: 'import.unreadable' },
    })
    const { code, out } = await text(['import', bad, good, '--shop', 'Glow US'])
    expect(code).toBe(3)
    expect(out).toContain('REFUSED')
    expect(out).toContain('rows 3, inserted 0, updated 0, unchanged 3')
  })

  test('a folder is imported file by file, and what is no export in it is left alone', async () => {
    const { folder, json } = await withShop()
    const inbox = join(folder, 'inbox')
    mkdirSync(inbox)
    writeOrders(inbox, 'a.csv', ORDERS.slice(0, 2))
    writeOrders(inbox, 'b.csv', ORDERS.slice(2))
    writeFileSync(join(inbox, 'readme.txt'), 'hello')
    const { files } = await json(['import', inbox, '--shop', 'Glow US'])
    expect(files).toEqual([expect.objectContaining({ inserted: 2 }), expect.objectContaining({ inserted: 6 })])
  })

  test('a shop of that name must exist, once', async () => {
    const { folder, json } = await withShop()
    const file = writeOrders(folder, 'january.csv', ORDERS)
    expect(await json(['import', file, '--shop', 'Glow DE'], 3)).toMatchObject({
      error: { code: 'shop.notFound', details: { shop: 'Glow DE' } },
    })
    const twin = await json(['shops', 'add', '--name', 'GLOW us', '--market', 'US'])
    expect(await json(['import', file, '--shop', 'Glow US'], 3)).toMatchObject({ error: { code: 'shop.ambiguous' } })
    expect(await json(['import', file, '--shop', String(twin['id'])])).toMatchObject({ files: [{ inserted: 8 }] })
  })

  test('Ctrl-C ends with 1, and nothing is there', async () => {
    const { folder, file: workspace, json } = await withShop()
    const many = Array.from({ length: 4000 }, (_, at) =>
      line({ order: `5770000000000${String(10_000 + at)}`, payment: '1.00', status: 'Settled' }),
    )
    const file = writeOrders(folder, 'many.csv', many)
    const cancel = new AbortController()
    const connection = await real()()
    const running = starboard(['import', file, '--shop', 'Glow US', '--json', '--workspace', workspace], {
      signal: cancel.signal,
      connect: async () => ({
        ...connection,
        client: {
          ...connection.client,
          workspace: connection.client.workspace,
          shops: connection.client.shops,
          imports: {
            ...connection.client.imports,
            inspect: connection.client.imports.inspect,
            run: (...call: Parameters<typeof connection.client.imports.run>) => {
              const job = connection.client.imports.run(...call)
              cancel.abort()
              return job
            },
          },
        },
      }),
    })
    const ran = await running
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'import.cancelled' } })
    expect(await json(['workspace', 'info'])).toMatchObject({ counts: { lines: 0, imports: 0 } })
  })
})

describe('imports', () => {
  test('lists files, takes one back and brings it back', async () => {
    const { folder, json, text } = await withShop()
    await json(['import', writeOrders(folder, 'january.csv', ORDERS), '--shop', 'Glow US'])
    const { rows } = await json(['imports', 'list', '--shop', 'Glow US'])
    const [batch] = rows as [Record<string, unknown>]
    expect(batch).toMatchObject({
      fileName: 'january.csv',
      shopName: 'Glow US',
      live: true,
      importedAt: '2026-02-15T12:00:00.000Z',
    })
    const id = String(batch['id'])
    expect(await json(['imports', 'undo', id])).toEqual({ batchId: id, lines: 8 })
    expect(await json(['workspace', 'info'])).toMatchObject({ counts: { lines: 0 } })
    expect((await text(['imports', 'list'])).out).toContain('taken back')
    expect(await json(['imports', 'redo', id])).toEqual({ batchId: id, lines: 8 })
    expect(await json(['workspace', 'info'])).toMatchObject({ counts: { lines: 8, orders: 7 } })
    expect(await json(['imports', 'undo', 'nosuchbatch'], 3)).toMatchObject({ error: { code: 'import.notFound' } })
  })
})
