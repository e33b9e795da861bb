/** One row of a file with what it writes. */

import type { Fields } from '../../../db/repositories/record-puts'
import type { Shop } from '../../../shared/contract/shops'
import type { SampleDates, SampleState } from '../../../shared/domain/samples'
import type { DatedSample, Found, FoundProduct } from './known'

export interface PlannedParcel {
  readonly tracking: string
  readonly fields: Fields
  /** The sample has another parcel already. */
  readonly isSecond: boolean
}

/** One row that is written, or says nothing new. */
export interface PlannedSample {
  readonly row: DatedSample
  readonly shop: Shop
  readonly found: Found
  readonly product: FoundProduct
  readonly creatorId: string
  readonly from: SampleState | null
  readonly to: SampleState
  readonly dates: SampleDates
  readonly fields: Fields
  readonly parcels: readonly PlannedParcel[]
  readonly action: 'new' | 'changed' | 'unchanged'
}
