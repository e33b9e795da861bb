/** Batch sheets: made from a selection, sent block by block. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { handlesOf, keepCreator } from '../../../db/repositories/creators'
import type { Batch } from '../../../shared/contract/outreach-batches'
import { blockName } from '../../../shared/domain/batches'
import { countsForQuota } from '../../../shared/domain/templates'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { findShop } from '../lookups/shops'
import { allBatches, creatorsOfBlock, plannedFor, rulesFor, spoiledIn } from '../outreach/batch'
import { logContact } from '../outreach/contact'
import { shopQuota } from '../outreach/quota'
import { addressees, allTemplates, filledText } from '../outreach/texts'
import { os } from '../serve'
import { put, write } from '../support'

interface Selection {
  readonly shopId: string
  readonly creators: readonly string[]
  readonly size: number
  readonly channel: string | null
}

export const batches = {
  plan: os.outreach.batches.plan.handler(async ({ input, context }) => {
    const { taken, named, handles, quotaLeft } = await planned(context, input)
    return {
      taken: taken.map((creatorId) => ({ creatorId, handle: handles.get(creatorId) ?? creatorId })),
      skipped: [...named],
      quotaLeft,
    }
  }),

  add: os.outreach.batches.add.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const { taken } = await planned(context, input)
    if (taken.length === 0)
      throw new AppError('record.invalid', { entity: 'batches', field: 'creators', reason: 'empty' })
    const { shopId, name, channel, templateId, blockSize, values } = input
    const id = await write(context, 'outreach.addBatch', name, (tx) => {
      for (const creatorId of taken) keepCreator(tx, creatorId)
      const lists = { creators: JSON.stringify(taken), values: JSON.stringify(values) }
      const fields = {
        shopId,
        name,
        channel,
        templateId,
        blockSize,
        ...lists,
        owner: context.author(),
        at: context.now(),
      }
      return put(context, tx, 'batches', null, fields)
    })
    return batchOf(db, id)
  }),

  list: os.outreach.batches.list.handler(({ input: { shopId, closed }, context }) =>
    allBatches(context.host.current().workspace.db, shopId === null ? {} : { shopId }).filter(
      (batch) => closed || !batch.closed,
    ),
  ),

  block: os.outreach.batches.block.handler(({ input: { id, block }, context }) => {
    const { db } = context.host.current().workspace
    const batch = batchOf(db, id)
    const shop = findShop(db, batch.shopId)
    const creators = creatorsOfBlock(db, id, block)
    const merged = mergedCreators(db)
    const living = creators.map((creator) => merged.get(creator) ?? creator)
    const template = allTemplates(db, context.now()).find((candidate) => candidate.id === batch.templateId)
    const people = addressees(db, living, shop)
    const spoiled = spoiledIn(context, db, shop, creators, id)
    const handles = handlesOf(db, living)
    const rows = creators.map((creatorId, i) => {
      const now = living[i] ?? creatorId
      const addressee = people.get(now)
      return {
        creatorId,
        handle: handles.get(now) ?? creatorId,
        displayName: addressee?.creator.displayName ?? null,
        text: template && addressee ? filledText(context, template, addressee, batch.values) : null,
        skip: spoiled.get(creatorId) ?? null,
      }
    })
    return { batch, rows }
  }),

  update: os.outreach.batches.update.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { name } = batchOf(db, id)
    const { values, ...rest } = fields
    await write(context, 'outreach.updateBatch', fields.name ?? name, (tx) =>
      put(context, tx, 'batches', id, { ...rest, ...(values && { values: JSON.stringify(values) }) }),
    )
    return batchOf(db, id)
  }),

  send: os.outreach.batches.send.handler(async ({ input: { id, block, without }, context }) => {
    const { db } = context.host.current().workspace
    const batch = batchOf(db, id)
    const subject = `${batch.name} ${block}`
    const done = await write(context, 'outreach.sendBlock', subject, (tx) => sendBlock(context, tx, id, block, without))
    return { batch: batchOf(db, id), ...done }
  }),
}

function sendBlock(context: WorkspaceContext, tx: WritableDb, id: string, number: number, without: readonly string[]) {
  const batch = batchOf(tx, id)
  const block = batch.blocks.find((candidate) => candidate.block === number)
  if (!block) throw new AppError('record.notFound', { entity: 'batches', id: blockName(id, number) })
  if (block.sentAt !== null) {
    throw new AppError('record.invalid', { entity: 'batches', field: 'block', reason: 'alreadySent' })
  }
  const shop = findShop(tx, batch.shopId)
  const creators = creatorsOfBlock(tx, id, number).filter((creator) => !without.includes(creator))
  const spoiled = spoiledIn(context, tx, shop, creators, id)
  const merged = mergedCreators(tx)
  const template = allTemplates(tx, context.now()).find((candidate) => candidate.id === batch.templateId)
  const people = addressees(
    tx,
    creators.map((creator) => merged.get(creator) ?? creator),
    shop,
  )
  const sent = creators.filter((creator) => !spoiled.has(creator))
  for (const creatorId of sent) {
    const addressee = people.get(merged.get(creatorId) ?? creatorId)
    const text = template && addressee ? filledText(context, template, addressee, batch.values) : null
    const contact = {
      creatorId,
      shopId: batch.shopId,
      kind: 'sent' as const,
      channel: batch.channel,
      at: null,
      text: null,
      templateId: batch.templateId,
      templateVersionId: text?.templateVersionId ?? null,
      batch: blockName(id, number),
    }
    logContact(context, tx, contact, null)
  }
  if (sent.length === 0) throw new AppError('record.invalid', { entity: 'batches', field: 'creators', reason: 'empty' })
  return { sent: sent.length, skipped: [...spoiled.values()] }
}

async function planned(context: WorkspaceContext, { shopId, creators, size, channel }: Selection) {
  const { db } = context.host.current().workspace
  const shop = findShop(db, shopId)
  const { left } = await shopQuota(context, db, shop)
  const quotaLeft = countsForQuota(channel) ? left : null
  return { ...plannedFor(context, db, shop, creators, rulesFor(context, db, shop, size, quotaLeft)), quotaLeft }
}

function batchOf(db: ReadableDb, id: string): Batch {
  const [batch] = allBatches(db, { id })
  if (!batch) throw new AppError('record.notFound', { entity: 'batches', id })
  return batch
}
