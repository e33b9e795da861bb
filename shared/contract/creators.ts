/** Creators as the lines and the people name them. */

import { z } from '../schema'
import { Id, Nothing, Page, procedure } from './define'

export const Creator = z.object({
  id: Id,
  handle: z.string(),
  displayName: z.string().nullable(),
  market: z.string().nullable(),
  remark: z.string().nullable(),
  /** Shops whose imported files name the creator. */
  shops: z.int(),
})
export type Creator = z.infer<typeof Creator>

export const creatorsContract = {
  list: procedure(
    Page.extend({
      search: z.string().max(200).default(''),
      shopId: Id.optional(),
      sort: z.enum(['handle', 'displayName', 'shops']).default('handle'),
      descending: z.boolean().default(false),
    }),
    z.object({ rows: z.array(Creator), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  get: procedure(
    z.object({ id: Id }),
    Creator.extend({
      phone: z.string().nullable(),
      email: z.string().nullable(),
      tags: z.array(z.string()),
      /** Other names under which colleagues or files know the same person. */
      merged: z.array(z.object({ id: Id, handle: z.string() })),
    }),
  ),
  put: procedure(
    z.object({
      id: Id,
      fields: z
        .object({
          displayName: z.string().nullable(),
          market: z.string().nullable(),
          remark: z.string().nullable(),
          phone: z.string().nullable(),
          email: z.string().nullable(),
          tags: z.array(z.string()),
        })
        .partial(),
    }),
    Nothing,
  ),
  /** Makes `loser` another name of `winner`: one step, taken back by `unmerge`. Chosen values are written to the winner. */
  merge: procedure(
    z.object({
      loser: Id,
      winner: Id,
      take: z.array(z.enum(['displayName', 'market', 'remark', 'phone', 'email'])).default([]),
    }),
    Nothing,
  ),
  unmerge: procedure(z.object({ loser: Id }), Nothing),
}
