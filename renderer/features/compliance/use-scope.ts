/** In whose name and for what a script is checked: shop, market, product, category, language, what ties the speaker to the seller. */

import { useState } from 'react'

import type { CheckOf } from '../../compliance/use-check'
import { recall, remember } from '../../session/memory'
import { useCurrentShop } from '../../session/shops'
import { z } from '../../../shared/schema'

const Kept = z.object({
  market: z.string().nullable(),
  category: z.string().nullable(),
  language: z.string().nullable(),
  productId: z.string().nullable(),
  gifted: z.boolean(),
  paid: z.boolean(),
  part: z.boolean(),
})
export type ScopeFields = z.infer<typeof Kept>

const FIRST: ScopeFields = {
  market: null,
  category: null,
  language: null,
  productId: null,
  gifted: false,
  paid: false,
  part: false,
}

export interface Scope {
  readonly fields: ScopeFields
  readonly shopId: string | null
  readonly set: (change: Partial<ScopeFields>) => void
  readonly of: CheckOf
}

export function useScope(): Scope {
  const shop = useCurrentShop()
  const [fields, setFields] = useState<ScopeFields>(() => recall('compliance', Kept) ?? FIRST)
  const set = (change: Partial<ScopeFields>) => {
    const next = { ...fields, ...change }
    setFields(next)
    remember('compliance', next)
  }
  const { market, category, language, productId, gifted, paid, part } = fields
  const ties = part ? null : { commission: true, gifted, paid }
  const shopId = shop?.id ?? null
  const of = { market, category, language, shopId, productId: shopId === null ? null : productId, ties }
  return { fields, shopId, set, of }
}
