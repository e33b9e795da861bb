/** Words of a call that stand for something: a day, a period, a shop, FIELD=VALUE. */

import { isRealDay, type Period } from '../../shared/domain/days'
import type { Shop } from '../../shared/contract/shops'
import { AppError } from '../../shared/errors'
import type { Client } from './io'
import { UsageError } from './usage'

export function readDay(text: string, option: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isRealDay(text)) {
    throw new UsageError(`--${option} takes a day as 2026-10-31; "${text}" is none`)
  }
  return text
}

/** `2026-10-01..2026-10-31`, both days included. */
export function readPeriod(text: string, option: string): Period {
  const [from, to, more] = text.split('..')
  if (from === undefined || to === undefined || more !== undefined) {
    throw new UsageError(`--${option} takes a period as 2026-10-01..2026-10-31; "${text}" is none`)
  }
  const period = { from: readDay(from, option), to: readDay(to, option) }
  if (period.from > period.to) {
    throw new UsageError(`--${option} ${text} ends before it begins`)
  }
  return period
}

/** The shop with this id, or else the only one of this name (whatever the case). Throws `shop.notFound`, `shop.ambiguous`. */
export async function findShop(client: Client, nameOrId: string): Promise<Shop> {
  const shops = await client.shops.list({ archived: true })
  const byId = shops.find((shop) => shop.id === nameOrId)
  if (byId) {
    return byId
  }
  const key = nameKey(nameOrId)
  const named = shops.filter((shop) => nameKey(shop.name) === key)
  // An archived shop steps back behind one of the same name that is still run.
  const live = named.filter((shop) => !shop.archived)
  const candidates = live.length > 0 ? live : named
  const [only] = candidates
  if (!only) {
    throw new AppError('shop.notFound', { shop: nameOrId })
  }
  if (candidates.length > 1) {
    throw new AppError('shop.ambiguous', { shop: nameOrId })
  }
  return only
}

function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}

/** `field=value` cut at the first `=`. */
export function readPair(word: string): readonly [field: string, value: string] {
  const at = word.indexOf('=')
  if (at < 1) {
    throw new UsageError(`"${word}" is not FIELD=VALUE`)
  }
  return [word.slice(0, at), word.slice(at + 1)]
}
