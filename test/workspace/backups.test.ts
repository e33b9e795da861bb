import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { exportFile, orderRow } from '../support/exports'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

let workspace: TestWorkspace
let shopId: string
beforeEach(async () => {
  workspace = await newWorkspace()
  shopId = (await workspace.client.shops.add({ name: 'Glow US', market: 'US' })).id
})

let files = 0
async function importOne(): Promise<void> {
  const orderId = `5770000000000000${(files += 1) + 10}`
  const file = await exportFile([orderRow({ orderId })], { folder: workspace.folder, name: `orders-${files}.csv` })
  await finish(workspace.client.imports.run({ path: file, shopId }))
}

const reasons = async () => (await workspace.client.workspace.backups({})).map(({ reason }) => reason)
const lines = async () => (await workspace.client.workspace.info({})).counts.lines

test('a series of imports is preceded by one backup, and by another once something else was changed', async () => {
  await importOne()
  expect(await reasons()).toEqual([])
  await importOne()
  await importOne()
  expect(await reasons()).toEqual(['import'])
  await workspace.client.shops.update({ id: shopId, fields: { name: 'Glow' } })
  await importOne()
  expect(await reasons()).toEqual(['import', 'import'])
})

test('restoring a backup brings its moment back and keeps the file as it was beside it', async () => {
  await importOne()
  await importOne()
  const [backup] = await workspace.client.workspace.backups({})
  const { replicaId, workspaceId } = await workspace.client.workspace.info({})
  const { result } = await finish(workspace.client.workspace.restore({ backup: backup!.file }))
  expect(await lines()).toBe(1)
  const restored = await workspace.client.workspace.info({})
  expect(restored.workspaceId).toBe(workspaceId)
  expect(restored.replicaId).not.toBe(replicaId)
  expect((await finish(workspace.client.workspace.verify({}))).result.ok).toBe(true)
  await workspace.client.workspace.open({ file: result.keptAs })
  expect(await lines()).toBe(2)
})

test('a copy made by hand is the whole workspace, and is not written over', async () => {
  await importOne()
  const to = path.join(workspace.folder, 'copy.starboard')
  const { result } = await finish(workspace.client.workspace.backup({ to }))
  expect(result).toMatchObject({ file: to, sizeBytes: fs.statSync(to).size })
  expect(result.sha256).toMatch(/^[0-9a-f]{64}$/)
  await expect(finish(workspace.client.workspace.backup({ to }))).rejects.toMatchObject({ code: 'export.notWritable' })
  await workspace.client.workspace.open({ file: to })
  expect(await lines()).toBe(1)
})

test('only a backup of this workspace can be put in its place', async () => {
  const stray = path.join(workspace.folder, 'stray.starboard')
  fs.writeFileSync(stray, 'nothing')
  await expect(finish(workspace.client.workspace.restore({ backup: stray }))).rejects.toMatchObject({
    code: 'backup.notFound',
  })
})
