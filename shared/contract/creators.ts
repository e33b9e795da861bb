/** Creators as the lines and the people name them. */

import { z } from '../schema'
import { creatorRecord } from './creator-record'
import { Id, Page, procedure } from './define'

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
  ...creatorRecord,
}
