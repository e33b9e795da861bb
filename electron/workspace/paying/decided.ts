/** After colleagues' steps contradicted each other and somebody decided: the books say what the decision says. */

import type { WritableDb } from '../../../db/database'
import { findPayable } from '../../../db/repositories/payables'
import { isAgreed } from '../../../shared/domain/payables'
import type { WorkspaceContext } from '../context'
import { book } from './posting'

/** Inside the command of the decision. Payments stay: whoever paid what is not owed takes them back, or recovers them. */
export function bookAsDecided(context: WorkspaceContext, tx: WritableDb, id: string): void {
  const payable = findPayable(tx, id)
  if (payable === null || payable.state === 'disputed') return
  book(context, tx, id, isAgreed(payable.state) ? payable.amount : 0)
}
