/** Stages that creators go through, by shop: the board, its guards and limits. */

import { listStages, placesOf } from '../../../db/repositories/pipelines'
import { deleteRecord } from '../../../db/repositories/records'
import { ALL, type Stage, unknownStage } from '../../../shared/domain/pipelines'
import { AppError } from '../../../shared/errors'
import type { ReadableDb } from '../../../db/database'
import type { RelationKey } from '../../../shared/contract/pipelines'
import { boardOf, cardsOf, cardsOfCreator, ownersOf } from '../following/board'
import { tableOf } from '../following/board-table'
import { moveCreators } from '../following/moving'
import { openStages } from '../lookups/stages'
import { os } from '../serve'
import { put, write } from '../support'

export const pipelines = {
  stages: os.pipelines.stages.handler(({ input: { shopId, archived }, context }) =>
    openStages(context.host.current().workspace.db)(shopId)
      .filter((stage) => archived || !stage.archived)
      .map(toContract),
  ),

  move: os.pipelines.move.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    return write(context, 'pipelines.move', subjectOf(db, input.items, input.to), (tx) =>
      moveCreators(context, tx, input),
    )
  }),

  putStage: os.pipelines.putStage.handler(async ({ input: { shopId, key, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { entry, ...rest } = fields
    const pipeline = shopId ?? ALL
    await write(context, 'stages.put', fields.name ?? key, (tx) => {
      const more = entry === undefined ? {} : { entry: entry && JSON.stringify(entry) }
      put(context, tx, 'stages', null, { pipeline, key, ...rest, ...more })
    })
    return toContract(stageNamed(openStages(db)(shopId), key))
  }),

  resetStage: os.pipelines.resetStage.handler(async ({ input: { shopId, key }, context }) => {
    const { db } = context.host.current().workspace
    const own = listStages(db).filter((row) => row.pipeline === (shopId ?? ALL) && row.key === key)
    if (own.length === 0) throw new AppError('record.notFound', { entity: 'stages', id: key })
    await write(context, 'stages.remove', key, (tx) => {
      for (const { id } of own) deleteRecord(tx, 'stages', id)
    })
    return {}
  }),

  table: os.pipelines.table.handler(({ input, context }) => tableOf(context, input)),

  owners: os.pipelines.owners.handler(({ input: { shopId }, context }) => ({
    me: context.author(),
    owners: ownersOf(context, shopId),
  })),

  of: os.pipelines.of.handler(({ input: { creatorId }, context }) => cardsOfCreator(context, creatorId)),

  board: os.pipelines.board.handler(({ input, context }) => boardOf(context, input)),

  cards: os.pipelines.cards.handler(({ input, context }) => cardsOf(context, input)),
}

/** `lia.daily → sampled`, `12 → sampled`: the stage by its key, which has a word in every language. */
function subjectOf(db: ReadableDb, items: readonly RelationKey[], to: string): string {
  const [first, ...others] = items
  const who = others.length > 0 || !first ? String(items.length) : (placesOf(db, [first.creatorId])[0]?.handle ?? '1')
  return `${who} → ${to}`
}

function stageNamed(stages: readonly Stage[], key: string): Stage {
  return stages.find((stage) => stage.key === key) ?? unknownStage(key)
}

function toContract(stage: Stage) {
  return { ...stage, entry: [...stage.entry] }
}
