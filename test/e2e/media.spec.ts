/** Stored videos and who may have them (18 of Electron's checklist): the player by a word, in ranges; nobody anything else. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from './fixtures/app'

test('18: of stored files the player gets only what the workspace offered, by a word, in ranges; nothing else is there', async ({
  app,
  page,
  folder,
}) => {
  const file = join(folder, 'film.mp4')
  const bytes = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypmp42\0\0\0\0mp42isom'),
    Buffer.alloc(3000, 65),
  ])
  writeFileSync(file, bytes)
  const workspace = join(folder, 'agency.starboard')
  await page.evaluate(
    (path) => window.workspaceApi.workspace.create({ file: path, name: 'Lumora', currency: 'USD' }),
    workspace,
  )
  const url = await page.evaluate(async (path) => {
    const api = window.workspaceApi
    const { id: shopId } = await api.shops.add({ name: 'Lumora US', market: 'US' })
    const job = await api.reviews.submit({ fields: { kind: 'video', shopId }, path })
    for (;;) {
      const step = await job.next()
      if (step.done) return (await api.reviews.play({ versionId: step.value.versionList[0]?.id ?? '' })).url
    }
  }, file)
  // As the media element would ask; a page itself may not read what comes.
  const ask = (address: string, range?: string, method = 'GET') =>
    app.evaluate(
      async ({ session }, [to, wanted, how]) => {
        const headers = wanted === undefined ? {} : { range: wanted }
        return session.defaultSession.fetch(to, { method: how, headers }).then(
          async (answer) => ({
            status: answer.status,
            type: answer.headers.get('content-type'),
            range: answer.headers.get('content-range'),
            length: (await answer.arrayBuffer()).byteLength,
          }),
          () => ({ status: 0, type: null, range: null, length: 0 }),
        )
      },
      [address, range, method] as const,
    )
  const size = bytes.length
  expect(await ask(url)).toEqual({ status: 200, type: 'video/mp4', range: null, length: size })
  expect(await ask(url, 'bytes=10-19')).toMatchObject({ status: 206, range: `bytes 10-19/${size}`, length: 10 })
  expect(await ask(url, `bytes=${size - 5}-`)).toMatchObject({ status: 206, length: 5 })
  expect(await ask(url, 'bytes=-7')).toMatchObject({ status: 206, range: `bytes ${size - 7}-${size - 1}/${size}` })
  expect(await ask(url, `bytes=${size}-`)).toMatchObject({ status: 416, length: 0 })
  expect((await ask(url, undefined, 'POST')).status).not.toBe(200)
  const [, token = ''] = /([0-9a-f]{64})$/.exec(url) ?? []
  const others = [
    `media://starboard/${'0'.repeat(64)}`,
    `media://starboard/${token}/`,
    `media://starboard/${token}/../../agency.starboard`,
    'media://starboard/..%2f..%2fetc%2fpasswd',
    'media://starboard/%2e%2e/agency.starboard',
    `media://starboard/${file}`,
    `media://evil/${token}`,
    `media://starboard/${token}?path=/etc/passwd`,
  ]
  const statuses = await Promise.all(others.map(async (address) => (await ask(address)).status))
  expect(statuses.filter((status) => status === 200 || status === 206)).toEqual([])
  // The page plays it, and cannot read it.
  expect(
    await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'read',
          () => 'refused',
        ),
      url,
    ),
  ).toBe('refused')
  // With the workspace closed, its files are gone from there.
  await page.evaluate(() => window.workspaceApi.workspace.close({}))
  await expect.poll(async () => (await ask(url)).status).not.toBe(200)
})
