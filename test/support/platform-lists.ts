/** Lists of products, videos and LIVEs as files, written as the platform writes them, and importing them through the contract. */

import fs from 'node:fs'
import path from 'node:path'

import { csvLine, writeCsv } from '../../electron/workspace/files/csv-write'
import { writeWorkbook } from '../../electron/workspace/files/xlsx-adapter'
import type { PlatformListFile, PlatformListResult } from '../../shared/contract/platform-lists'
import { shopWorkspace } from './imports'
import { LIST_HEADERS } from './list-headers'
import { finish } from './workspace'

export type ListName = keyof typeof LIST_HEADERS
export const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' }
export const MIA_VIDEO = '7412345678901234567'
export const BO_VIDEO = '7499999999999999999'
export const SERUM = '1729000000000000001'
export const CREAM = '1729000000000000002'

/** Cells in the order of the file's header; what is left out is `--`. */
export function record(list: ListName, cells: Readonly<Record<string, string>>): string[] {
  const headers: readonly string[] = LIST_HEADERS[list]
  const unknown = Object.keys(cells).filter((name) => !headers.includes(name))
  if (unknown.length > 0) throw new Error(`${list} has no ${unknown.join(', ')}`)
  return headers.map((header) => cells[header] ?? '--')
}

/** A workspace with one shop, and the calls for lists of it. */
export async function platformWorkspace(options: Parameters<typeof shopWorkspace>[0] = {}) {
  const workspace = await shopWorkspace({ modified: Date.UTC(2026, 9, 10), ...options })
  const { client, folder, shop } = workspace
  const order = (file: string, more: Partial<PlatformListFile> = {}): PlatformListFile => ({
    path: file,
    shopId: shop.id,
    ...more,
  })
  return {
    ...workspace,
    async file(records: readonly (readonly string[])[], name = 'list.csv'): Promise<string> {
      const file = path.join(folder, name)
      await (name.endsWith('.xlsx') ? writeWorkbook(file, 'Sheet 1', records) : writeCsv(file, records))
      return workspace.younger(file)
    },
    /** As the platform writes text: a mark before the first byte, TABs behind ids. */
    marked(records: readonly (readonly string[])[], name = 'marked.csv'): string {
      const file = path.join(folder, name)
      const cells = records.map((cells) => cells.map((cell) => (/^\d{16,}$/u.test(cell) ? `${cell}\t` : cell)))
      fs.writeFileSync(file, `\uFEFF${cells.map((row) => csvLine(row)).join('')}`)
      return workspace.younger(file)
    },
    preview: async (file: string, more?: Partial<PlatformListFile>): Promise<PlatformListResult> =>
      (await finish(client.platformLists.preview(order(file, more)))).result,
    list: async (file: string, more?: Partial<PlatformListFile>): Promise<PlatformListResult> =>
      (await finish(client.platformLists.run(order(file, more)))).result,
    takeBack: async (listId: string) => (await finish(client.platformLists.remove({ listId }))).result,
    bringBack: async (listId: string) => (await finish(client.platformLists.bringBack({ listId }))).result,
    /** The living records of an entity. */
    async records(entity: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
      return (await client.records.list({ entity, limit: 500 })).rows
    },
    /** What lists say of the post with this TikTok number, or of the only LIVE. */
    async said(videoId: string | null) {
      const rows = await this.records('contents')
      const id = rows.find(({ contentId }) => contentId === videoId)?.['id']
      return client.platformLists.ofContent({ contentId: String(id) })
    },
    async handles(): Promise<string[]> {
      return (await client.creators.list({})).rows.map(({ handle }) => handle).toSorted()
    },
  }
}
