/** What is typed about a shop, and what the market fills in. */

import type { MarketPack } from '../../../shared/contract/markets'
import type { Shop } from '../../../shared/contract/shops'

export interface ShopDraft {
  readonly name: string
  /** By name; empty is none. */
  readonly client: string
  readonly market: string
  readonly currency: string
  readonly timezone: string
  readonly reportLanguage: 'zh-CN' | 'en'
  readonly shopCode: string
  readonly crossBorder: boolean
  readonly note: string
}

export function draftOf(shop: Shop | null, language: 'zh-CN' | 'en'): ShopDraft {
  return {
    name: shop?.name ?? '',
    client: shop?.clientName ?? '',
    market: shop?.market ?? '',
    currency: shop?.currency ?? '',
    timezone: shop?.timezone ?? '',
    reportLanguage: shop?.reportLanguage ?? language,
    shopCode: shop?.shopCode ?? '',
    crossBorder: shop?.crossBorder ?? false,
    note: shop?.note ?? '',
  }
}

/** The currency and the zone that a market's pack gives today; empty where it is blank. */
export function marketDefaults(packs: readonly MarketPack[], market: string): Pick<ShopDraft, 'currency' | 'timezone'> {
  const rules = packs.find((pack) => pack.market === market)?.rules ?? []
  const valueOf = (rule: string): string => rules.find((row) => row.rule === rule && row.inForce)?.value ?? ''
  return { currency: valueOf('currency'), timezone: valueOf('timezone') }
}

/** In the words of the contract. A shop without a client name loses its client. */
export function fieldsOf(draft: ShopDraft) {
  const client = draft.client.trim()
  return {
    name: draft.name.trim(),
    market: draft.market,
    ...(client === '' ? { clientId: null } : { client }),
    ...(draft.currency && { currency: draft.currency }),
    ...(draft.timezone && { timezone: draft.timezone }),
    reportLanguage: draft.reportLanguage,
    shopCode: draft.shopCode.trim() || null,
    crossBorder: draft.crossBorder,
    note: draft.note.trim() || null,
  }
}
