/** What people type into a quote request, and what of it is saved. */

import type { QuoteRequest } from '../../../shared/contract/quotes'
import { parseAmount, typedAmount } from '../../format/money'

export interface QuoteDraft {
  readonly handle: string
  readonly market: string
  readonly category: string
  /** One a line. */
  readonly products: string
  readonly followersFrom: string
  readonly followersTo: string
  readonly contentForm: string
  readonly contentCount: string
  readonly fromDay: string
  readonly toDay: string
  readonly budget: string
  readonly currency: string
  readonly samples: string
  readonly pastCases: string
  readonly note: string
}

export function quoteDraft(request: QuoteRequest | null, market: string, currency: string): QuoteDraft {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  return {
    handle: text(request?.handle),
    market: request ? text(request.market) : market,
    category: text(request?.category),
    products: request?.products.join('\n') ?? '',
    followersFrom: text(request?.followersFrom),
    followersTo: text(request?.followersTo),
    contentForm: request?.contentForm ?? 'video',
    contentCount: text(request?.contentCount),
    fromDay: text(request?.fromDay),
    toDay: text(request?.toDay),
    budget: request && request.budget !== null ? typedAmount(request.budget, request.currency ?? currency) : '',
    currency: request?.currency ?? currency,
    samples: text(request?.samples),
    pastCases: text(request?.pastCases),
    note: text(request?.note),
  }
}

export type QuoteWrong = 'notACount' | 'notAnAmount' | 'notAMarket' | 'endBeforeBeginning'

/** What is wrong, by field. */
export function wrongIn(draft: QuoteDraft): Partial<Record<keyof QuoteDraft, QuoteWrong>> {
  const counts = (['followersFrom', 'followersTo', 'contentCount'] as const).filter(
    (field) => draft[field].trim() !== '' && countOf(draft[field]) === null,
  )
  const [from, to] = [countOf(draft.followersFrom), countOf(draft.followersTo)]
  return {
    ...Object.fromEntries(counts.map((field) => [field, 'notACount' as const])),
    ...(draft.market.trim() !== '' && !/^[A-Z]{2}$/u.test(draft.market.trim()) && { market: 'notAMarket' as const }),
    ...(draft.budget.trim() !== '' &&
      parseAmount(draft.budget, draft.currency) === null && { budget: 'notAnAmount' as const }),
    ...(from !== null && to !== null && to < from && { followersTo: 'endBeforeBeginning' as const }),
    ...(draft.fromDay !== '' &&
      draft.toDay !== '' &&
      draft.toDay < draft.fromDay && { toDay: 'endBeforeBeginning' as const }),
  }
}

/** The draft as the contract takes it; `budget` is left out where nothing was typed over what is hidden. */
export function fieldsOf(draft: QuoteDraft, first: QuoteDraft) {
  const text = (value: string) => value.trim() || null
  return {
    market: text(draft.market),
    category: text(draft.category),
    products: draft.products.split('\n').flatMap((line) => text(line) ?? []),
    followersFrom: countOf(draft.followersFrom),
    followersTo: countOf(draft.followersTo),
    contentForm: text(draft.contentForm),
    contentCount: countOf(draft.contentCount),
    fromDay: text(draft.fromDay),
    toDay: text(draft.toDay),
    ...(draft.budget !== first.budget && { budget: parseAmount(draft.budget, draft.currency) }),
    currency: text(draft.currency),
    samples: text(draft.samples),
    pastCases: text(draft.pastCases),
    note: text(draft.note),
  }
}

/** `12,500` or `12500`; null for nothing and for what is no count. */
function countOf(typed: string): number | null {
  const plain = typed.replaceAll(/[\s,，]/gu, '')
  return /^\d{1,12}$/u.test(plain) ? Number(plain) : null
}
