/** What people type into a campaign, and what of it is saved. */

import type { Campaign } from '../../../shared/contract/campaign-views'
import type { CampaignKind, CampaignState } from '../../../shared/domain/campaigns'
import { parseAmount, typedAmount } from '../../format/money'
import { parseRate } from '../../format/rates'

export interface CampaignDraft {
  readonly shopId: string
  readonly name: string
  readonly kind: CampaignKind
  readonly state: CampaignState
  readonly fromDay: string
  readonly toDay: string
  readonly budget: string
  readonly sampleQuota: string
  readonly platformId: string
  readonly owner: string
  readonly note: string
  readonly coldStart: boolean
  /** Of a new one. */
  readonly rate: string
  readonly adsRate: string
}

export function campaignDraft(campaign: Campaign | null, shopId: string): CampaignDraft {
  return {
    shopId: campaign?.shopId ?? shopId,
    name: campaign?.name ?? '',
    kind: campaign?.kind ?? 'open',
    state: campaign?.state ?? 'running',
    fromDay: campaign?.fromDay ?? '',
    toDay: campaign?.toDay ?? '',
    budget: campaign === null || campaign.budget === null ? '' : typedAmount(campaign.budget, campaign.currency),
    sampleQuota: String(campaign?.sampleQuota ?? ''),
    platformId: campaign?.platformId ?? '',
    owner: campaign?.owner ?? '',
    note: campaign?.note ?? '',
    coldStart: campaign?.coldStart ?? false,
    rate: '',
    adsRate: '',
  }
}

export type CampaignWrong = 'required' | 'notPercent' | 'notAmount' | 'notCount' | 'endBeforeBeginning'

/** What is wrong, by field. */
export function wrongIn(
  draft: CampaignDraft,
  currency: string,
  isNew: boolean,
): Partial<Record<keyof CampaignDraft, CampaignWrong>> {
  const { shopId, name, fromDay, toDay, budget, sampleQuota, rate, adsRate } = draft
  const isWrongRate = (text: string) => text.trim() !== '' && parseRate(text) === null
  return {
    ...(shopId === '' && { shopId: 'required' as const }),
    ...(name.trim() === '' && { name: 'required' as const }),
    ...(fromDay !== '' && toDay !== '' && toDay < fromDay && { toDay: 'endBeforeBeginning' as const }),
    ...(budget.trim() !== '' && amountOf(budget, currency) === null && { budget: 'notAmount' as const }),
    ...(sampleQuota.trim() !== '' && !/^\d{1,6}$/u.test(sampleQuota.trim()) && { sampleQuota: 'notCount' as const }),
    ...(isNew && isWrongRate(rate) && { rate: 'notPercent' as const }),
    ...(isNew && isWrongRate(adsRate) && { adsRate: 'notPercent' as const }),
  }
}

/** What differs from what was there; of a new one what was filled in. */
export function fieldsOf(draft: CampaignDraft, before: CampaignDraft | null, currency: string) {
  const changed = (key: keyof CampaignDraft) => before === null || before[key] !== draft[key]
  const text = (key: 'platformId' | 'owner' | 'note' | 'fromDay' | 'toDay') => {
    const typed = draft[key].trim()
    return changed(key) && (before !== null || typed !== '') ? { [key]: typed === '' ? null : typed } : {}
  }
  return {
    ...(before === null && { shopId: draft.shopId }),
    ...(changed('name') && { name: draft.name.trim() }),
    ...(changed('kind') && { kind: draft.kind }),
    ...(changed('state') && { state: draft.state }),
    ...(changed('coldStart') && { coldStart: draft.coldStart }),
    ...(changed('budget') &&
      (before !== null || draft.budget.trim() !== '') && { budget: amountOf(draft.budget, currency) }),
    ...(changed('sampleQuota') &&
      (before !== null || draft.sampleQuota.trim() !== '') && {
        sampleQuota: draft.sampleQuota.trim() === '' ? null : Number(draft.sampleQuota),
      }),
    ...text('fromDay'),
    ...text('toDay'),
    ...text('platformId'),
    ...text('owner'),
    ...text('note'),
  }
}

function amountOf(text: string, currency: string): number | null {
  const amount = text.trim() === '' ? null : parseAmount(text, currency)
  return amount !== null && amount < 0 ? null : amount
}
