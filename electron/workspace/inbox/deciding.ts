/** What every kind of decision is given, and how it may be refused. */

import type { WritableDb } from '../../../db/database'
import type { Decision } from '../../../shared/contract/inbox'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import type { Draft } from './items'

/** What a decision is made on: the item as it now is. */
export interface Deciding {
  readonly context: WorkspaceContext
  readonly tx: WritableDb
  readonly draft: Draft
  readonly choice: Decision['choice']
}

export function stale({ entity, recordId: id, field }: Draft): AppError {
  return new AppError('sync.stale', { entity, id, field })
}

export function cannot({ entity, field }: Draft, reason: string): AppError {
  return new AppError('record.invalid', { entity, field, reason })
}
