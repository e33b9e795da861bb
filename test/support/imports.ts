/** Importing files through the contract, and holding that a refusal changed nothing. */

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { safe } from '@orpc/client'
import { expect } from 'vitest'

import type { ImportFile, ImportResult } from '../../shared/contract/imports'
import type { RoiFigures } from '../../shared/contract/roi'
import type { AppErrorCode } from '../../shared/errors'
import { csvLine } from '../../electron/workspace/files/csv-write'
import { SELLER_HEADER } from './exports'
import { finish, newWorkspace, temporaryFolder, type TestWorkspace } from './workspace'

type More = Partial<Omit<ImportFile, 'path'>>

/** A workspace with one shop, and the import centre's calls for files of that shop. */
export async function shopWorkspace({
  market = 'US',
  name = 'Glow',
  modified = Date.UTC(2026, 2, 1),
  folder = temporaryFolder(),
} = {}) {
  const workspace = await newWorkspace({ folder })
  const shop = await workspace.client.shops.add({ name, market })
  let files = 0
  let modifiedAt = modified
  const place = (extension: string) => path.join(workspace.folder, `orders-${(files += 1)}.${extension}`)
  return {
    ...workspace,
    shop,
    place,
    /** Writes bytes as a file that is a second younger than the last. */
    write(bytes: string | Uint8Array, extension = 'csv'): string {
      const file = place(extension)
      fs.writeFileSync(file, bytes)
      return this.younger(file)
    },
    younger(file: string): string {
      modifiedAt += 1000
      return this.dated(file, modifiedAt)
    },
    /** Makes a file as old as `at` (epoch ms) says. */
    dated(file: string, at: number): string {
      fs.utimesSync(file, at / 1000, at / 1000)
      return file
    },
    run: async (file: string, more: More = {}): Promise<ImportResult> =>
      (await finish(workspace.client.imports.run({ path: file, shopId: shop.id, ...more }))).result,
    preview: async (file: string, more: More = {}): Promise<ImportResult> =>
      (await finish(workspace.client.imports.preview({ path: file, shopId: shop.id, ...more }))).result,
    undo: async (batchId: string | null) =>
      (await finish(workspace.client.imports.undo({ batchId: batchId ?? '' }))).result,
    redo: async (batchId: string | null) =>
      (await finish(workspace.client.imports.redo({ batchId: batchId ?? '' }))).result,
    total: async (): Promise<RoiFigures> => (await workspace.client.roi.summary({})).now,
  }
}

export type ShopWorkspace = Awaited<ReturnType<typeof shopWorkspace>>

/** The seller's English export of these lines, as the platform writes it. */
export function sellerText(lines: readonly (readonly string[])[], header: readonly string[] = SELLER_HEADER): string {
  return `\uFEFF${[header, ...lines].map((cells) => csvLine(cells)).join('')}`
}

/** A hash over every row of every table of the open file, but the marks that each opening leaves. */
export function fingerprint({ context }: Pick<TestWorkspace, 'context'>): string {
  const { reader } = context.host.current().workspace
  const hash = createHash('sha256')
  const tables = reader.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck()
  for (const table of tables.all()) {
    hash.update(table)
    const rows =
      table === 'sync_meta' ? `SELECT * FROM sync_meta WHERE k NOT LIKE 'open_token%'` : `SELECT * FROM "${table}"`
    for (const row of reader.prepare(rows).raw().iterate()) {
      // Rows are lists of SQLite's values.
      for (const cell of row as (string | number | bigint | Buffer | null)[]) {
        hash.update(Buffer.isBuffer(cell) ? cell : `${typeof cell}${String(cell)}\0`)
      }
    }
  }
  return hash.digest('hex')
}

/** Every check of `workspace.verify` that fails; none is as it should be. */
export async function problems({ client }: Pick<TestWorkspace, 'client'>): Promise<readonly object[]> {
  return (await finish(client.workspace.verify({}))).result.checks.filter(({ ok }) => !ok)
}

/** Holds that previewing and importing the file are both refused with `code` and `params`, and that not one row differs afterwards. */
export async function expectRefused(
  workspace: ShopWorkspace,
  file: string,
  code: AppErrorCode,
  params: object,
  more: More = {},
): Promise<void> {
  const before = fingerprint(workspace)
  for (const call of [workspace.preview, workspace.run]) {
    const refusal = await refusalOf(call(file, more))
    expect(refusal).toMatchObject({ code, data: params })
  }
  expect(fingerprint(workspace)).toBe(before)
  expect(fs.existsSync(path.join(workspace.folder, 'agency.backups'))).toBe(false)
}

/** What a call is refused with; fails the test where it succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<{ readonly code: string; readonly data: unknown }> {
  const { error } = await safe(call)
  expect(error).not.toBeNull()
  // Every failure of the contract is one of these.
  return error as unknown as { code: string; data: unknown }
}
