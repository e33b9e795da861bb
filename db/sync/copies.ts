/** The copies of the workspace as people know them: whose computer each is, and which are former lives of this one. */

import { readMeta } from '../meta'
import type { Sqlite } from '../database'

export interface Copy {
  /** 16 hex digits. */
  readonly replica: string
  /** This copy, or one that it goes on from. */
  readonly self: boolean
  /** As it named itself; '' when it was never heard of. */
  readonly computer: string
  /** Or else whose name its last step bears. */
  readonly person: string
}

/** Every copy whose steps are here, by replica. */
export function copiesOf(sqlite: Sqlite): ReadonlyMap<string, Copy> {
  const rows = sqlite
    .prepare<[], { rid: number; id: Buffer; parent: Buffer | null; info: string | null; author: string | null }>(
      `SELECT r.rid, r.id, r.parent, r.info, t.author FROM sync_replica r
       LEFT JOIN sync_tx t ON t.rid = r.rid AND t.seq = r.seq`,
    )
    .all()
  const own = new Set<string>()
  const selfRid = Number(readMeta(sqlite, 'self_rid'))
  for (let at = rows.find(({ rid }) => rid === selfRid); at !== undefined && !own.has(at.id.toString('hex'));) {
    own.add(at.id.toString('hex'))
    const { parent } = at
    at = parent === null ? undefined : rows.find(({ id }) => id.equals(parent))
  }
  return new Map(
    rows.map(({ id, info, author }) => {
      const replica = id.toString('hex')
      const { person, computer } = namesIn(info)
      return [replica, { replica, self: own.has(replica), person: person || (author ?? ''), computer }]
    }),
  )
}

function namesIn(info: string | null): { readonly person: string; readonly computer: string } {
  // Written by this program alone; other texts count as nothing known.
  const known = (info === null ? {} : JSON.parse(info)) as { readonly person?: unknown; readonly computer?: unknown }
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return { person: text(known.person), computer: text(known.computer) }
}
