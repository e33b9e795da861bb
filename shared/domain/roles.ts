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
