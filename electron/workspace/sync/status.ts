/** How this copy stands towards the others: for the people screen, for the chip in the corner, for support. */

import { blobsElsewhere } from '../../../db/blobs'
import { factsOnTheWay } from '../../../db/facts/exchange'
import { copiesOf } from '../../../db/sync/copies'
import { countParked } from '../../../db/sync/looked'
import { knownOf } from '../../../db/sync/recipients'
import type { Replica, Vector } from '../../../db/sync/types'
import type { Device, SyncBrief, SyncStatus } from '../../../shared/contract/sync'
import type { WorkspaceContext } from '../context'
import { countItems, inboxOf } from '../inbox/inbox'
import { countAway } from './away'
import { listFolders, newLifeOf } from './folders'
import { missingOf, requestCode } from './missing'
import { APP_VERSION } from './own-news'

export async function statusOf(context: WorkspaceContext): Promise<SyncStatus> {
  const { workspace } = context.host.current()
  const { exchange, reader, workspaceId } = workspace
  return {
    ...sharedPart(context),
    replicaId: exchange.self,
    vector: Object.fromEntries(exchange.vector()),
    requestCode: requestCode(context),
    digest: exchange.digest(),
    devices: devicesOf(context),
    facts: factsOnTheWay(reader),
    attachmentsElsewhere: blobsElsewhere(workspace).length,
    passphrase: await context.secrets.state(workspaceId),
  }
}

export function briefOf(context: WorkspaceContext): SyncBrief {
  const others = devicesOf(context).filter(({ self }) => !self)
  const heard = others.flatMap(({ person, lastHeard }) => (lastHeard === null ? [] : [{ person, at: lastHeard }]))
  return {
    ...sharedPart(context),
    people: new Set([context.me.name().person, ...others.map(({ person }) => person)]).size,
    lastHeard: heard.toSorted((a, b) => b.at - a.at)[0] ?? null,
    away: countAway(context),
  }
}

function sharedPart(context: WorkspaceContext) {
  const { workspace } = context.host.current()
  const { notice, decision, hold } = countItems(inboxOf(context))
  return {
    conflicts: decision + hold,
    notices: notice,
    folders: [...listFolders(context)],
    missing: missingOf(context),
    parked: countParked(workspace.reader),
    clockDoubt: workspace.log.doubt(),
    newLife: newLifeOf(context),
  }
}

/** This computer first, then by name. */
function devicesOf(context: WorkspaceContext): Device[] {
  const { exchange, reader, schemaVersion } = context.host.current().workspace
  const replicas = exchange.replicas()
  const copies = copiesOf(reader)
  const stored = exchange.storedVector()
  const parents = new Set(replicas.flatMap(({ parent }) => parent ?? []))
  const me = context.me.name()
  return replicas
    .map((replica): Device => {
      const { news, self, seq, announced } = replica
      const copy = copies.get(replica.replica)
      const closed = replica.state !== 'active' || parents.has(replica.replica)
      return {
        replicaId: replica.replica,
        self,
        person: self ? me.person : (copy?.person ?? ''),
        computer: copy?.self ? me.computer : (copy?.computer ?? ''),
        appVersion: self ? APP_VERSION : (news?.appVersion ?? null),
        lastHeard: self ? null : (news?.wall ?? null),
        behind: self ? 0 : Math.max(0, announced - replica.stored),
        ahead: self || closed ? 0 : unconfirmed(stored, knownOf(reader, replica.replica)),
        waiting: replica.stored - seq,
        clockInDoubt: replica.clockInDoubt,
        newerApp: isNewer(replica, schemaVersion),
        closed,
      }
    })
    .toSorted((a, b) => Number(b.self) - Number(a.self) || order(a.person, b.person) || order(a.replicaId, b.replicaId))
}

function isNewer({ news }: Replica, schemaVersion: number): boolean {
  return (news?.schema ?? 0) > schemaVersion
}

/** Steps that are here and that somebody is not known to have. */
function unconfirmed(stored: Vector, known: Vector): number {
  let steps = 0
  for (const [replica, seq] of stored) steps += Math.max(0, seq - (known.get(replica) ?? 0))
  return steps
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
