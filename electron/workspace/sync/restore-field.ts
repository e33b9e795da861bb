/** One earlier value of a field, written again: an ordinary step, made by somebody who looked at the field's history. */

import { noteDecided } from '../../../db/capture/pending'
import type { FieldValue } from '../../../db/repositories/record-puts'
import { putRecord } from '../../../db/repositories/records'
import { openTables } from '../../../db/capture/tables'
import type { EntityName } from '../../../shared/sync/registry'
import type { WorkspaceContext } from '../context'
import { openTitles } from '../inbox/titles'

export interface FieldToRestore {
  readonly entity: EntityName
  readonly id: string
  readonly field: string
  readonly value: FieldValue
}

/** Ends a question about the field, like a decision. */
export async function restoreField(
  context: WorkspaceContext,
  { entity, id, field, value }: FieldToRestore,
): Promise<void> {
  const { workspace } = context.host.current()
  const { title } = openTitles(openTables(workspace.reader))(entity, id)
  const intent = { author: context.author(), label: `history.restore:${title}`, resolve: true }
  await workspace.commit(intent, (tx) => {
    noteDecided(tx, entity, id, field)
    putRecord(tx, entity, id, { [field]: value }, context.now())
  })
}
