/** Files of samples, and taking them in through the contract. */

import fs from 'node:fs'
import path from 'node:path'

import type { OpenWorkspace } from '../../db/open'
import { parcelRows, sampleDates, sampleRows } from '../../db/repositories/samples'
import type { SampleFile, SampleFileResult } from '../../shared/contract/sample-files'
import { type Client, finish, newWorkspace } from './workspace'

/** The *All orders* export of a market as invented for tests: `indonesia`, `vietnam`, `thailand`, `philippines`… */
export function allOrders(market: string): string {
  return path.resolve(import.meta.dirname, '../fixtures/all-orders', `${market}.csv`)
}

export interface ShopOf {
  readonly market: string
  readonly name?: string
}

/** A workspace with one shop of a market and the calls for its files of samples. */
export async function samplesWorkspace({ market, name = 'Glow' }: ShopOf, now = Date.UTC(2026, 10, 20, 4)) {
  const workspace = await newWorkspace({ now })
  const shop = await workspace.client.shops.add({ name, market })
  return { ...workspace, shop, ...samplesOf(workspace.client, shop.id, workspace.folder) }
}

export function samplesOf(client: Client, shopId: string, folder: string) {
  const asked = (where: string | { readonly text: string }, more: Partial<SampleFile>) => ({
    ...(typeof where === 'string' ? { path: where } : { text: where.text, name: 'pasted' }),
    shopId,
    ...more,
  })
  return {
    preview: async (
      where: string | { readonly text: string },
      more: Partial<SampleFile> = {},
    ): Promise<SampleFileResult> => (await finish(client.sampleFiles.preview(asked(where, more)))).result,
    run: async (where: string | { readonly text: string }, more: Partial<SampleFile> = {}): Promise<SampleFileResult> =>
      (await finish(client.sampleFiles.run(asked(where, more)))).result,
    written(name: string, lines: readonly string[]): string {
      const file = path.join(folder, name)
      fs.writeFileSync(file, `${lines.join('\n')}\n`)
      return file
    },
  }
}

/** Every sample with what a person would ask about it, by order, application and product. */
export function ledger({ db }: Pick<OpenWorkspace, 'db'>) {
  const handles = new Map(
    db.$client.prepare<[], readonly [string, string]>('SELECT id, handle FROM creators').raw().all(),
  )
  const parcels = parcelRows(db)
  const dates = sampleDates(db)
  return sampleRows(db)
    .map((sample) => ({
      id: sample.id,
      handle: handles.get(sample.creatorId ?? ''),
      productId: sample.productId,
      productName: sample.productName,
      skuId: sample.skuId,
      variation: sample.variation,
      quantity: sample.quantity,
      kind: sample.kind,
      orderId: sample.orderId,
      applicationId: sample.applicationId,
      platformStatus: sample.platformStatus,
      recipient: sample.recipient,
      phone: sample.phone,
      address: sample.address,
      source: sample.source,
      requestedAt: sample.requestedAt,
      state: sample.state ?? 'requested',
      dates: Object.fromEntries(
        dates.flatMap(([id, state, at]) =>
          id === sample.id && at !== null ? [[state, new Date(at).toISOString()] as const] : [],
        ),
      ),
      parcels: parcels
        .filter(({ sampleId }) => sampleId === sample.id)
        .map(({ tracking, carrier }) => (carrier === null ? tracking : `${tracking} ${carrier}`)),
    }))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf(one: {
  readonly orderId: string | null
  readonly applicationId: string | null
  readonly productId: string | null
}): string {
  return `${one.orderId ?? ''} ${one.applicationId ?? ''} ${one.productId ?? ''}`
}
