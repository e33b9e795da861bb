/** Who changed what, when; and taking steps back. */

import { labelKind } from '../../../db/capture/steps'
import { historyOf, nextRedo, nextUndo, recentSteps, stepInfo } from '../../../db/repositories/history'
import { requireEntity } from '../../../db/repositories/records'
import type { Step } from '../../../shared/contract/history'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { os } from '../serve'

export const history = {
  recent: os.history.recent.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    return { steps: [...recentSteps(db, input.limit)], undo: nextUndo(db), redo: nextRedo(db) }
  }),

  ofRecord: os.history.ofRecord.handler(({ input: { entity, id }, context }) =>
    historyOf(context.host.current().workspace.db, requireEntity(entity), id).map((change) => ({
      ...change,
      label: labelKind(change.label),
    })),
  ),

  undo: os.history.undo.handler(async ({ context }) =>
    stepOf(context, await context.host.current().workspace.undo(context.author())),
  ),
  redo: os.history.redo.handler(async ({ context }) =>
    stepOf(context, await context.host.current().workspace.redo(context.author())),
  ),
}

function stepOf(context: WorkspaceContext, { seq }: { readonly seq: number }): Step {
  const step = stepInfo(context.host.current().workspace.db, seq)
  if (!step) {
    throw new AppError('undo.nothing', {})
  }
  return step
}
