/**
 * What a role may not see. A mask hides values, not records: a figure that is hidden is nowhere, neither in a grid nor in
 * an export, a report, the log or the command line.
 *
 * Roles keep honest people from seeing what is none of their business on a shared screen or in a shared file's app; they are
 * no encryption: whoever has the file and another program can read it.
 */

/**
 * What a value tells: `contact` phone numbers and channels, `address`, `bank` details, `cost` what the agency and its clients
 * pay, `margin` what is left of it.
 */
export const MASKS = ['contact', 'address', 'bank', 'cost', 'margin'] as const
export type Mask = (typeof MASKS)[number]

export const ROLES = ['owner', 'bd', 'ops', 'reviewer', 'finance', 'client'] as const
export type Role = (typeof ROLES)[number]

/** The kinds of values that a role does not get to see. */
export const HIDDEN: Readonly<Record<Role, readonly Mask[]>> = {
  owner: [],
  bd: ['bank', 'margin'],
  ops: ['bank', 'cost', 'margin'],
  reviewer: ['contact', 'address', 'bank', 'cost', 'margin'],
  finance: ['address'],
  client: ['contact', 'address', 'bank', 'cost', 'margin'],
}

/** The role of a person who is not named, where roles are in use and nobody said otherwise (`*`). */
const UNNAMED: Role = 'bd'

/** The name that stands for everybody who has no role of their own. */
export const EVERYBODY = '*'

/** A person's role: their own, else everybody's, else `bd`; while nobody has one, all are owners. */
export function roleOf(name: string, roles: ReadonlyMap<string, Role>): Role {
  if (roles.size === 0) return 'owner'
  return roles.get(name) ?? roles.get(EVERYBODY) ?? UNNAMED
}

/** Whether a person may give roles: owners, and anybody while two people's changes have left no owner. */
export function mayAssign(name: string, roles: ReadonlyMap<string, Role>): boolean {
  return roleOf(name, roles) === 'owner' || ![...roles.values()].includes('owner')
}
