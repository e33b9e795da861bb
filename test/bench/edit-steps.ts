/** E1, E2: a paste of 1,000 rows and a bulk edit of 10,000 with its undo, beside plain updates of the same cells in one transaction. */

import { join } from 'node:path'

import Database from 'better-sqlite3'

import type { RowEdit } from '../../shared/contract/edits'
import { createAgency } from './product'

export interface EditInput {
  readonly folder: string
  readonly rounds: number
}

export interface EditTimes {
  /** 1,000 rows, half of them new, four cells each. */
  readonly paste: readonly number[]
  readonly plainPaste: readonly number[]
  /** One cell of 10,000 rows. */
  readonly bulk: readonly number[]
  readonly undo: readonly number[]
  readonly plainBulk: readonly number[]
}

const PASTED = 1000
const ROWS = 10_000

export async function editRounds({ folder, rounds }: EditInput): Promise<EditTimes> {
  const times = { paste: [], plainPaste: [], bulk: [], undo: [], plainBulk: [] } as Record<keyof EditTimes, number[]>
  const file = join(folder, 'edits.starboard')
  const { client, context } = await createAgency(file, [{ no: 0, name: 'US', market: 'US', currency: 'USD' }])
  const [shop] = await client.shops.list({})
  const shopId = shop?.id ?? ''
  const apply = (what: 'paste' | 'bulk', edits: RowEdit[]) => client.edits.apply({ what, list: 'costs', edits })
  const made = await apply(
    'paste',
    Array.from({ length: ROWS }, (_, at) => newCost(shopId, at)),
  )
  const ids = made.ids.flatMap((id) => id ?? [])
  const plain = plainTable(join(folder, 'plain.db'), ids)
  const timed = async (into: number[], work: () => unknown): Promise<void> => {
    const start = performance.now()
    await work()
    into.push(performance.now() - start)
  }
  for (let round = 0; round < rounds; round += 1) {
    const half = PASTED / 2
    const rows = ids.slice(0, half).map((id, at) => ({ ...newCost(shopId, round * 7 + at), id }))
    const added = Array.from({ length: half }, (_, at) => newCost(shopId, at))
    await timed(times.paste, () => apply('paste', [...rows, ...added]))
    await timed(times.plainPaste, () => plain.write(half, half, round))
    await timed(times.bulk, () =>
      apply(
        'bulk',
        ids.map((id) => ({ entity: 'costLines', id, fields: { campaign: `spring ${round}` } })),
      ),
    )
    await timed(times.undo, () => client.history.undo({}))
    await timed(times.plainBulk, () => plain.write(ROWS, 0, round))
  }
  plain.close()
  context.host.close()
  return times
}

function newCost(shopId: string, at: number): RowEdit {
  const day = `2026-01-${String((at % 28) + 1).padStart(2, '0')}`
  return { entity: 'costLines', id: null, fields: { shopId, kind: 'fee', amount: at * 100, day, note: `row ${at}` } }
}

function plainTable(file: string, ids: readonly string[]) {
  const db = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -65536']) db.pragma(pragma)
  db.exec('CREATE TABLE costs (id TEXT PRIMARY KEY, kind TEXT, amount INTEGER, day TEXT, note TEXT) STRICT')
  const insert = db.prepare('INSERT OR REPLACE INTO costs VALUES (?, ?, ?, ?, ?)')
  const update = db.prepare('UPDATE costs SET note = ? WHERE id = ?')
  db.transaction(() => {
    for (const [at, id] of ids.entries()) insert.run(id, 'fee', at, '2026-01-01', `row ${at}`)
  })()
  return {
    write: (changed: number, added: number, round: number) =>
      db.transaction(() => {
        for (const id of ids.slice(0, changed)) update.run(`round ${round}`, id)
        for (let at = 0; at < added; at += 1) insert.run(`${round} ${at}`, 'fee', at, '2026-01-01', 'new')
      })(),
    close: () => db.close(),
  }
}
