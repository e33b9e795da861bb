/** Lists of creators as files, and importing them through the contract. */

import fs from 'node:fs'
import path from 'node:path'

import { writeCsv } from '../../electron/workspace/files/csv-write'
import { writeWorkbook } from '../../electron/workspace/files/xlsx-adapter'
import type { ListFile, ListResult } from '../../shared/contract/metrics'
import { LIST_LAYOUTS } from '../../shared/domain/creator-list-layouts'
import { shopWorkspace } from './imports'
import { finish } from './workspace'

export const OCTOBER = { from: '2026-10-01', to: '2026-10-30' }
export const EN_2026 = headersOf('creatorList.en2026')

export function headersOf(layout: string): string[] {
  return (LIST_LAYOUTS.find(({ name }) => name === layout)?.columns ?? []).map(([header]) => header)
}

/** Cells in the order of the headers; what is left out is `--`. */
export function rowOf(headers: readonly string[], cells: Readonly<Record<string, string>>): string[] {
  return headers.map((header) => cells[header] ?? '--')
}

/** A workspace with one shop, and the calls for lists of it. */
export async function listWorkspace(options: Parameters<typeof shopWorkspace>[0] = {}) {
  const workspace = await shopWorkspace({ modified: Date.UTC(2026, 0, 10), ...options })
  const { client, folder, shop } = workspace
  const order = (file: string, more: Partial<ListFile> = {}): ListFile => ({
    path: file,
    shopId: shop.id,
    period: OCTOBER,
    ...more,
  })
  return {
    ...workspace,
    async file(records: readonly (readonly string[])[], name = 'creators.csv'): Promise<string> {
      const file = path.join(folder, name)
      await (name.endsWith('.xlsx') ? writeWorkbook(file, 'Creator List', records) : writeCsv(file, records))
      return workspace.younger(file)
    },
    text(content: string, name = 'creators.csv'): string {
      const file = path.join(folder, name)
      fs.writeFileSync(file, content)
      return workspace.younger(file)
    },
    preview: async (file: string, more?: Partial<ListFile>): Promise<ListResult> =>
      (await finish(client.metrics.preview(order(file, more)))).result,
    list: async (file: string, more?: Partial<ListFile>): Promise<ListResult> =>
      (await finish(client.metrics.run(order(file, more)))).result,
    /** What shows of a creator: value by figure. */
    async figures(handle: string): Promise<Record<string, number>> {
      const { rows } = await client.creators.list({ search: handle })
      const id = rows.find((row) => row.handle === handle)?.id ?? ''
      const figures = await client.metrics.ofCreator({ creatorId: id })
      return Object.fromEntries(figures.map(({ name, said }) => [name, said[0]?.value ?? NaN]))
    },
  }
}
