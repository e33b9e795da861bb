import fc from 'fast-check'
import { expect, test } from 'vitest'

import { addDerivedCreators, creatorId } from '../../db/capture/derived'
import type { OpenWorkspace } from '../../db/open'
import { recordProblems } from '../../db/replay'
import { historyOf, nextRedo, nextUndo, recentSteps } from '../../db/repositories/history'
import { deleteRecord, findRecord, getRecord, listRecords, putRecord } from '../../db/repositories/records'
import { verifyWorkspace } from '../../db/verify'
import { isAppError } from '../support/refusals'
import { makeWorkspace, NOON } from '../support/workspace-file'

const me = (label: string) => ({ author: 'Lan', label })
const addClient = (workspace: OpenWorkspace, name: string) =>
  workspace.commit(me(`clients.add:${name}`), (tx) => putRecord(tx, 'clients', null, { name }, NOON))
const names = (workspace: OpenWorkspace) => listRecords(workspace.db, 'clients').rows.map(({ name }) => name)

test('undo takes the last step back, redo does it again, and a new step ends what could be done again', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await addClient(workspace, 'Lotus')
  await workspace.commit(me('clients.edit:Lotus'), (tx) =>
    putRecord(tx, 'clients', id, { name: 'Orchid', note: 'new name' }, NOON),
  )
  expect((await workspace.undo('Lan')).label).toBe('clients.edit:Lotus')
  expect(getRecord(workspace.db, 'clients', id)).toMatchObject({ name: 'Lotus', note: null })
  await workspace.undo('Lan')
  expect(findRecord(workspace.db, 'clients', id)).toBeNull()
  await expect(workspace.undo('Lan')).rejects.toSatisfy(isAppError('undo.nothing'))
  await workspace.redo('Lan')
  await workspace.redo('Lan')
  expect(getRecord(workspace.db, 'clients', id)).toMatchObject({ name: 'Orchid', note: 'new name' })
  await workspace.undo('Lan')
  await addClient(workspace, 'Peony')
  await expect(workspace.redo('Lan')).rejects.toSatisfy(isAppError('undo.nothing'))
  expect((await verifyWorkspace(workspace.file)).checks.filter(({ ok }) => !ok)).toEqual([])
})

test('a lasting step is passed by: undo takes back the one before it', async () => {
  const { workspace } = await makeWorkspace()
  await addClient(workspace, 'Lotus')
  await addClient(workspace, 'Orchid')
  await workspace.undo('Lan')
  await workspace.commit({ ...me('clients.add:Peony'), lasting: true }, (tx) =>
    putRecord(tx, 'clients', null, { name: 'Peony' }, NOON),
  )
  // What had been undone can no longer be done again, as after every step.
  await expect(workspace.redo('Lan')).rejects.toSatisfy(isAppError('undo.nothing'))
  expect(nextUndo(workspace.db)?.subject).toBe('Lotus')
  expect((await workspace.undo('Lan')).label).toBe('clients.add:Lotus')
  expect(names(workspace)).toEqual(['Peony'])
  await expect(workspace.undo('Lan')).rejects.toSatisfy(isAppError('undo.nothing'))
  expect(recentSteps(workspace.db, 9).map(({ subject, state }) => [subject, state])).toContainEqual(['Peony', 'done'])
  expect((await verifyWorkspace(workspace.file)).checks.filter(({ ok }) => !ok)).toEqual([])
})

test('two hundred steps can be taken back after the program was started anew', async () => {
  const opened = await makeWorkspace()
  for (let i = 0; i < 200; i++) await addClient(opened.workspace, `c${i}`)
  const workspace = await opened.reopen()
  for (let i = 0; i < 200; i++) await workspace.undo('Lan')
  expect(names(workspace)).toEqual([])
  for (let i = 0; i < 200; i++) await workspace.redo('Lan')
  expect(names(workspace)).toHaveLength(200)
})

test('undo brings a deleted record back with what it held', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await addClient(workspace, 'Lotus')
  await workspace.commit(me('clients.remove:Lotus'), (tx) => deleteRecord(tx, 'clients', id))
  await workspace.undo('Lan')
  expect(getRecord(workspace.db, 'clients', id)).toMatchObject({ name: 'Lotus' })
})

