/** Colleagues and their roles: who may see which kinds of values. */

import type { WritableDb } from '../../../db/database'
import { naturalId } from '../../../db/capture/derived'
import { allRoles } from '../../../db/repositories/people'
import { deleteRecord, getRecord } from '../../../db/repositories/records'
import { EVERYBODY, HIDDEN, mayAssign, type Role, ROLES, roleOf } from '../../../shared/domain/roles'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { rolesOf } from '../roles/roles'
import { os } from '../serve'
import { put, write } from '../support'

export const people = {
  me: os.people.me.handler(({ context }) => {
    const { byName } = rolesOf(context)
    const name = context.author()
    return {
      name,
      role: roleOf(name, byName),
      hidden: [...HIDDEN[roleOf(name, byName)]],
      inUse: byName.size > 0,
      mayAssign: mayAssign(name, byName),
    }
  }),

  list: os.people.list.handler(async ({ context }) => {
    const { people: named, byName } = rolesOf(context)
    const self = context.author()
    const { devices } = await context.client.sync.status({})
    const heard = new Set([self, ...devices.flatMap(({ person }) => (person === '' ? [] : [person]))])
    return {
      people: named.flatMap(({ id, name, note }) => {
        const role = byName.get(name)
        return role ? [{ id, name, role, note, self: name === self }] : []
      }),
      others: [...heard]
        .filter((name) => !byName.has(name))
        .sort()
        .map((name) => ({ name, role: roleOf(name, byName) })),
    }
  }),

  put: os.people.put.handler(async ({ input: { name, role, note }, context }) => {
    refuseOthers(context)
    const self = context.author()
    const first = rolesOf(context).byName.size === 0
    await write(context, 'people.put', name === EVERYBODY ? '' : name, (tx) => {
      if (first && name !== self) setRole(context, tx, self, 'owner')
      setRole(context, tx, name, role, note)
      refuseWithoutOwner(tx)
    })
    return { id: idOf(name), name, role, note: note ?? null, self: name === self }
  }),

  remove: os.people.remove.handler(async ({ input: { id }, context }) => {
    refuseOthers(context)
    const { name } = getRecord(context.host.current().workspace.db, 'people', id)
    await write(context, 'people.remove', String(name), (tx) => {
      deleteRecord(tx, 'people', id)
      if (allRoles(tx).length > 0) refuseWithoutOwner(tx)
    })
    return {}
  }),
}

function idOf(name: string): string {
  return naturalId('person', [name])
}

function setRole(context: WorkspaceContext, tx: WritableDb, name: string, role: Role, note?: string | null): void {
  put(context, tx, 'people', null, { name, role, ...(note !== undefined && { note }) })
}

function refuseOthers(context: WorkspaceContext): void {
  const { byName } = rolesOf(context)
  const name = context.author()
  if (!mayAssign(name, byName)) throw new AppError('role.notAllowed', { role: roleOf(name, byName) })
}

/** Roles without an owner could be changed by nobody, or by anybody. */
function refuseWithoutOwner(tx: WritableDb): void {
  const owner: (typeof ROLES)[0] = 'owner'
  if (!allRoles(tx).some(({ role, name }) => role === owner && name !== EVERYBODY)) {
    throw new AppError('record.invalid', { entity: 'people', field: 'role', reason: 'lastOwner' })
  }
}
