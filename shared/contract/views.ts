/** Saved views of lists: filters, sorting, groups, columns and colours, of one person or shared. */

import { ViewBody } from '../domain/lists'
import { z } from '../schema'
import { Id, Nothing, procedure } from './define'

/** The name of a list, as its grid has it: `creators`, `costs`. */
const List = z.string().min(1).max(60)
const Name = z.string().trim().min(1).max(80)

export const View = z.object({
  id: Id,
  list: List,
  name: z.string(),
  /** Who made it; views that are not shared are listed for their owner alone. */
  owner: z.string().nullable(),
  /** Made by the person who asks. */
  mine: z.boolean(),
  shared: z.boolean(),
  /** Null where a newer program wrote something that this one cannot show. */
  body: ViewBody.nullable(),
})
export type View = z.infer<typeof View>

export const viewsContract = {
  /** Views that this person may use, of one list or of all, in the order that people gave them. */
  list: procedure(z.object({ list: List.optional() }), z.array(View)),
  add: procedure(z.object({ list: List, name: Name, shared: z.boolean().default(false), body: ViewBody }), View),
  /** Changes what is named. Only its owner takes a shared view back (`record.invalid`, field `shared`). */
  update: procedure(
    z.object({ id: Id, name: Name.optional(), shared: z.boolean().optional(), body: ViewBody.optional() }),
    View,
  ),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** All views of the list in their new order, as one step; ids that are not there are passed over. */
  reorder: procedure(z.object({ list: List, ids: z.array(Id).max(500) }), Nothing),
}