test('undo of a step that brought a record back, edited it and deleted it again leaves it deleted as it was', async () => {
  const { workspace } = await makeWorkspace()
  const creator = (displayName: string) => ({ handle: 'ann', displayName })
  const { id } = await workspace.commit(me('creators.add:ann'), (tx) =>
    putRecord(tx, 'creators', null, creator('Ann'), NOON),
  )
  await workspace.commit(me('creators.remove:ann'), (tx) => deleteRecord(tx, 'creators', id))
  await workspace.commit(me('creators.tidy:ann'), (tx) => {
    putRecord(tx, 'creators', null, creator('Anna'), NOON)
    deleteRecord(tx, 'creators', id)
  })
  await workspace.undo('Lan')
  expect(findRecord(workspace.db, 'creators', id)).toBeNull()
  await workspace.undo('Lan')
  expect(getRecord(workspace.db, 'creators', id)).toMatchObject({ displayName: 'Ann' })
  expect((await verifyWorkspace(workspace.file)).checks.filter(({ ok }) => !ok)).toEqual([])
})

test('undo of the first edit of an imported creator gives back what the import had said', async () => {
  const { workspace } = await makeWorkspace()
  const id = creatorId('ann')
  await workspace.withExclusive(me('import:a.csv'), async ({ tx }) => addDerivedCreators(tx, [{ id, handle: 'ann' }]))
  await workspace.commit(me('creators.edit:ann'), (tx) => putRecord(tx, 'creators', id, { remark: 'VIP' }, NOON))
  await workspace.undo('Lan')
  expect(getRecord(workspace.db, 'creators', id)).toMatchObject({ handle: 'ann', remark: null })
  expect((await verifyWorkspace(workspace.file)).ok).toBe(true)
})

test('undo is refused, and changes nothing, when a cell of the step was written since', async () => {
  const { workspace } = await makeWorkspace()
  const { id } = await addClient(workspace, 'Lotus')
  await workspace.commit(me('clients.edit:Lotus'), (tx) =>
    putRecord(tx, 'clients', id, { name: 'Orchid', note: 'x' }, NOON),
  )
  // As a colleague's change would arrive: applied, but no step of this computer.
  await workspace.commit(me('clients.edit:theirs'), (tx) => putRecord(tx, 'clients', id, { name: 'Theirs' }, NOON))
  workspace.writer.exec(`UPDATE local_steps SET state = 'gone' WHERE seq = 3`)
  await expect(workspace.undo('Lan')).rejects.toSatisfy(
    isAppError('undo.changedSince', { label: 'clients.edit:Lotus', entity: 'clients', field: 'name' }),
  )
  expect(getRecord(workspace.db, 'clients', id)).toMatchObject({ name: 'Theirs', note: 'x' })
})

test('steps of a kind with a handler are taken back by it', async () => {
  const { workspace } = await makeWorkspace()
  const id = '40000000000000000000000000'
  await workspace.withExclusive(
    me('import:a.csv'),
    async ({ tx }) => void putRecord(tx, 'imports', id, { shopId: id, kind: 'affiliateOrders' }, NOON),
  )
  const calls: string[] = []
  workspace.handleSteps('import', {
    undo: async (step, author) => {
      calls.push(`undo ${step.label}`)
      await workspace.withExclusive({ author, label: step.label, moves: { step, direction: 'undo' } }, async ({ tx }) =>
        deleteRecord(tx, 'imports', id),
      )
    },
    redo: async (step, author) => {
      calls.push(`redo ${step.label}`)
      await workspace.withExclusive(
        { author, label: step.label, moves: { step, direction: 'redo' } },
        async ({ tx }) => void putRecord(tx, 'imports', id, {}, NOON),
      )
    },
  })
  await workspace.undo('Lan')
  expect(findRecord(workspace.db, 'imports', id)).toBeNull()
  await workspace.redo('Lan')
  expect(findRecord(workspace.db, 'imports', id)).not.toBeNull()
  expect(calls).toEqual(['undo import:a.csv', 'redo import:a.csv'])
})

