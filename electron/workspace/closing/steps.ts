/**
 * The one place where months take steps: legal ones only, none while people have to decide.
 *
 * Called inside a lasting command: a month is opened again by a step with a reason, never by undo.
 */

import type { WritableDb } from '../../../db/database'
import { periodStanding } from '../../../db/repositories/periods'
import { putRecord } from '../../../db/repositories/records'
import { PERIOD, type PeriodState } from '../../../shared/domain/periods'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'

export interface PeriodStepInput {
  readonly id: string
  readonly to: PeriodState
  readonly reason?: string
}

/** Refuses as `record.notFound`, `record.onHold` or `record.illegalStep`. */
export function stepPeriod(context: WorkspaceContext, tx: WritableDb, { id, to, reason = '' }: PeriodStepInput): void {
  const standing = periodStanding(tx, id)
  if (standing === null) throw new AppError('record.notFound', { entity: 'periods', id })
  const { state: from, hold, pending } = standing
  if (hold) throw new AppError('record.onHold', { entity: 'periods', id })
  if (!PERIOD.edges[from].includes(to)) throw new AppError('record.illegalStep', { entity: 'periods', id, from, to })
  const now = context.now()
  const fields = {
    periodId: id,
    fromState: from,
    toState: to,
    reason: reason.trim() === '' ? null : reason.trim(),
    machine: PERIOD.version,
    at: now,
    person: context.author(),
  }
  // Steps of one command share its clock: their ids say which came first.
  putRecord(tx, 'periodEvents', null, fields, now + pending)
}

/**
 * Closes a month that is open or being checked. Always by way of `checking`, so that two colleagues who close the same
 * month have taken the same steps, whichever of them had begun to check it.
 */
export function stepToClosed(context: WorkspaceContext, tx: WritableDb, id: string): void {
  if (periodStanding(tx, id)?.state === 'open') stepPeriod(context, tx, { id, to: 'checking' })
  stepPeriod(context, tx, { id, to: 'closed' })
}
