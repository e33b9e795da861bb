/** Clients and their shops. */

import { isTimezone } from '../domain/days'
import { z } from '../schema'
import { Currency, Id, Nothing, procedure } from './define'
import { masked } from './masks'

export const ReportLanguage = z.enum(['zh-CN', 'en'])
export const Market = z.string().regex(/^[A-Z]{2}$/)
export const Timezone = z.string().refine(isTimezone, 'not an IANA time zone')

export const Shop = z.object({
  id: Id,
  name: z.string(),
  clientId: Id.nullable(),
  clientName: z.string().nullable(),
  market: Market,
  currency: Currency,
  timezone: z.string(),
  reportLanguage: ReportLanguage,
  shopCode: z.string().nullable(),
  crossBorder: z.boolean(),
  /** Hue of the shop's line at the top of the window: 0-359. */
  color: z.int(),
  order: z.int(),
  archived: z.boolean(),
  note: z.string().nullable(),
})
export type Shop = z.infer<typeof Shop>

export const ShopFields = z.object({
  name: z.string().trim().min(1).max(120),
  clientId: Id.nullable().default(null),
  /** By name, as a convenience: found or made. Wins over `clientId`. */
  client: z.string().trim().min(1).max(120).optional(),
  market: Market,
  /** Left out: the market pack's. */
  currency: Currency.optional(),
  timezone: Timezone.optional(),
  reportLanguage: ReportLanguage.optional(),
  shopCode: z.string().trim().max(64).nullable().optional(),
  crossBorder: z.boolean().optional(),
  note: z.string().max(2000).nullable().optional(),
})

export const Client = z.object({
  id: Id,
  name: z.string(),
  feeModel: masked(z.string(), 'margin'),
  contact: z.string().nullable(),
  reportLanguage: ReportLanguage.nullable(),
  note: z.string().nullable(),
  shops: z.int(),
})
export type Client = z.infer<typeof Client>

const ClientFields = z.object({
  name: z.string().trim().min(1).max(120),
  feeModel: z.string().max(200).nullable().optional(),
  contact: z.string().max(500).nullable().optional(),
  reportLanguage: ReportLanguage.nullable().optional(),
  note: z.string().max(2000).nullable().optional(),
})

export const shopsContract = {
  list: procedure(z.object({ archived: z.boolean().default(false) }), z.array(Shop)),
  add: procedure(ShopFields, Shop),
  /** The currency can only be changed while the shop has no order lines. */
  update: procedure(
    z.object({
      id: Id,
      fields: ShopFields.partial().extend({
        color: z.int().min(0).max(359).optional(),
        order: z.int().optional(),
        archived: z.boolean().optional(),
      }),
    }),
    Shop,
  ),
  /** Refused with `record.inUse` while order lines or costs belong to it; archive it instead. */
  remove: procedure(z.object({ id: Id }), Nothing),
}

export const clientsContract = {
  list: procedure(Nothing, z.array(Client)),
  add: procedure(ClientFields, Client),
  update: procedure(z.object({ id: Id, fields: ClientFields.partial() }), Client),
  remove: procedure(z.object({ id: Id }), Nothing),
}
