/** Shops, creators, scripts and files for tests of reviews. */

import fs from 'node:fs'
import path from 'node:path'

import { type Client, finish, newWorkspace, temporaryFolder } from './workspace'

/** The first bytes of an MP4 file, and a body that nobody decodes here. */
export const MP4 = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypmp42\0\0\0\0mp42isom'),
  Buffer.alloc(5000, 7),
])

export function fileWith(bytes: Uint8Array | string, name = 'cut.mp4'): string {
  const file = path.join(temporaryFolder(), name)
  fs.writeFileSync(file, bytes)
  return file
}

export async function withShop(client: Client) {
  const shop = await client.shops.add({ name: 'Kiwi US', market: 'US' })
  const { id } = await client.records.put({ entity: 'creators', fields: { handle: 'mia.glow', market: 'TH' } })
  return { shopId: shop.id, creatorId: String(id) }
}

export async function script(client: Client, of: object, text = 'Look at this serum.') {
  const fields = { kind: 'script', title: 'Serum', ...of } as const
  return (await finish(client.reviews.submit({ fields, text }))).result
}

export async function withScript() {
  const workspace = await newWorkspace()
  const of = await withShop(workspace.client)
  const review = await script(workspace.client, of)
  return { ...workspace, ...of, review, reviews: workspace.client.reviews }
}
