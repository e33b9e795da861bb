/**
 * What stands behind a figure: which order lines and cost lines, and what each of them adds to it.
 */

import type { CostLine } from '../../../shared/contract/costs'
import type { OrderLine, RoiScope } from '../../../shared/contract/roi'
import { FIGURES, type Figure } from './figures'

/** A figure somebody pointed at. */
export interface Behind {
  readonly figure: Figure
  /** Its exact value as shown; null where it is unknown. */
  readonly value: number | null
  readonly currency: string
  /** null: no order line can carry it. */
  readonly scope: RoiScope | null
  /** Whose figure, in words: a creator, a day; empty: the total. */
  readonly of: string
  /** Costs entered for these only; absent: any. */
  readonly campaign?: string
  readonly staff?: string
}

/** The question for the lines; null where none carry the figure. */
export function linesQuestion({ figure, scope }: Behind) {
  const { roles, statuses } = FIGURES[figure]
  if (scope === null || roles.length === 0) {
    return null
  }
  const asked = scope.statuses
  const wanted = statuses?.filter((status) => asked === undefined || asked.includes(status))
  return wanted?.length === 0 ? null : { ...scope, roles: [...roles], ...(wanted && { statuses: wanted }) }
}

/** A line's own part, in minor units or pieces; null where the figure is no sum of lines. */
export function partOfLine(figure: Figure, line: Pick<OrderLine, 'role' | 'status' | 'payment' | 'refund' | 'commission' | 'quantity'>): number | null {
  const isSale = line.role === 'sale'
  switch (figure) {
    case 'gmv':
      return isSale ? line.payment : 0
    case 'refunds':
      return line.refund
    case 'netGmv':
      return isSale ? line.payment - line.refund : 0
    case 'commission':
      return line.commission
    case 'commissionSettled':
      return line.status === 'settled' ? line.commission : 0
    case 'commissionPending':
      return line.status === 'pending' || line.status === 'frozen' ? line.commission : 0
    case 'units':
      return isSale ? line.quantity : 0
    case 'samples':
      return line.role === 'sample' ? 1 : 0
    default:
      return null
  }
}

export interface PartSum {
  /** '' where pieces are counted. */
  readonly currency: string
  readonly amount: number
}

/** What lines add up to: one sum per currency for money, one sum for pieces; none where the figure is no sum of lines. */
export function sumOfLines(figure: Figure, lines: readonly OrderLine[]): PartSum[] {
  if (figure === 'orders') {
    return [{ currency: '', amount: new Set(lines.map(({ shopId, orderId }) => `${shopId} ${orderId}`)).size }]
  }
  const isMoney = FIGURES[figure].kind === 'money'
  const sums = new Map<string, number>()
  for (const line of lines) {
    const part = partOfLine(figure, line)
    if (part !== null) {
      const currency = isMoney ? line.currency : ''
      sums.set(currency, (sums.get(currency) ?? 0) + part)
    }
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
}

/** Whether the parts add up to the figure shown; null where that cannot be told: other currencies, or a figure that is no sum. */
export function doesTie({ figure, value, currency }: Behind, sums: readonly PartSum[]): boolean | null {
  const [only] = sums
  if (value === null || (sums.length === 0 && FIGURES[figure].costs.length === 0)) {
    return null
  }
  if (only === undefined) {
    return value === 0
  }
  return sums.length === 1 && (only.currency === '' || only.currency === currency) ? only.amount === value : null
}

/** Cost lines that count towards the figure inside its scope. */
export function costsBehind(behind: Behind, costs: readonly CostLine[]): CostLine[] {
  const { kinds, scope } = { kinds: FIGURES[behind.figure].costs, scope: behind.scope ?? {} }
  return costs.filter(
    (cost) =>
      kinds.includes(cost.kind) &&
      (scope.from === undefined || cost.day >= scope.from) &&
      (scope.to === undefined || cost.day <= scope.to) &&
      (scope.shops === undefined || scope.shops.includes(cost.shopId)) &&
      (scope.creators === undefined || scope.creators.includes(cost.creatorHandle ?? '')) &&
      (scope.products === undefined || scope.products.includes(cost.productId ?? '')) &&
      (behind.campaign === undefined || behind.campaign === (cost.campaign ?? '')) &&
      (behind.staff === undefined || behind.staff === (cost.staff ?? '')),
  )
}

export function sumOfCosts(costs: readonly CostLine[]): PartSum[] {
  const sums = new Map<string, number>()
  for (const { amount, currency } of costs) {
    sums.set(currency, (sums.get(currency) ?? 0) + amount)
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
}
