/** What a step wrote, field by field, in the words of records. */

import type { ReadableDb } from '../../../db/database'
import { auditOps, overwrittenBy } from '../../../db/repositories/audit'
import { toField } from '../../../db/repositories/record-puts'
import type { AuditChange } from '../../../shared/contract/audit'
import { type Cell, fromWire, type Op, pairsOf } from '../../../shared/sync/body'
import { encodeId } from '../../../shared/sync/ids'
import { columnsOf, entityByNumber, type NamedEntity } from '../../../shared/sync/registry'
import type { Titles } from '../inbox/titles'

/** Null when the step is not here. At most `limit` fields; `total` counts all of them. */
export function changesOfStep(
  db: ReadableDb,
  titles: Titles,
  step: { readonly replicaId: string; readonly seq: number },
  limit: number,
): { changes: AuditChange[]; total: number } | null {
  const entry = auditOps(db, step.replicaId, step.seq)
  if (!entry) return null
  const changes: AuditChange[] = []
  let total = 0
  for (const op of entry.ops) {
    const entity = entityByNumber(op[0])
    // Of a newer app's tables there are no words yet.
    if (!entity) continue
    const id = encodeId(op[1])
    const past = changes.length < limit ? overwrittenBy(db, { rid: entry.rid, seq: step.seq }, entity.n, id) : new Map()
    const found = changesOfOp(entity, op, past)
    total += found.length
    const { title, fields } = changes.length < limit ? titles(entity.name, id) : { title: '', fields: null }
    for (const change of found.slice(0, Math.max(0, limit - changes.length))) {
      const column = columnsOf(entity).find(({ field }) => field === change.field)
      const currency = column?.currency === undefined ? null : fields?.[column.currency]
      changes.push({
        ...change,
        entity: entity.name,
        id,
        title,
        fieldKind: column?.kind ?? '',
        currency: typeof currency === 'string' ? currency : null,
      })
    }
  }
  return { changes, total }
}

type Found = Pick<AuditChange, 'field' | 'before' | 'after' | 'kind'>

function changesOfOp(entity: NamedEntity, op: Op, past: ReadonlyMap<number, Cell>): Found[] {
  const whole = (kind: Found['kind']): Found => ({ field: '', before: null, after: null, kind })
  if (op[2] === 'd') return [whole('removed')]
  const columns = columnsOf(entity)
  const isBirth = op[2] === 'i'
  const cells = isBirth ? [...op[3].entries()] : pairsOf(op)
  const written = cells.flatMap(([n, value]) => {
    const column = columns[n]
    // A birth states every column: those that it leaves empty say nothing.
    if (!column || (isBirth && value === null)) return []
    return [
      {
        field: column.field,
        before: toField(column, past.get(n) ?? null),
        after: toField(column, fromWire(value)),
        kind: 'changed' as const,
      },
    ]
  })
  return isBirth ? [whole(past.get(-1) === 'deleted' ? 'restored' : 'created'), ...written] : written
}
