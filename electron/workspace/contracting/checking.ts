/** Asks a guard about something that nobody has done yet. */

import type { GuardSubject } from '../../../shared/contract/contracts'
import type { GuardFinding } from '../../../shared/domain/contract-guards'
import { dayInZone } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'
import { checkAdvance, checkExclusivity, checkSample } from './guards'

export function checkedBy(context: WorkspaceContext, subject: GuardSubject): readonly GuardFinding[] {
  const { db } = context.host.current().workspace
  const { timezone } = findShop(db, subject.shopId)
  if (subject.guard === 'exclusivity') return checkExclusivity(db, subject)
  const { creatorId, shopId, day = dayInZone(context.now(), timezone) } = subject
  const deal = { creatorId, shopId, day }
  const found =
    subject.guard === 'sample'
      ? checkSample(db, deal, { amount: subject.amount, currency: subject.currency })
      : checkAdvance(db, { ...subject, ...deal })
  return found === null ? [] : [found]
}
