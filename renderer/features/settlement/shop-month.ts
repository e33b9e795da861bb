/** Which month settlement is about while nobody has chosen one. */

import { addDays } from '../../../shared/domain/days'

export interface MonthQuestion {
  /** `YYYY-MM`; null: nobody chose one yet. */
  readonly chosen: string | null
  /** The last day that has order lines; null: none has. Undefined: it is not known yet. */
  readonly lastDay: string | null | undefined
  readonly today: string
}

/**
 * The chosen month, else the one before this one, which is the one that is settled, or the last one that has lines; null
 * until that is known, because whatever is opened in a month goes when another one is shown.
 */
export function monthToShow({ chosen, lastDay, today }: MonthQuestion): string | null {
  if (chosen !== null) return chosen
  if (lastDay === undefined) return null
  const before = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  const last = lastDay?.slice(0, 7) ?? before
  return last < before ? last : before
}
