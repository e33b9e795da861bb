/** The screen's own filters, remembered between visits; the top bar's shop and period go with them into the scope. */

import { useMemo, useState } from 'react'

import { RoiKey, type RoiScope } from '../../../shared/contract/roi'
import { CONTENT_TYPES, ORDER_STATUSES } from '../../../shared/domain/orders'
import { z } from '../../../shared/schema'
import { recall, remember } from '../../session/memory'
import { useScope } from '../../session/scope'
import { NO_FILTERS, type RoiFilters, scopeOf } from './scope'

const Texts = z.array(z.string())
const Kept = z.object({
  settledOnly: z.boolean(),
  currency: z.string().nullable(),
  by: z.union([z.tuple([RoiKey]), z.tuple([RoiKey, RoiKey])]),
  creators: Texts,
  products: Texts,
  contents: Texts,
  contentTypes: z.array(z.enum(CONTENT_TYPES)),
  statuses: z.array(z.enum(ORDER_STATUSES)),
})

export interface Filtering {
  readonly filters: RoiFilters
  readonly scope: RoiScope
  readonly set: (filters: RoiFilters) => void
}

export function useFilters(): Filtering {
  const [filters, setFilters] = useState<RoiFilters>(() => recall('roi.filters', Kept) ?? NO_FILTERS)
  const top = useScope()
  const scope = useMemo(() => scopeOf(filters, top), [filters, top])
  return {
    filters,
    scope,
    set: (next) => {
      setFilters(next)
      remember('roi.filters', next)
    },
  }
}
