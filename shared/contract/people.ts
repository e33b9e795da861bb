/** Colleagues and their roles: who may see which kinds of values. */

import { MASKS, ROLES } from '../domain/roles'
import { z } from '../schema'
import { Id, Nothing, procedure } from './define'

export const RoleName = z.enum(ROLES)

export const Person = z.object({
  id: Id,
  /** As they named themselves; `*` is everybody who is not named. */
  name: z.string(),
  role: RoleName,
  note: z.string().nullable(),
  self: z.boolean(),
})
export type Person = z.infer<typeof Person>

export const peopleContract = {
  /** Who sits here, and what their role hides. Without any role everybody is an owner. */
  me: procedure(
    Nothing,
    z.object({
      name: z.string(),
      role: RoleName,
      hidden: z.array(z.enum(MASKS)),
      /** False: nobody has a role yet. */
      inUse: z.boolean(),
      /** Whether this person may say who has which role. */
      mayAssign: z.boolean(),
    }),
  ),
  /** Those with a role, and colleagues who have been heard of and have none (`role` is what they get). */
  list: procedure(
    Nothing,
    z.object({ people: z.array(Person), others: z.array(z.object({ name: z.string(), role: RoleName })) }),
  ),
  /** The first role that is given also makes its giver an owner; the last owner stays one. */
  put: procedure(
    z.object({
      name: z.string().trim().min(1).max(120),
      role: RoleName,
      note: z.string().max(2000).nullable().optional(),
    }),
    Person,
  ),
  remove: procedure(z.object({ id: Id }), Nothing),
}
