/** What each field of the list of samples reads, for filters, sorting and groups alike. */

import type { FieldValue, RowField } from '../../../shared/domain/list-fields'
import { isSampleField, SAMPLE_FIELDS, type SampleFieldName } from '../../../shared/domain/sample-fields'
import { DUE_LEVELS } from '../../../shared/domain/sample-deadlines'
import type { Mask } from '../../../shared/domain/roles'
import { SAMPLE_STATES } from '../../../shared/domain/samples'
import type { LedgerSample } from './ledger'

type Read = (sample: LedgerSample) => FieldValue

const next = ({ deadlines: { review, post } }: LedgerSample) => review ?? post

const READERS: Readonly<Record<SampleFieldName, Read>> = {
  handle: ({ handle }) => handle,
  shopId: ({ shopId }) => shopId,
  productId: ({ productId }) => productId,
  productName: ({ productName }) => productName,
  skuId: ({ skuId }) => skuId,
  variation: ({ variation }) => variation,
  quantity: ({ quantity }) => quantity,
  state: ({ state }) => state,
  hold: ({ hold }) => hold,
  kind: ({ kind }) => kind,
  collaboration: ({ collaboration }) => collaboration,
  campaignName: ({ campaignName }) => campaignName,
  owner: ({ owner }) => owner,
  requestedAt: ({ requestedAt }) => requestedAt,
  shippedAt: ({ dates }) => dates.shipped ?? null,
  deliveredAt: ({ dates }) => dates.delivered ?? null,
  postedAt: ({ dates }) => dates.posted ?? null,
  since: ({ since }) => since,
  dueOn: (sample) => next(sample)?.day ?? null,
  daysLeft: (sample) => next(sample)?.daysLeft ?? null,
  sinceDelivery: ({ deadlines }) => deadlines.sinceDelivery,
  due: (sample) => next(sample)?.level ?? null,
  extensionDays: ({ extensionDays }) => extensionDays,
  tracking: ({ parcels }) => parcels.map(({ tracking }) => tracking).join(' ') || null,
  carrier: ({ parcels }) => parcels.at(-1)?.carrier ?? null,
  lastScan: ({ parcels }) => parcels.at(-1)?.lastScan ?? null,
  parcels: ({ parcels }) => parcels.length,
  proofs: ({ proofs }) => proofs,
  nudges: ({ nudges }) => nudges,
  applicationId: ({ applicationId }) => applicationId,
  orderId: ({ orderId }) => orderId,
  platformStatus: ({ platformStatus }) => platformStatus,
  rate: ({ rate }) => rate,
  recipient: ({ recipient }) => recipient,
  phone: ({ phone }) => phone,
  address: ({ address }) => address,
  productCost: ({ productCost }) => productCost,
  packingCost: ({ packingCost }) => packingCost,
  freightCost: ({ freightCost }) => freightCost,
  dutyCost: ({ dutyCost }) => dutyCost,
  source: ({ source }) => source,
  reason: ({ reason }) => reason,
  note: ({ note }) => note,
}

const CHOICES: Readonly<Partial<Record<SampleFieldName, readonly string[]>>> = {
  state: SAMPLE_STATES,
  due: DUE_LEVELS.toReversed(),
}

/** A field as lists ask it. Null: this build knows no such field, or the role here may not see it. */
export function fieldOf(id: string, hides: (mask: Mask) => boolean): RowField<LedgerSample> | null {
  if (!isSampleField(id)) return null
  const field: { readonly kind: RowField<LedgerSample>['kind']; readonly mask?: Mask } = SAMPLE_FIELDS[id]
  if (field.mask !== undefined && hides(field.mask)) return null
  const currency = field.kind === 'money' ? (sample: LedgerSample) => sample.currency : undefined
  return { id, kind: field.kind, value: READERS[id], currency, choices: CHOICES[id] }
}
