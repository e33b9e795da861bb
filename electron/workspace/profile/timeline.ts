/** Everything that is known to have happened with one person, under all of their names, gathered from records, log and facts. */

import type { ReadableDb } from '../../../db/database'
import { attachmentsOf } from '../../../db/repositories/attachments'
import { handlesOf } from '../../../db/repositories/creators'
import { firstStep, importsNaming, mergesOf } from '../../../db/repositories/creator-timeline'
import { historyOf } from '../../../db/repositories/history'
import { listRecords, type RecordRow } from '../../../db/repositories/records'
import { endOfMonth, type TimelineEntry } from '../../../shared/domain/timeline'
import type { EntityName } from '../../../shared/sync/registry'
import type { WorkspaceContext } from '../context'
import { idsOfPerson, textOf } from '../lookups/creator-record'

/** More of one kind than anybody reads; the oldest are left out. */
const MOST = 5000

/** All entries of the person, in no order. */
export async function gatherTimeline(context: WorkspaceContext, id: string): Promise<TimelineEntry[]> {
  const { db } = context.host.current().workspace
  const ids = idsOfPerson(db, id)
  return [
    ...ids.flatMap((creatorId) => [
      ...touches(db, creatorId),
      ...tasks(db, creatorId),
      ...decisions(db, creatorId),
      ...stages(db, creatorId),
      ...figures(db, creatorId),
      ...costs(db, creatorId),
      ...files(db, creatorId),
      ...quotes(db, creatorId),
      ...edits(db, creatorId),
    ]),
    ...imports(db, ids),
    ...merges(db, ids),
    ...(await orders(context, id)),
  ]
}

type Given = Pick<TimelineEntry, 'kind' | 'at' | 'creatorId' | 'entity' | 'recordId'> & Partial<TimelineEntry>

function entry(given: Given): TimelineEntry {
  return {
    id: `${given.kind}.${given.recordId}.${given.at}`,
    shopId: null,
    person: '',
    what: '',
    text: null,
    before: null,
    after: null,
    fields: [],
    amount: null,
    currency: null,
    count: null,
    ...given,
  }
}

function rowsOf(db: ReadableDb, entity: EntityName, where: Record<string, string>): readonly RecordRow[] {
  return listRecords(db, entity, { where, limit: MOST }).rows
}

const whole = (value: RecordRow[string] | undefined): number => (typeof value === 'number' ? value : 0)

function about(row: RecordRow, entity: EntityName, creatorId: string) {
  return { creatorId, entity, recordId: row.id, shopId: textOf(row['shopId']) }
}

function touches(db: ReadableDb, creatorId: string): TimelineEntry[] {
  return rowsOf(db, 'touches', { creatorId }).map((row) =>
    entry({
      ...about(row, 'touches', creatorId),
      kind: 'touch',
      at: whole(row['at']),
      person: textOf(row['person']) ?? '',
      what: textOf(row['kind']) ?? '',
      text: textOf(row['text']),
      after: textOf(row['channel']),
    }),
  )
}

function tasks(db: ReadableDb, creatorId: string): TimelineEntry[] {
  return rowsOf(db, 'tasks', { creatorId }).map((row) => {
    const first = firstStep(db, 'tasks', row.id)
    const done = whole(row['doneAt'])
    return entry({
      ...about(row, 'tasks', creatorId),
      kind: 'task',
      at: done > 0 ? done : (first?.at ?? whole(row['due'])),
      person: textOf(row['owner']) ?? first?.author ?? '',
      what: textOf(row['state']) ?? 'open',
      text: textOf(row['title']) ?? textOf(row['note']),
      after: textOf(row['kind']),
    })
  })
}

function decisions(db: ReadableDb, creatorId: string): TimelineEntry[] {
  return rowsOf(db, 'creatorDecisions', { creatorId }).map((row) => {
    const verdict = textOf(row['verdict']) ?? ''
    const isIdentity = row['kind'] === 'identity'
    const [word = '', other = ''] = verdict.split(':')
    return entry({
      ...about(row, 'creatorDecisions', creatorId),
      kind: isIdentity ? 'merge' : 'decision',
      at: whole(row['at']),
      person: textOf(row['person']) ?? '',
      what: isIdentity ? word : verdict,
      text: isIdentity ? (handlesOf(db, [other]).get(other) ?? other) : textOf(row['note']),
      after: isIdentity ? null : textOf(row['reason']),
    })
  })
}

function stages(db: ReadableDb, creatorId: string): TimelineEntry[] {
  return rowsOf(db, 'shopCreators', { creatorId }).flatMap((row) =>
    historyOf(db, 'shopCreators', row.id)
      .filter(({ field }) => field === 'stage')
      .map(({ at, author, before, after }) =>
        entry({
          ...about(row, 'shopCreators', creatorId),
          kind: 'stage',
          at,
          person: author,
          before: textOf(before),
          after: textOf(after),
        }),
      ),
  )
}

function figures(db: ReadableDb, creatorId: string): TimelineEntry[] {
  return rowsOf(db, 'creatorMetrics', { creatorId }).map((row) =>
    entry({
      ...about(row, 'creatorMetrics', creatorId),
      kind: 'figures',
      at: whole(row['observedAt']),
      what: textOf(row['source']) ?? '',
      before: textOf(row['periodFrom']),
      after: textOf(row['periodTo']),
    }),
  )
}