test('history names who changed what of a record, from what to what', async () => {
  const { workspace, clock } = await makeWorkspace()
  const { id } = await addClient(workspace, 'Lotus')
  clock.at += 60_000
  await workspace.commit({ author: 'Wang', label: 'clients.edit:Lotus' }, (tx) =>
    putRecord(tx, 'clients', id, { name: 'Orchid' }, clock.at),
  )
  await workspace.undo('Lan')
  await workspace.commit(me('clients.remove:Lotus'), (tx) => deleteRecord(tx, 'clients', id))
  const seen = historyOf(workspace.db, 'clients', id).map(({ author, kind, field, before, after }) => [
    author,
    kind,
    field,
    before,
    after,
  ])
  expect(seen).toEqual([
    ['Lan', 'removed', '', null, null],
    ['Lan', 'changed', 'name', 'Orchid', 'Lotus'],
    ['Wang', 'changed', 'name', 'Lotus', 'Orchid'],
    ['Lan', 'created', '', null, null],
    ['Lan', 'changed', 'name', null, 'Lotus'],
  ])
  expect(recentSteps(workspace.db, 10).map(({ label, subject, state }) => [label, subject, state])).toEqual([
    ['clients.remove', 'Lotus', 'done'],
    ['clients.edit', 'Lotus', 'undo'],
    ['clients.edit', 'Lotus', 'undone'],
    ['clients.add', 'Lotus', 'done'],
  ])
  expect(nextUndo(workspace.db)?.label).toBe('clients.remove')
  expect(nextRedo(workspace.db)).toBeNull()
})

type Edit =
  | { readonly kind: 'put'; readonly at: number; readonly field: string; readonly value: string | null }
  | { readonly kind: 'delete'; readonly at: number }
type Action = Edit | { readonly kind: 'undo' } | { readonly kind: 'redo' }

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      at: fc.nat(4),
      field: fc.constantFrom('displayName', 'remark', 'phone'),
      value: fc.option(fc.string({ unit: 'grapheme', maxLength: 4 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: fc.nat(4) }) },
  { weight: 4, arbitrary: fc.constantFrom({ kind: 'undo' } as const, { kind: 'redo' } as const) },
)

const logLength = (workspace: OpenWorkspace) => workspace.reader.prepare('SELECT count(*) FROM sync_log').pluck().get()

/** Every record as people see it: what undo and redo must restore exactly. */
const visible = (workspace: OpenWorkspace) => JSON.stringify(listRecords(workspace.db, 'creators').rows)

test('whatever is put, deleted, undone and redone: the log adds up to the tables, undo and redo restore exactly', async () => {
  const { workspace } = await makeWorkspace()
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      const restored: [is: string, was: string][] = []
      const done: string[] = []
      const undone: string[] = []
      for (const one of actions) {
        const before = visible(workspace)
        if (one.kind === 'put' || one.kind === 'delete') {
          const entries = logLength(workspace)
          await act(workspace, one)
          if (logLength(workspace) === entries) continue
          done.push(before)
          undone.length = 0
          continue
        }
        const [from, to] = one.kind === 'undo' ? [done, undone] : [undone, done]
        const expected = from.pop()
        // Steps of an earlier round are not this round's to move.
        if (expected === undefined) continue
        await workspace[one.kind]('Lan')
        restored.push([visible(workspace), expected])
        to.push(before)
      }
      expect(restored.filter(([is, was]) => is !== was)).toEqual([])
      expect(recordProblems(workspace.writer, workspace.tables)).toEqual([])
    }),
    { numRuns: 60 },
  )
  expect((await verifyWorkspace(workspace.file)).checks.filter(({ ok }) => !ok)).toEqual([])
}, 30_000)

async function act(workspace: OpenWorkspace, one: Edit): Promise<void> {
  const handle = `c${one.at}`
  await workspace.commit(me(`creators.${one.kind}:${handle}`), (tx) => {
    if (one.kind === 'put') putRecord(tx, 'creators', null, { handle, [one.field]: one.value }, NOON)
    else if (findRecord(tx, 'creators', creatorId(handle)) !== null) deleteRecord(tx, 'creators', creatorId(handle))
  })
}
