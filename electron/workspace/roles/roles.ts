/** Who may see what in the open workspace: roles as they are now, worked out once after each commit. */

import { keepFor } from '../../../db/kept'
import type { OpenWorkspace } from '../../../db/open'
import { allRoles, type NamedRole } from '../../../db/repositories/people'
import type { Hidden } from '../../../shared/contract/masks'
import { HIDDEN, type Mask, type Role, ROLES, roleOf } from '../../../shared/domain/roles'
import { columnsOf, ENTITY_LIST } from '../../../shared/sync/registry'
import type { WorkspaceContext } from '../context'

export interface Roles {
  readonly people: readonly NamedRole[]
  readonly byName: ReadonlyMap<string, Role>
}

const open = new WeakMap<OpenWorkspace, () => Roles>()
const NOBODY: Roles = { people: [], byName: new Map() }

/** The roles that were given; none while no workspace is open. */
export function rolesOf({ host }: Pick<WorkspaceContext, 'host'>): Roles {
  const workspace = host.opened()?.workspace
  if (!workspace) return NOBODY
  const known = open.get(workspace) ?? keepFor(workspace.reader)(() => read(workspace))
  open.set(workspace, known)
  return known()
}

function read({ db }: OpenWorkspace): Roles {
  const people = allRoles(db)
  return { people, byName: new Map(people.flatMap(({ name, role }) => (isRole(role) ? [[name, role]] : []))) }
}

/** A newer app's role is none that this one knows. */
function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role)
}

/** What the person here does not get to see; null: nothing is hidden. */
export function hiddenFrom(context: Pick<WorkspaceContext, 'host' | 'author'>): Hidden | null {
  return BY_ROLE[roleOf(context.author(), rolesOf(context).byName)]
}

// The roles are the keys.
const BY_ROLE = Object.fromEntries(ROLES.map((role) => [role, hiddenBy(role)])) as Readonly<Record<Role, Hidden | null>>

function hiddenBy(role: Role): Hidden | null {
  const masks: ReadonlySet<Mask> = new Set(HIDDEN[role])
  if (masks.size === 0) return null
  const fields = new Map<string, readonly string[]>(
    ENTITY_LIST.map((entity) => [
      entity.name,
      columnsOf(entity).flatMap(({ field, mask }) => (mask !== undefined && masks.has(mask) ? [field] : [])),
    ]),
  )
  const fieldsOf = (entity: string) => fields.get(entity) ?? []
  return { has: (mask) => masks.has(mask), fieldsOf, hidesField: (entity, field) => fieldsOf(entity).includes(field) }
}
