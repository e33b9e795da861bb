/** Importing a list of creators: one step that can be taken back, its preview the same work without the writing. */

import type { WritableDb } from '../../../db/database'
import { Pacer } from '../../../db/facts/pacer'
import { openListWriter } from '../../../db/repositories/creator-lists'
import { putRecord } from '../../../db/repositories/records'
import type { ListResult } from '../../../shared/contract/metrics'
import { normaliseHeader } from '../../../shared/domain/import-values/text'
import type { WorkspaceContext } from '../context'
import { backupBeforeImports } from '../lookups/workspace'
import type { Reporter } from '../progress'
import { observationId, type Plan, planOf } from './plan'
import { type ReadList, readList } from './read'
import { countsOf, resultOf } from './result'
import { type ListInput, type ListSource, openListSource } from './source'

const LIST_STEP = 'metrics.import'

const CHUNK = 500

export async function previewList(
  context: WorkspaceContext,
  input: ListInput,
  reporter: Reporter,
): Promise<ListResult> {
  const source = await openListSource(context, input)
  const read = await readList(source.table, source.head, source.currency, input.corrections, reporter)
  const plan = await planOf(context, source, read, reporter)
  return resultOf(source, read, plan, null)
}

export async function importList(context: WorkspaceContext, input: ListInput, reporter: Reporter): Promise<ListResult> {
  const source = await openListSource(context, input)
  const { table, listId } = source
  const read = await readList(table, source.head, source.currency, input.corrections, reporter)
  const plan = await planOf(context, source, read, reporter)
  const opened = context.host.current()
  const isKnown = plan.lists.some(({ id, deleted }) => id === listId && deleted === 0)
  if (isKnown && plan.newFigures === 0 && input.take.length === 0 && input.remember === undefined) {
    return resultOf(source, read, plan, listId)
  }
  reporter.report({ step: 'backup', done: 0, total: null, detail: table.name })
  await backupBeforeImports(opened, context.now)
  await opened.workspace.withExclusive(
    { author: context.author(), label: `${LIST_STEP}:${table.name}` },
    async ({ tx }) => {
      recordList(context, tx, source, read, plan)
      await writeCreators(tx, source, read, plan, reporter)
      if (input.remember !== undefined) remember(context, tx, source, input.remember)
      reporter.checkWanted()
    },
  )
  return resultOf(source, read, plan, listId)
}

async function writeCreators(
  tx: WritableDb,
  source: ListSource,
  { creators }: ReadList,
  { fills, erased }: Plan,
  { report, checkWanted }: Reporter,
): Promise<void> {
  const { listId, period, observedAt, currency, input } = source
  const writer = openListWriter(tx, {
    listId,
    shopId: input.shopId,
    source: source.source,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    observedAt,
    currency: currency.code,
  })
  const pacer = new Pacer()
  for (const [at, { creatorId, handle, packed }] of creators.entries()) {
    if (erased.has(creatorId)) continue
    writer.creator(creatorId, handle)
    const fill = fills.get(creatorId)
    if (fill) writer.profile(creatorId, fill)
    writer.observation({ id: observationId(listId, handle), creatorId, values: packed })
    if (at % CHUNK === 0) {
      checkWanted()
      report({ step: 'write', done: at, total: creators.length, detail: source.table.name })
    }
    await pacer.breathe()
  }
}

function recordList(context: WorkspaceContext, tx: WritableDb, source: ListSource, read: ReadList, plan: Plan): void {
  const { table, head, period, observedAt, listId, input } = source
  const known = plan.lists.find(({ id }) => id === listId)
  const mapping = {
    content: table.content,
    columns: Object.fromEntries(head.headers.map((header, at) => [header, head.columns[at] ?? null])),
  }
  putRecord(
    tx,
    'creatorLists',
    listId,
    {
      shopId: input.shopId,
      source: source.source,
      fileName: table.name,
      layout: head.layout,
      language: head.language,
      periodFrom: period?.from ?? null,
      periodTo: period?.to ?? null,
      rows: read.rows,
      observedAt: Math.min(known?.observedAt ?? Infinity, observedAt),
      importedAt: known?.importedAt ?? context.now(),
      counts: JSON.stringify(countsOf(read, plan)),
      mapping: JSON.stringify(mapping),
    },
    context.now(),
  )
}

/** How tables of this form are read, for everybody and from now on. */
function remember(
  context: WorkspaceContext,
  tx: WritableDb,
  { head, source, currency, input }: ListSource,
  name: string,
): void {
  const mapping = Object.fromEntries(
    head.headers.flatMap((header, at) => {
      const target = head.columns[at] ?? null
      return target === null ? [] : [[normaliseHeader(header), target]]
    }),
  )
  const fields = {
    signature: head.signature,
    name,
    source,
    mapping: JSON.stringify(mapping),
    currency: currency.code,
    market: input.market ?? null,
  }
  putRecord(tx, 'importPresets', null, fields, context.now())
}
