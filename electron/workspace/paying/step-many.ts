/** Many payables take one step: those that can, do; the others are told by name. */

import type { Payable } from '../../../shared/contract/payables'
import { isAgreed } from '../../../shared/domain/payables'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { write } from '../support'
import { guardAdvance } from './guard'
import { payableIn } from './posting'
import { stepPayable } from './steps'
import { payableOf } from './views'

export interface ManySteps {
  readonly ids: readonly string[]
  readonly to: Payable['state']
  readonly reason: string
  readonly override: string
}

export interface StepRefusal {
  readonly id: string
  readonly title: string
  readonly code: string
  /** Those of the code. */
  readonly params: Record<string, unknown>
}

/** One lasting step for all of them. Each is tried by itself: what is refused has written nothing. */
export async function stepMany(
  context: WorkspaceContext,
  { ids, to, reason, override }: ManySteps,
): Promise<{ done: number; refused: StepRefusal[] }> {
  const { db } = context.host.current().workspace
  const subject = ids.length === 1 ? (payableOf(db, ids[0] ?? '').title ?? to) : String(ids.length)
  return write(
    context,
    ids.length === 1 ? `payables.${to}` : `payables.${to}Many`,
    subject,
    (tx) => {
      const refused: StepRefusal[] = []
      for (const id of new Set(ids)) {
        try {
          tx.transaction(() => {
            if (isAgreed(to)) guardAdvance(context, tx, payableIn(tx, id), { override })
            stepPayable(context, tx, { id, to, reason })
          })
        } catch (error) {
          // One alone is refused as itself.
          if (!(error instanceof AppError) || ids.length === 1) throw error
          refused.push({ id, title: titleOf(db, id), code: error.code, params: { ...error.params } })
        }
      }
      return { done: new Set(ids).size - refused.length, refused }
    },
    { lasting: true },
  )
}

function titleOf(db: Parameters<typeof payableOf>[0], id: string): string {
  try {
    const { handle, title, kind } = payableOf(db, id)
    return [handle, title ?? kind].filter((part) => part !== null).join(' · ')
  } catch {
    return ''
  }
}
