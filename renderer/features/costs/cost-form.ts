/** What is typed about a cost, checked before the workspace checks it again. */

import { COST_KINDS, type CostLine, type ProductCost } from '../../../shared/contract/costs'
import { isRealDay } from '../../../shared/domain/days'
import { parseAmount, typedAmount } from '../../format/money'

export interface CostDraft {
  readonly shopId: string
  readonly kind: CostLine['kind']
  readonly amount: string
  readonly currency: string
  readonly day: string
  readonly creatorHandle: string
  readonly productId: string
  readonly campaign: string
  readonly staff: string
  readonly note: string
}

/** What is wrong with a field, as a word that the form has the text for. */
export type Wrong = 'required' | 'notAnAmount' | 'notADay' | 'notACurrency'

export function costDraft(line: CostLine | null, shopId: string, currency: string, today: string): CostDraft {
  return {
    shopId: line?.shopId ?? shopId,
    kind: line?.kind ?? COST_KINDS[0],
    amount: line && line.amount !== null ? typedAmount(line.amount, line.currency) : '',
    currency: line?.currency ?? currency,
    day: line?.day ?? today,
    creatorHandle: line?.creatorHandle ?? '',
    productId: line?.productId ?? '',
    campaign: line?.campaign ?? '',
    staff: line?.staff ?? '',
    note: line?.note ?? '',
  }
}

export function wrongInCost({ shopId, amount, currency, day }: CostDraft): Partial<Record<keyof CostDraft, Wrong>> {
  return {
    ...(shopId === '' && { shopId: 'required' as const }),
    ...amountProblem('amount', amount, currency),
    ...(!isRealDay(day) && { day: 'notADay' as const }),
  }
}

/** In the words of the contract; the draft has nothing wrong in it. */
export function costFields(draft: CostDraft) {
  return {
    shopId: draft.shopId,
    kind: draft.kind,
    amount: parseAmount(draft.amount, draft.currency) ?? 0,
    currency: draft.currency,
    day: draft.day,
    creatorHandle: orNull(draft.creatorHandle.replace(/^@/, '')),
    productId: orNull(draft.productId),
    campaign: orNull(draft.campaign),
    staff: orNull(draft.staff),
    note: orNull(draft.note),
  }
}

/** A value that was chosen between, as the form holds it. */
export function draftValue<K extends keyof CostDraft>(
  field: K,
  value: string | number | boolean | null,
  currency: string,
): CostDraft[K] {
  const text = typeof value === 'number' && field === 'amount' ? typedAmount(value, currency) : String(value ?? '')
  // Kinds come from the workspace, which knows no other; every other field is a text.
  return text as CostDraft[K]
}

export interface ProductCostDraft {
  readonly shopId: string
  readonly productId: string
  readonly unitCost: string
  readonly currency: string
  readonly fromDay: string
  readonly note: string
}

export function productCostDraft(
  cost: ProductCost | null,
  shopId: string,
  productId: string,
  currency: string,
  today: string,
): ProductCostDraft {
  return {
    shopId: cost?.shopId ?? shopId,
    productId: cost?.productId ?? productId,
    unitCost: cost && cost.unitCost !== null ? typedAmount(cost.unitCost, cost.currency) : '',
    currency: cost?.currency ?? currency,
    fromDay: cost?.fromDay ?? today,
    note: cost?.note ?? '',
  }
}

export function wrongInProductCost({
  shopId,
  productId,
  unitCost,
  currency,
  fromDay,
}: ProductCostDraft): Partial<Record<keyof ProductCostDraft, Wrong>> {
  return {
    ...(shopId === '' && { shopId: 'required' as const }),
    ...(productId.trim() === '' && { productId: 'required' as const }),
    ...amountProblem('unitCost', unitCost, currency),
    ...(!isRealDay(fromDay) && { fromDay: 'notADay' as const }),
  }
}

export function productCostFields(draft: ProductCostDraft) {
  return {
    shopId: draft.shopId,
    productId: draft.productId.trim(),
    unitCost: parseAmount(draft.unitCost, draft.currency) ?? 0,
    currency: draft.currency,
    fromDay: draft.fromDay,
    note: orNull(draft.note),
  }
}

function amountProblem<F extends string>(
  field: F,
  amount: string,
  currency: string,
): Partial<Record<F | 'currency', Wrong>> {
  if (!/^[A-Z]{3}$/.test(currency)) {
    return { currency: 'notACurrency' } as Partial<Record<F | 'currency', Wrong>>
  }
  // `field` is one of the two keys.
  return parseAmount(amount, currency) === null
    ? ({ [field]: 'notAnAmount' } as Partial<Record<F | 'currency', Wrong>>)
    : {}
}

function orNull(text: string): string | null {
  return text.trim() || null
}
