/** The fields by which samples are filtered, sorted and grouped: one list for the grid, saved views and the command line. */

import type { FieldKind } from './list-fields'
import type { Mask } from './roles'

export interface SampleField {
  readonly kind: FieldKind
  /** Left out for roles that may not see such values. */
  readonly mask?: Mask
}

const field = (kind: FieldKind, mask?: Mask): SampleField => (mask === undefined ? { kind } : { kind, mask })

export const SAMPLE_FIELDS = {
  handle: field('text'),
  shopId: field('choice'),
  productId: field('text'),
  productName: field('text'),
  skuId: field('text'),
  variation: field('text'),
  quantity: field('number'),
  state: field('choice'),
  hold: field('bool'),
  kind: field('choice'),
  collaboration: field('choice'),
  campaignName: field('text'),
  owner: field('person'),
  requestedAt: field('instant'),
  shippedAt: field('instant'),
  deliveredAt: field('instant'),
  postedAt: field('instant'),
  since: field('instant'),
  /** The next last day: of the answer to a request, or of the post. */
  dueOn: field('day'),
  daysLeft: field('number'),
  sinceDelivery: field('number'),
  /** `later`, `soon`, `overdue`. */
  due: field('choice'),
  extensionDays: field('number'),
  tracking: field('text'),
  carrier: field('choice'),
  lastScan: field('text'),
  parcels: field('number'),
  proofs: field('number'),
  nudges: field('number'),
  applicationId: field('text'),
  orderId: field('text'),
  platformStatus: field('choice'),
  rate: field('percent'),
  recipient: field('text', 'contact'),
  phone: field('text', 'contact'),
  address: field('text', 'address'),
  productCost: field('money', 'cost'),
  packingCost: field('money', 'cost'),
  freightCost: field('money', 'cost'),
  dutyCost: field('money', 'cost'),
  source: field('choice'),
  reason: field('text'),
  note: field('text'),
} as const satisfies Readonly<Record<string, SampleField>>
export type SampleFieldName = keyof typeof SAMPLE_FIELDS

export function isSampleField(id: string): id is SampleFieldName {
  return Object.hasOwn(SAMPLE_FIELDS, id)
}
