import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { colleagues, digestsOf, type Colleague } from '../support/colleagues'
import { finish, newCaller, temporaryFolder } from '../support/workspace'

async function packageFor(li: Colleague, folder: string, passphrase?: string): Promise<string> {
  const to = path.join(folder, 'all.starpack')
  const recipient = { to: 'newColleague' as const }
  await finish(li.client.sync.export({ to, recipient, ...(passphrase !== undefined && { passphrase }) }))
  return to
}

test('a new colleague joins with everything there is, and the history of it', async () => {
  const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
  const folder = temporaryFolder()
  const { id } = await li.client.records.put({ entity: 'creators', fields: { handle: 'linh', phone: '1' } })
  await li.client.creators.put({ id: String(id), fields: { phone: '2' } })
  await li.client.records.put({ entity: 'clients', fields: { name: 'Lotus' } })
  const from = await packageFor(li, folder, '莲花 2026')
  const file = path.join(folder, 'mei.starboard')
  const joiner = { ...newCaller(undefined, 'Mei'), name: 'Mei', file }
  await finish(joiner.client.sync.join({ from, file, passphrase: '莲花 2026' }))
  expect(await digestsOf([li, joiner])).toHaveProperty('size', 1)
  const history = { entity: 'creators', id: String(id) }
  const told = async ({ client }: Colleague) =>
    (await client.history.ofRecord(history)).map(({ at, author, kind, field, before, after }) => [
      at,
      author,
      kind,
      field,
      before,
      after,
    ])
  expect(await told(joiner)).toEqual(await told(li))
  // They go on from there together.
  await joiner.client.creators.put({ id: String(id), fields: { phone: '3' } })
  const back = path.join(folder, 'back.starpack')
  await finish(joiner.client.sync.export({ to: back, recipient: { to: 'everybody' }, plain: true }))
  await finish(li.client.sync.import({ file: back }))
  await finish(wang.client.sync.import({ file: back }))
  expect(await digestsOf([li, wang, joiner])).toHaveProperty('size', 1)
}, 30_000)

test('a package that cannot be taken leaves no file', async () => {
  const [li] = (await colleagues('Li')) as [Colleague]
  const folder = temporaryFolder()
  await li.client.records.put({ entity: 'clients', fields: { name: 'Lotus' } })
  const from = await packageFor(li, folder, 'right')
  const joiner = newCaller(undefined, 'Mei')
  const file = path.join(folder, 'mei.starboard')
  await expect(finish(joiner.client.sync.join({ from, file, passphrase: 'wrong' }))).rejects.toMatchObject({
    code: 'sync.wrongPassphrase',
  })
  fs.truncateSync(from, fs.statSync(from).size - 30)
  await expect(finish(joiner.client.sync.join({ from, file, passphrase: 'right' }))).rejects.toMatchObject({
    code: 'sync.unreadable',
  })
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('mei'))).toEqual([])
}, 30_000)
