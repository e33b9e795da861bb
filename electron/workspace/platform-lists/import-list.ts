/** Importing a list of products, videos or LIVEs: one step that can be taken back, its preview the same work without the writing. */

import type { WritableDb } from '../../../db/database'
import { listPlatformLists } from '../../../db/repositories/platform-lists'
import { putRecord } from '../../../db/repositories/records'
import type { PlatformListResult } from '../../../shared/contract/platform-lists'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { backupBeforeImports } from '../lookups/workspace'
import type { Reporter } from '../progress'
import { planContents } from './plan-contents'
import { planProducts } from './plan-products'
import { type ReadPlatformList, readPlatformList } from './read'
import { bringsNothing, countsOf, type PlatformPlan, questionOf, resultOf } from './result'
import { openPlatformList, type PlatformListInput, type PlatformSource } from './source'
import { writeContents, writeProducts } from './write'

export const LIST_STEP = 'platformLists.run'

export async function previewPlatformList(
  context: WorkspaceContext,
  input: PlatformListInput,
  reporter: Reporter,
): Promise<PlatformListResult> {
  const source = await openPlatformList(context, input)
  const read = await readPlatformList(source, reporter)
  return resultOf(source, read, await planOf(context, source, read, reporter), null)
}

export async function importPlatformList(
  context: WorkspaceContext,
  input: PlatformListInput,
  reporter: Reporter,
): Promise<PlatformListResult> {
  const source = await openPlatformList(context, input)
  const read = await readPlatformList(source, reporter)
  const plan = await planOf(context, source, read, reporter)
  if (plan.question !== null && !input.sure) {
    throw new AppError('input.invalid', {
      path: 'sure',
      reason: `looks like a list of another shop: ${plan.question.reason}`,
    })
  }
  const { table, listId } = source
  const isKnown = plan.lists.some(({ id, deleted }) => id === listId && deleted === 0)
  const result = resultOf(source, read, plan, listId)
  if (isKnown && bringsNothing(result, plan)) return result
  const opened = context.host.current()
  reporter.report({ step: 'backup', done: 0, total: null, detail: table.name })
  await backupBeforeImports(opened, context.now)
  await opened.workspace.withExclusive(
    { author: context.author(), label: `${LIST_STEP}:${table.name}` },
    async ({ tx }) => {
      recordList(context, tx, source, read, plan)
      if (read.contents && plan.contents) await writeContents(tx, source, read.contents, plan.contents, reporter)
      if (read.products && plan.products)
        await writeProducts(context, tx, source, read.products, plan.products, reporter)
      reporter.checkWanted()
    },
  )
  return result
}

async function planOf(
  context: WorkspaceContext,
  source: PlatformSource,
  read: ReadPlatformList,
  reporter: Reporter,
): Promise<PlatformPlan> {
  const { db } = context.host.current().workspace
  const lists = listPlatformLists(db)
  const isOlder = lists.some(
    ({ entity, deleted, shopId, observedAt, id }) =>
      entity === 'productLists' &&
      deleted === 0 &&
      id !== source.listId &&
      shopId === source.shop.id &&
      (observedAt ?? 0) > source.observedAt,
  )
  return {
    lists,
    contents: read.contents && (await planContents(db, source, read.contents, reporter)),
    products: read.products && (await planProducts(db, source, read.products, { isOlder }, reporter)),
    question: questionOf(db, source, read),
  }
}

function recordList(
  context: WorkspaceContext,
  tx: WritableDb,
  source: PlatformSource,
  read: ReadPlatformList,
  plan: PlatformPlan,
): void {
  const { table, head, period, observedAt, listId, shop, currency, entity } = source
  const known = plan.lists.find(({ id }) => id === listId)
  putRecord(
    tx,
    entity,
    listId,
    {
      shopId: shop.id,
      source: head.kind,
      fileName: table.name,
      layout: head.layout.name,
      language: head.layout.language,
      periodFrom: period?.from ?? null,
      periodTo: period?.to ?? null,
      rows: read.rows,
      observedAt: Math.min(known?.observedAt ?? Infinity, observedAt),
      importedAt: known?.importedAt ?? context.now(),
      // With the file's content, by which the same file of another shop is known.
      counts: JSON.stringify({ ...countsOf(read, plan), content: table.content }),
      currency: currency.code,
    },
    context.now(),
  )
}