function costs(db: ReadableDb, creatorId: string): TimelineEntry[] {
  const handle = handlesOf(db, [creatorId]).get(creatorId)
  if (handle === undefined) return []
  return rowsOf(db, 'costLines', { creatorHandle: handle }).map((row) =>
    entry({
      ...about(row, 'costLines', creatorId),
      kind: 'cost',
      at: Date.parse(`${textOf(row['day']) ?? '1970-01-01'}T12:00:00Z`),
      person: textOf(row['staff']) ?? '',
      what: textOf(row['kind']) ?? '',
      text: textOf(row['note']),
      amount: typeof row['amount'] === 'number' ? row['amount'] : null,
      currency: textOf(row['currency']),
    }),
  )
}

function files(db: ReadableDb, creatorId: string): TimelineEntry[] {
  return attachmentsOf(db, 'creators', creatorId).map(({ id, name, addedAt, addedBy }) =>
    entry({
      kind: 'file',
      at: addedAt,
      creatorId,
      entity: 'attachments',
      recordId: id,
      person: addedBy,
      text: name,
    }),
  )
}

function quotes(db: ReadableDb, creatorId: string): TimelineEntry[] {
  return rowsOf(db, 'quoteRequests', { creatorId }).map((row) => {
    const first = firstStep(db, 'quoteRequests', row.id)
    const sent = whole(row['sentAt'])
    return entry({
      ...about(row, 'quoteRequests', creatorId),
      kind: 'quote',
      at: sent > 0 ? sent : (first?.at ?? 0),
      person: first?.author ?? '',
      what: sent > 0 ? 'sent' : 'written',
      text: textOf(row['category']),
    })
  })
}

/** What people changed of the record itself: names of fields only, values stand in its history. */
function edits(db: ReadableDb, creatorId: string): TimelineEntry[] {
  const steps = new Map<string, TimelineEntry>()
  for (const { at, author, label, field, kind } of historyOf(db, 'creators', creatorId)) {
    const known = steps.get(`${at}`)
    const fields = field === '' || field === 'handle' ? [] : [field]
    steps.set(
      `${at}`,
      entry({
        kind: 'edit',
        at,
        creatorId,
        entity: 'creators',
        recordId: creatorId,
        person: author,
        what: known?.what === 'created' || kind === 'created' ? 'created' : kind,
        text: label.split(':')[0] ?? '',
        fields: [...(known?.fields ?? []), ...fields],
      }),
    )
  }
  return [...steps.values()].filter(({ what, fields }) => what !== 'changed' || fields.length > 0)
}

function imports(db: ReadableDb, ids: readonly string[]): TimelineEntry[] {
  const lists = new Set(
    ids.flatMap((creatorId) =>
      rowsOf(db, 'creatorMetrics', { creatorId }).flatMap((row) => textOf(row['listId']) ?? []),
    ),
  )
  return [
    ...importsNaming(db, ids).map(({ id, creatorId, shopId, fileName, importedAt }) =>
      entry({
        kind: 'import',
        at: importedAt ?? 0,
        creatorId,
        entity: 'imports',
        recordId: id,
        shopId,
        what: 'orders',
        text: fileName,
      }),
    ),
    ...[...lists].flatMap((listId) =>
      rowsOf(db, 'creatorLists', { id: listId }).map((row) =>
        entry({
          ...about(row, 'creatorLists', ids[0] ?? ''),
          kind: 'import',
          at: whole(row['importedAt']),
          what: textOf(row['source']) ?? '',
          text: textOf(row['fileName']),
        }),
      ),
    ),
  ]
}

function merges(db: ReadableDb, ids: readonly string[]): TimelineEntry[] {
  const pairs = mergesOf(db, ids)
  const handles = handlesOf(
    db,
    pairs.flatMap(({ id, toId }) => [id, toId]),
  )
  return pairs.flatMap(({ id, toId }) => {
    const other = ids.includes(toId) ? id : toId
    return historyOf(db, 'aliases', id)
      .filter(({ field }) => field === '')
      .map(({ at, author, kind }) =>
        entry({
          kind: 'merge',
          at,
          creatorId: ids.includes(toId) ? toId : id,
          entity: 'aliases',
          recordId: id,
          person: author,
          what: kind === 'removed' ? 'separated' : 'merged',
          text: handles.get(other) ?? other,
        }),
      )
  })
}

/** One entry a month and shop in which something was sold. */
async function orders(context: WorkspaceContext, id: string): Promise<TimelineEntry[]> {
  const table = await context.client.roi.table({ creators: [id], by: ['shop', 'month'], limit: 2000 })
  return table.rows.flatMap((row) => {
    const month = row.keys.month
    if (month === undefined || row.orders === 0) return []
    const shopId = row.ids.shop ?? null
    return entry({
      id: `orders.${shopId ?? ''}.${month}`,
      kind: 'orders',
      at: endOfMonth(month, context.now()),
      creatorId: id,
      entity: 'creators',
      recordId: id,
      shopId,
      what: month,
      count: row.orders,
      amount: row.gmv,
      currency: row.currency,
    })
  })
}
