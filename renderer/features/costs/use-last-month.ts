/** The month before this one: the one whose books are closed next. */

import { addDays } from '../../../shared/domain/days'
import { useToday } from '../../session/scope'

export function useLastMonth(): string {
  return addDays(`${useToday().slice(0, 7)}-01`, -1).slice(0, 7)
}
