/**
 * What creators sold in our own shops, for lists: added up in the background after anything they follow from changed.
 *
 * Lists show what was worked out last and never wait for it, unless they are sorted or filtered by it.
 */

import type { OwnResults } from '../../../shared/contract/creators-list'
import { addDays } from '../../../shared/domain/days'
import { RESULT_DAYS } from '../../../shared/domain/score-input'
import type { WorkspaceContext } from '../context'
import type { Opened } from '../host'
import { roiTable } from '../reporting/table'
import { today } from '../support'

/** By handle. */
export interface Results {
  readonly shown: ReadonlyMap<string, OwnResults>
  /** What stayed sold in all shops in the last days, for the fit score. */
  readonly recent: ReadonlyMap<string, { readonly netGmv: number; readonly currency: string }>
  /** From which state of lines, costs and rates. */
  readonly key: string
}

/** Whoever shows results asks again. */
export const RESULTS_TOPIC = 'creatorResults'

const NOTHING: Results = { shown: new Map(), recent: new Map(), key: '' }
const ALL = { search: '', offset: 0, limit: 100_000, settledOnly: false } as const
const BY_KEY = { column: 'key', descending: false } as const
/** Results of so many shops are kept. */
const KEPT = 8
const FOLLOWS_FROM = [
  'costLines',
  'costEvents',
  'payables',
  'payableEvents',
  'ledgerEntries',
  'samples',
  'sampleEvents',
  'sampleDefaults',
  'parcels',
  'campaigns',
  'productCosts',
  'rates',
  'aliases',
  'marketRules',
  'shops',
  'settings',
]
const BASIS = 10_000

interface Held {
  readonly done: Map<string, Results>
  readonly running: Map<string, Promise<Results>>
}

const held = new WeakMap<Opened, Held>()

/** Those of one shop, or of all. `wait`: the answer is worth waiting for. */
export async function resultsOf(context: WorkspaceContext, shopId: string | null, wait: boolean): Promise<Results> {
  const opened = context.host.current()
  const { done, running } = heldBy(opened)
  const place = shopId ?? ''
  const key = keyOf(context, opened)
  const known = done.get(place)
  if (known?.key === key) return known
  const work = running.get(place) ?? start(context, opened, { shopId, key })
  return wait ? work : (known ?? NOTHING)
}

function start(
  context: WorkspaceContext,
  opened: Opened,
  { shopId, key }: { readonly shopId: string | null; readonly key: string },
): Promise<Results> {
  const { done, running } = heldBy(opened)
  const place = shopId ?? ''
  const work = addUp(context, shopId, key)
    .then((results) => {
      done.delete(place)
      done.set(place, results)
      const [oldest] = done.keys()
      if (done.size > KEPT && oldest !== undefined) done.delete(oldest)
      if (!opened.ended.aborted) context.host.notify([RESULTS_TOPIC])
      return results
    })
    .finally(() => running.delete(place))
  running.set(place, work)
  // Who waits is told; nobody else is there to tell when the file was closed meanwhile.
  work.catch(() => undefined)
  return work
}

async function addUp(context: WorkspaceContext, shopId: string | null, key: string): Promise<Results> {
  const scope = { ...ALL, ...(shopId !== null && { shops: [shopId] }), by: ['creator' as const], sort: BY_KEY }
  const table = await roiTable(context, scope)
  const recent = await roiTable(context, {
    ...ALL,
    by: ['creator'],
    sort: BY_KEY,
    from: addDays(today(context), -RESULT_DAYS),
  })
  return {
    key,
    shown: new Map(
      table.rows.map(({ keys, orders, gmv, refundRate, contribution, currency }) => [
        keys.creator ?? '',
        {
          orders,
          gmv,
          currency,
          refundRate: refundRate === null ? null : Math.round(refundRate * BASIS),
          contribution,
        },
      ]),
    ),
    recent: new Map(recent.rows.map(({ keys, netGmv, currency }) => [keys.creator ?? '', { netGmv, currency }])),
  }
}

function keyOf(context: WorkspaceContext, { facts, creators }: Opened): string {
  const lines = [...facts.shopNumbers()].map(([id, { version }]) => `${id}${version}`).join()
  return `${lines} ${creators.stamp(FOLLOWS_FROM)} ${today(context)}`
}

function heldBy(opened: Opened): Held {
  const known = held.get(opened) ?? { done: new Map(), running: new Map() }
  held.set(opened, known)
  return known
}
