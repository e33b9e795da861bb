/** Stages that creators go through, by shop: the board, its guards and limits. */

import type { Stage } from '../../../shared/domain/pipelines'
import { placesOf } from '../../../db/repositories/pipelines'
import type { ReadableDb } from '../../../db/database'
import type { RelationKey } from '../../../shared/contract/pipelines'
import { moveCreators } from '../following/moving'
import { openStages } from '../lookups/stages'
import { os } from '../serve'
import { write } from '../support'
import { boardOf, cardsOf } from '../following/board'

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

  board: os.pipelines.board.handler(({ input, context }) => boardOf(context, input)),

  cards: os.pipelines.cards.handler(({ input, context }) => cardsOf(context, input)),
}

/** `lia.daily → sampled`, `12 → sampled`: the stage by its key, which has a word in every language. */
function subjectOf(db: ReadableDb, items: readonly RelationKey[], to: string): string {
  const [first, ...others] = items
  const who = others.length > 0 || !first ? String(items.length) : (placesOf(db, [first.creatorId])[0]?.handle ?? '1')
  return `${who} → ${to}`
}

function toContract(stage: Stage) {
  return { ...stage, entry: [...stage.entry] }
}
