/*
 * The same work for every peer. `rows` records of `columns` exist on both sides; then one side makes `changes` (row,
 * column, value), and the other takes them: as one delivery made in transactions of `perStep` (`batch`), and one by one
 * (`each`, the first `single` of them). `conflicts`: both sides wrote the same cells without knowing. Everything is in
 * memory; none of them keeps the values that lost.
 */
import { crsqlite } from './crsqlite.mjs'

function steps(changes, perStep) {
  return Array.from({ length: Math.ceil(changes.length / perStep) }, (_, i) =>
    changes.slice(i * perStep, (i + 1) * perStep),
  )
}

async function yjs({ columns, ids, rows, changes, single, conflicts, perStep, lap, note }) {
  const Y = await import('yjs')
  const edit = (doc, list, size) => {
    const table = doc.getMap('records')
    for (const step of steps(list, size))
      doc.transact(() => step.forEach(([row, column, value]) => table.get(ids[row]).set(columns[column], value)))
  }
  const a = new Y.Doc()
  await lap('insert', () =>
    a.transact(() => {
      rows.forEach((values, i) => {
        const record = new Y.Map()
        columns.forEach((column, n) => record.set(column, values[n] ?? null))
        a.getMap('records').set(ids[i], record)
      })
    }),
  )
  const start = Y.encodeStateAsUpdate(a)
  note('joinBytes', start.length)
  const joined = () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, start)
    return doc
  }
  const b = await lap('join', joined)
  const sender = joined()
  const before = Y.encodeStateVector(sender)
  edit(sender, changes, perStep)
  const update = Y.encodeStateAsUpdate(sender, before)
  note('batchBytes', update.length)
  await lap('batch', () => Y.applyUpdate(b, update))

  const updates = []
  const oneByOne = joined()
  oneByOne.on('update', (bytes) => updates.push(bytes))
  await lap('local', () => edit(oneByOne, changes.slice(0, single), 1))
  note(
    'eachBytes',
    updates.reduce((sum, bytes) => sum + bytes.length, 0),
  )
  const c = joined()
  await lap('each', () => updates.forEach((bytes) => Y.applyUpdate(c, bytes)))

  const [left, right] = [joined(), joined()]
  edit(left, conflicts, 1)
  const theirs = []
  right.on('update', (bytes) => theirs.push(bytes))
  edit(
    right,
    conflicts.map(([row, column, value]) => [row, column, `${value}'`]),
    1,
  )
  await lap('conflicts', () => theirs.forEach((bytes) => Y.applyUpdate(left, bytes)))
  const saved = Y.encodeStateAsUpdate(b)
  note('savedBytes', saved.length)
  await lap('load', () => Y.applyUpdate(new Y.Doc(), saved))
}

async function automerge({ columns, ids, rows, changes, single, conflicts, perStep, lap, note }) {
  const A = await import('@automerge/automerge')
  const wrap = (value) => (typeof value === 'string' ? new A.ImmutableString(value) : value)
  const edit = (doc, list, size) =>
    steps(list, size).reduce(
      (now, step) =>
        A.change(now, (draft) => {
          for (const [row, column, value] of step) draft.records[ids[row]][columns[column]] = wrap(value)
        }),
      doc,
    )
  const a = await lap('insert', () =>
    A.change(A.init(), (draft) => {
      draft.records = {}
      rows.forEach((values, i) => {
        draft.records[ids[i]] = Object.fromEntries(columns.map((column, n) => [column, wrap(values[n] ?? null)]))
      })
    }),
  )
  const start = A.save(a)
  note('joinBytes', start.length)
  let b = await lap('join', () => A.load(start))
  const sender = A.load(start)
  const sent = edit(sender, changes, perStep)
  const bytes = A.saveSince(sent, A.getHeads(a))
  note('batchBytes', bytes.length)
  await lap('batch', () => void (b = A.loadIncremental(b, bytes)))

  // One by one is so slow here that a part of it must do.
  const few = Math.min(single, 1000)
  note('eachCount', few)
  let oneByOne = A.load(start)
  const updates = []
  await lap('local', () => {
    for (const change of changes.slice(0, few)) {
      oneByOne = edit(oneByOne, [change], 1)
      updates.push(A.getLastLocalChange(oneByOne))
    }
  })
  note(
    'eachBytes',
    updates.reduce((sum, update) => sum + update.length, 0),
  )
  let c = A.load(start)
  await lap('each', () => updates.forEach((update) => void ([c] = A.applyChanges(c, [update]))))

  const both = conflicts.slice(0, few)
  note('conflictCount', both.length)
  let left = edit(A.load(start), both, 1)
  const theirs = []
  let right = A.load(start)
  for (const [row, column, value] of both) {
    right = edit(right, [[row, column, `${value}'`]], 1)
    theirs.push(A.getLastLocalChange(right))
  }
  await lap('conflicts', () => theirs.forEach((update) => void ([left] = A.applyChanges(left, [update]))))
  const saved = A.save(b)
  note('savedBytes', saved.length)
  await lap('load', () => A.load(saved))
}

