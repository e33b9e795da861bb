/** What is typed about a sample, and what of it is written. */

import type { Sample, SampleFields } from '../../../../shared/contract/samples'
import { COLLABORATIONS, SAMPLE_KINDS } from '../../../../shared/domain/samples'
import { parseAmount, typedAmount } from '../../../format/money'

export const COSTS = ['productCost', 'packingCost', 'freightCost', 'dutyCost'] as const

export interface SampleDraft {
  readonly shopId: string
  readonly creatorId: string
  readonly productId: string
  readonly variation: string
  readonly quantity: string
  readonly kind: string
  readonly collaboration: string
  readonly campaignId: string
  readonly owner: string
  readonly recipient: string
  readonly phone: string
  readonly address: string
  readonly orderId: string
  readonly extensionDays: string
  readonly dueDay: string
  readonly productCost: string
  readonly packingCost: string
  readonly freightCost: string
  readonly dutyCost: string
  readonly note: string
}

export function draftOf(sample: Sample | null, shopId: string | null, currency: string): SampleDraft {
  const text = (value: string | number | null = null) => (value === null ? '' : String(value))
  const money = (value: number | null = null) =>
    value === null ? '' : typedAmount(value, sample?.currency ?? currency)
  return {
    shopId: sample?.shopId ?? shopId ?? '',
    creatorId: sample?.creatorId ?? '',
    productId: text(sample?.productId),
    variation: text(sample?.variation),
    quantity: text(sample?.quantity ?? 1),
    kind: sample ? text(sample.kind) : 'free',
    collaboration: text(sample?.collaboration),
    campaignId: text(sample?.campaignId),
    owner: text(sample?.owner),
    recipient: text(sample?.recipient),
    phone: text(sample?.phone),
    address: text(sample?.address),
    orderId: text(sample?.orderId),
    extensionDays: text(sample?.extensionDays),
    dueDay: text(sample?.dueDay),
    productCost: money(sample?.productCost),
    packingCost: money(sample?.packingCost),
    freightCost: money(sample?.freightCost),
    dutyCost: money(sample?.dutyCost),
    note: text(sample?.note),
  }
}

export function wholeOf(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null
}

/** Only what was changed is written, so that nobody overwrites what they do not see. */
export function fieldsOf(draft: SampleDraft, before: SampleDraft, currency: string): SampleFields {
  const changed = (field: keyof SampleDraft): boolean => draft[field] !== before[field]
  const texts = (['variation', 'recipient', 'phone', 'address', 'orderId', 'note'] as const).filter(changed)
  const costs = COSTS.filter(changed)
  return {
    ...(changed('shopId') && { shopId: draft.shopId }),
    ...(changed('creatorId') && { creatorId: draft.creatorId }),
    ...(changed('productId') && { productId: draft.productId.trim() }),
    ...(changed('quantity') && { quantity: wholeOf(draft.quantity) ?? 1 }),
    ...(changed('kind') && { kind: SAMPLE_KINDS.find((one) => one === draft.kind) ?? null }),
    ...(changed('collaboration') && {
      collaboration: COLLABORATIONS.find((one) => one === draft.collaboration) ?? null,
    }),
    ...(changed('campaignId') && { campaignId: draft.campaignId || null }),
    ...(changed('owner') && draft.owner.trim() !== '' && { owner: draft.owner.trim() }),
    ...(changed('extensionDays') && { extensionDays: wholeOf(draft.extensionDays) }),
    ...(changed('dueDay') && { dueDay: draft.dueDay || null }),
    ...Object.fromEntries(texts.map((field) => [field, draft[field].trim() || null])),
    ...Object.fromEntries(costs.map((field) => [field, parseAmount(draft[field], currency)])),
    ...(costs.length > 0 && { currency }),
  }
}
