import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { sellerLine } from '../support/exports'
import { refusalOf, sellerText } from '../support/imports'
import { filesIn, replicate, twoFolders } from '../support/shared-folder'
import { finish, temporaryFolder } from '../support/workspace'

const HOUR = 3_600_000

/** Lin has imported two lines of 12.99 paid; Bo has the record of it, once he has exchanged. */
async function imported() {
  const two = await twoFolders()
  const { lin } = two
  const shop = await lin.client.shops.add({ name: 'Glow', market: 'US' })
  const file = path.join(temporaryFolder(), 'orders.csv')
  const lines = ['577000000000000001', '577000000000000002'].map((id) => sellerLine({ 'Order ID': id }))
  fs.writeFileSync(file, sellerText(lines))
  await finish(lin.client.imports.run({ path: file, shopId: shop.id }))
  return two
}

test('imported lines come with their record, and count once they are all here', async () => {
  const { lin, bo, lins, bos } = await imported()
  expect(await lin.run()).toMatchObject({ published: { facts: 1 } })
  // First the steps alone: the record of the import is there before its lines.
  const content = filesIn(lins).filter((name) => name.startsWith('b/'))
  const held = temporaryFolder()
  fs.renameSync(path.join(lins, 'b'), path.join(held, 'b'))
  replicate(lins, bos)
  expect(await bo.run()).toMatchObject({ taken: { facts: 0, rejected: 0 } })
  expect((await bo.client.roi.summary({})).now.gmv).toBe(0)
  expect(content.length).toBe(2)
  fs.renameSync(path.join(held, 'b'), path.join(lins, 'b'))
  replicate(lins, bos)
  bo.clock.now += HOUR
  expect(await bo.run()).toMatchObject({ taken: { facts: 1 }, published: { facts: 0 } })
  expect((await bo.client.roi.summary({})).now.gmv).toBe(2598)
  expect(bo.digest()).toBe(lin.digest())
  expect(await lin.run()).toMatchObject({ published: { facts: 0 } })
})

test('an attached file comes to who asks for it, in parts, whole or not at all', async () => {
  const { lin, bo, lins, bos } = await twoFolders()
  const client = await lin.client.clients.add({ name: 'Lumora' })
  const file = path.join(temporaryFolder(), 'contract.pdf')
  const bytes = randomBytes(9 * 1024 * 1024)
  fs.writeFileSync(file, bytes)
  await finish(lin.client.attachments.add({ entity: 'clients', recordId: client.id, path: file }))
  expect(await lin.run()).toMatchObject({ published: { attachments: 1 } })
  replicate(lins, bos)
  expect(await bo.run()).toMatchObject({ taken: { attachments: 0 } })
  const [attached] = await bo.client.attachments.list({ entity: 'clients', recordId: client.id })
  const to = path.join(temporaryFolder(), 'copy.pdf')
  const id = attached?.id ?? ''
  expect(await refusalOf(bo.client.attachments.save({ id, to }))).toMatchObject({ code: 'attachment.elsewhere' })
  const parts = filesIn(bos).filter((name) => name.startsWith('b/'))
  expect(parts.length).toBe(2)
  const [second = ''] = parts.filter((name) => name.includes('-000001-'))
  fs.renameSync(path.join(bos, second), path.join(bos, 'away'))
  expect(await bo.run()).toMatchObject({ taken: { attachments: 0 } })
  fs.renameSync(path.join(bos, 'away'), path.join(bos, second))
  bo.clock.now += HOUR
  expect(await bo.run()).toMatchObject({ taken: { attachments: 1 } })
  await bo.client.attachments.save({ id, to })
  expect(fs.readFileSync(to).equals(bytes)).toBe(true)
})
