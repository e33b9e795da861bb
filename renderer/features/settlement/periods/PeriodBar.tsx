/** Above the sheet: where the month stands in the books. */

import type { ComponentType } from 'react'

export interface PeriodBarProps {
  readonly shopId: string
  /** `YYYY-MM`. */
  readonly month: string
}

/** Until months can be closed there is nothing to say. */
export const PeriodBar: ComponentType<PeriodBarProps> = () => null
