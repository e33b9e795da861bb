/**
 * What stands behind a figure: which order lines and cost lines, and what each of them adds to it.
 */

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
  /** Where costs are looked for, campaign and staff aside. */
  readonly costScope: RoiScope | null
  /** Whose figure, in words: a creator, a day; empty: the total. */
  readonly of: string
  /** Costs entered for these only; absent: any. */
  readonly campaign?: string
  readonly staff?: string
}

/** The question for the lines; null where none carry the figure. */
export function linesQuestion({ figure, scope }: Behind) {
  const { roles, statuses, nonZero } = FIGURES[figure]
  if (scope === null || roles.length === 0) {
    return null
  }
  const asked = scope.statuses
  const wanted = statuses?.filter((status) => asked === undefined || asked.includes(status))
  return wanted?.length === 0
    ? null
    : { ...scope, roles: [...roles], ...(wanted && { statuses: wanted }), ...(nonZero && { nonZero }) }
}

type LinePart = (line: Pick<OrderLine, 'role' | 'status' | 'payment' | 'refund' | 'commission' | 'quantity'>) => number

/** A line's own part of the figures that are sums of lines, in minor units or pieces. */
const PARTS: Readonly<Partial<Record<Figure, LinePart>>> = {
  gmv: ({ role, payment }) => (role === 'sale' ? payment : 0),
  refunds: ({ refund }) => refund,
  netGmv: ({ role, payment, refund }) => (role === 'sale' ? payment - refund : 0),
  commission: ({ commission }) => commission,
  commissionSettled: ({ status, commission }) => (status === 'settled' ? commission : 0),
  commissionPending: ({ status, commission }) => (status === 'pending' || status === 'frozen' ? commission : 0),
  units: ({ role, quantity }) => (role === 'sale' ? quantity : 0),
  samples: ({ role }) => (role === 'sample' ? 1 : 0),
}

/** A line's own part; null where the figure is no sum of lines. */
export function partOf(figure: Figure, line: OrderLine): number | null {
  return PARTS[figure]?.(line) ?? null
}

/** What the figure is a plain sum of; null where it is worked out from several. */
export function isSumOf(figure: Figure): 'lines' | 'costs' | null {
  if (figure === 'orders' || PARTS[figure]) {
    return 'lines'
  }
  return FIGURES[figure].roles.length === 0 ? 'costs' : null
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
  const part = PARTS[figure]
  if (!part) {
    return []
  }
  const isMoney = FIGURES[figure].kind === 'money'
  const sums = new Map<string, number>()
  for (const line of lines) {
    const currency = isMoney ? line.currency : ''
    sums.set(currency, (sums.get(currency) ?? 0) + part(line))
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
}

/** Whether the parts add up to the figure shown; null where that cannot be told: other currencies, or a figure that is no sum. */
export function doesTie({ figure, value, currency }: Behind, sums: readonly PartSum[]): boolean | null {
  if (value === null || isSumOf(figure) === null) {
    return null
  }
  const [only] = sums
  if (only === undefined) {
    return value === 0
  }
  return sums.length === 1 && (only.currency === '' || only.currency === currency) ? only.amount === value : null
}

/** The question for the costs that count towards the figure inside its scope. */
export function costsQuestion({ figure, costScope, campaign, staff }: Behind) {
  const { from, to, shops, creators, products } = costScope ?? {}
  return {
    kinds: [...FIGURES[figure].costs],
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(shops && { shops }),
    ...(creators && { creators }),
    ...(products && { products }),
    ...(campaign !== undefined && { campaign }),
    ...(staff !== undefined && { staff }),
  }
}