async function loro({ columns, ids, rows, changes, single, conflicts, perStep, lap, note }) {
  const { LoroDoc, LoroMap } = await import('loro-crdt')
  const edit = (doc, list, size, each) => {
    const table = doc.getMap('records')
    for (const step of steps(list, size)) {
      for (const [row, column, value] of step) table.get(ids[row]).set(columns[column], value)
      doc.commit()
      each?.()
    }
  }
  const exporting = (doc, out) => {
    let version = doc.version()
    return () => {
      out.push(doc.export({ mode: 'update', from: version }))
      version = doc.version()
    }
  }
  const a = new LoroDoc()
  await lap('insert', () => {
    rows.forEach((values, i) => {
      const record = a.getMap('records').setContainer(ids[i], new LoroMap())
      columns.forEach((column, n) => record.set(column, values[n] ?? null))
    })
    a.commit()
  })
  const start = a.export({ mode: 'snapshot' })
  note('joinBytes', start.length)
  const joined = () => {
    const doc = new LoroDoc()
    doc.import(start)
    return doc
  }
  const b = await lap('join', joined)
  const sender = joined()
  const from = sender.version()
  edit(sender, changes, perStep)
  const update = sender.export({ mode: 'update', from })
  note('batchBytes', update.length)
  await lap('batch', () => b.import(update))

  const updates = []
  const oneByOne = joined()
  await lap('local', () => edit(oneByOne, changes.slice(0, single), 1, exporting(oneByOne, updates)))
  note(
    'eachBytes',
    updates.reduce((sum, bytes) => sum + bytes.length, 0),
  )
  const c = joined()
  await lap('each', () => updates.forEach((bytes) => c.import(bytes)))

  const [left, right] = [joined(), joined()]
  edit(left, conflicts, 1)
  const theirs = []
  edit(
    right,
    conflicts.map(([row, column, value]) => [row, column, `${value}'`]),
    1,
    exporting(right, theirs),
  )
  await lap('conflicts', () => theirs.forEach((bytes) => left.import(bytes)))
  const saved = b.export({ mode: 'snapshot' })
  note('savedBytes', saved.length)
  await lap('load', () => new LoroDoc().import(saved))
}

async function tinybase({ columns, ids, rows, changes, single, conflicts, perStep, lap, note }) {
  const { createMergeableStore } = await import('tinybase')
  // It has no empty cells: what is empty is not there.
  const edit = (store, list, size) => {
    for (const step of steps(list, size))
      store.transaction(() =>
        step.forEach(([row, column, value]) => store.setCell('records', ids[row], columns[column], value)),
      )
  }
  const a = createMergeableStore('a')
  await lap('insert', () =>
    a.transaction(() =>
      rows.forEach((values, i) =>
        a.setRow(
          'records',
          ids[i],
          Object.fromEntries(columns.flatMap((column, n) => (values[n] === null ? [] : [[column, values[n]]]))),
        ),
      ),
    ),
  )
  const start = JSON.stringify(a.getMergeableContent())
  note('joinBytes', start.length)
  const joined = (name) => createMergeableStore(name).setMergeableContent(JSON.parse(start))
  const b = await lap('join', () => joined('b'))
  const listen = (store, out) =>
    store.addDidFinishTransactionListener(() => out.push(JSON.stringify(store.getTransactionMergeableChanges())))
  const sent = []
  const sender = joined('s')
  listen(sender, sent)
  edit(sender, changes, perStep)
  note(
    'batchBytes',
    sent.reduce((sum, text) => sum + text.length, 0),
  )
  await lap('batch', () => sent.forEach((text) => b.applyMergeableChanges(JSON.parse(text))))

  const updates = []
  const oneByOne = joined('o')
  listen(oneByOne, updates)
  await lap('local', () => edit(oneByOne, changes.slice(0, single), 1))
  note(
    'eachBytes',
    updates.reduce((sum, text) => sum + text.length, 0),
  )
  const c = joined('c')
  await lap('each', () => updates.forEach((text) => c.applyMergeableChanges(JSON.parse(text))))

  const [left, right] = [joined('l'), joined('r')]
  edit(left, conflicts, 1)
  const theirs = []
  listen(right, theirs)
  edit(
    right,
    conflicts.map(([row, column, value]) => [row, column, `${value}'`]),
    1,
  )
  await lap('conflicts', () => theirs.forEach((text) => left.applyMergeableChanges(JSON.parse(text))))
  const saved = JSON.stringify(b.getMergeableContent())
  note('savedBytes', saved.length)
  await lap('load', () => createMergeableStore('x').setMergeableContent(JSON.parse(saved)))
}

export const PEERS = { yjs, automerge, loro, tinybase, crsqlite }
