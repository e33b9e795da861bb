/** A made-up order line, with the columns an export file can show. */

import type { ColumnOf, ContentType, OrderColumn, OrderStatus } from '../orders'

type Value<C extends OrderColumn> =
  C extends ColumnOf<'money' | 'time' | 'rate' | 'count'>
    ? number
    : C extends ColumnOf<'status'>
      ? OrderStatus
      : C extends ColumnOf<'contentType'>
        ? ContentType
        : C extends ColumnOf<'flag'>
          ? boolean
          : string

/** Money in minor units, rates in basis points, times in local wall-clock seconds, ids and texts as texts; what is not there is blank. */
export type DemoLine = { readonly [C in OrderColumn]?: Value<C> | null }
