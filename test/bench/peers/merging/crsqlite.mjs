/* cr-sqlite, as WebAssembly in memory: the only build of it that needs no compiler and fetches nothing. */
import fs from 'node:fs'

import 'fake-indexeddb/auto'

const CHANGES = '"table", "pk", "cid", "val", "col_version", "db_version", "site_id", "cl", "seq"'

export async function crsqlite({ columns, ids, rows, changes, single, conflicts, perStep, lap, note }) {
  const wasm = fs.readFileSync(new URL('node_modules/@vlcn.io/crsqlite-wasm/dist/crsqlite.wasm', import.meta.url))
  globalThis.fetch = async () => new Response(wasm, { headers: { 'content-type': 'application/wasm' } })
  const { default: init } = await import('@vlcn.io/crsqlite-wasm')
  const sqlite = await init(() => 'file:///crsqlite.wasm')
  const open = async () => {
    const db = await sqlite.open(':memory:')
    await db.exec('PRAGMA temp_store = MEMORY')
    await db.exec(`CREATE TABLE records (id TEXT PRIMARY KEY NOT NULL, ${columns.join(', ')})`)
    await db.exec(`SELECT crsql_as_crr('records')`)
    return db
  }
  const transaction = async (db, work) => {
    await db.exec('BEGIN')
    await work()
    await db.exec('COMMIT')
  }
  const edit = async (db, list, size) => {
    const update = await Promise.all(columns.map((c) => db.prepare(`UPDATE records SET ${c} = ? WHERE id = ?`)))
    for (let at = 0; at < list.length; at += size)
      await transaction(db, async () => {
        for (const [row, column, value] of list.slice(at, at + size)) await update[column].run(null, value, ids[row])
      })
    for (const statement of update) await statement.finalize(null)
  }
  const version = async (db) => (await db.execA('SELECT crsql_db_version()'))[0][0]
  const since = (db, from) => db.execA(`SELECT ${CHANGES} FROM crsql_changes WHERE db_version > ${from}`)
  const take = async (db, list, size) => {
    const insert = await db.prepare(`INSERT INTO crsql_changes (${CHANGES}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    for (let at = 0; at < list.length; at += size)
      await transaction(db, async () => {
        for (const change of list.slice(at, at + size)) await insert.run(null, ...change)
      })
    await insert.finalize(null)
  }

  const a = await open()
  await lap('insert', () =>
    transaction(a, async () => {
      const insert = await a.prepare(`INSERT INTO records VALUES (?, ${columns.map(() => '?').join(', ')})`)
      for (const [i, values] of rows.entries()) await insert.run(null, ids[i], ...values)
      await insert.finalize(null)
    }),
  )
  const start = await since(a, 0)
  note('joinBytes', bytesOf(start))
  const joined = async () => {
    const db = await open()
    await take(db, start, start.length)
    return db
  }
  const b = await lap('join', joined)
  let before = await version(a)
  await edit(a, changes, perStep)
  const batch = await since(a, before)
  note('batchBytes', bytesOf(batch))
  // Many changes of one cell are one here: only the last is sent.
  note('batchChanges', batch.length)
  await lap('batch', () => take(b, batch, batch.length))

  before = await version(b)
  await lap('local', () => edit(b, changes.slice(0, single), 1))
  const updates = await since(b, before)
  note('eachBytes', bytesOf(updates))
  note('eachCount', updates.length)
  await lap('each', () => take(a, updates, 1))

  const [left, right] = [await joined(), await joined()]
  await edit(left, conflicts, perStep)
  before = await version(right)
  await edit(
    right,
    conflicts.map(([row, column, value]) => [row, column, `${value}'`]),
    perStep,
  )
  const theirs = await since(right, before)
  note('conflictCount', theirs.length)
  await lap('conflicts', () => take(left, theirs, 1))
}

function bytesOf(list) {
  const size = (value) => (value === null ? 1 : (value.length ?? String(value).length))
  return list.reduce((sum, change) => sum + change.reduce((total, value) => total + size(value), 0), 0)
}
