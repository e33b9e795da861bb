/** The ticked payables as a file for the bank or for Payoneer: what can be paid, and by name what cannot. */

import type { ReadableDb } from '../../../db/database'
import { type Payee, payablesOf, payeesOf } from '../../../db/repositories/payables'
import { decimalsOf } from '../../../shared/domain/currencies'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { writeTable } from '../exporting/write-table'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'
import { hiddenFrom } from '../roles/roles'
import { isUncovered } from './guard'
import { type KnownPayable, toPayables } from './views'

const HEADERS = {
  bank: ['Payment ID', 'Payee', 'Bank account', 'Amount', 'Currency', 'Due', 'Creator', 'Shop', 'Description'],
  payoneer: ['Payee ID', 'Amount', 'Currency', 'Payment ID', 'Description', 'Payment date'],
} as const

export type PaymentFormat = keyof typeof HEADERS

export type LeftOut =
  | 'onHold'
  | 'contractOnHold'
  | 'problem'
  | 'nothingToPay'
  | 'notCovered'
  | 'disputed'
  | 'noBank'
  | 'noPayee'
  | 'noCreator'

export interface PaymentFile {
  readonly file: string
  readonly rows: number
  readonly left: {
    readonly id: string
    readonly handle: string | null
    readonly title: string | null
    readonly why: LeftOut
  }[]
}

/**
 * Writes what is to be paid of these payables. Nothing is posted by it: what was paid is entered when it was. Refused as
 * `role.hidden` for whoever does not see bank details or amounts.
 */
export async function writePayments(
  context: WorkspaceContext,
  { ids, format, to }: { readonly ids: readonly string[]; readonly format: PaymentFormat; readonly to: string },
): Promise<PaymentFile> {
  refuseHidden(context)
  const { db } = context.host.current().workspace
  const found = payablesOf(db, { ids })
  const payables = toPayables(db, found)
  const payees = payeesBy(db, payables)
  const uncovered = new Set(found.filter((one) => isUncovered(db, one)).map(({ id }) => id))
  const why = (one: KnownPayable) => {
    const payee = one.creatorId === null ? undefined : payees(one.creatorId)
    return reasonNot(one, { payee, format, isUncovered: uncovered.has(one.id) })
  }
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop.name]))
  const rows = payables.flatMap((one) => {
    const payee = one.creatorId === null || why(one) !== null ? undefined : payees(one.creatorId)
    return payee === undefined ? [] : [cells(one, payee, shops.get(one.shopId) ?? '', format)]
  })
  const written = await writeTable(to, 'csv', HEADERS[format], rows)
  const left = payables.flatMap((one) => {
    const reason = why(one)
    return reason === null ? [] : [{ id: one.id, handle: one.handle, title: one.title, why: reason }]
  })
  return { ...written, left }
}

function refuseHidden(context: WorkspaceContext): void {
  const hidden = hiddenFrom(context)
  if (hidden?.has('bank') === true) throw new AppError('role.hidden', { entity: 'creators', field: 'bank' })
  if (hidden?.has('cost') === true) throw new AppError('role.hidden', { entity: 'payables', field: 'amount' })
}

/** By the creator that a payable names, whoever stands for them by now. */
function payeesBy(db: ReadableDb, payables: readonly KnownPayable[]): (creatorId: string) => Payee | undefined {
  const merged = mergedCreators(db)
  const standsFor = (id: string) => merged.get(id) ?? id
  const known = payeesOf(db, [
    ...new Set(payables.flatMap(({ creatorId }) => (creatorId === null ? [] : [standsFor(creatorId)]))),
  ])
  return (id) => known.get(standsFor(id))
}

interface Payment {
  readonly payee: Payee | undefined
  readonly format: PaymentFormat
  /** An advance that no signed contract covers. */
  readonly isUncovered: boolean
}

function reasonNot(one: KnownPayable, { payee, format, isUncovered: uncovered }: Payment): LeftOut | null {
  if (one.hold) return 'onHold'
  if (one.contractHold) return 'contractOnHold'
  if (one.problem !== null) return 'problem'
  if (one.state === 'disputed') return 'disputed'
  if (one.toPay === 0) return 'nothingToPay'
  if (uncovered) return 'notCovered'
  if (payee === undefined) return 'noCreator'
  if (format === 'bank' && blank(payee.bank)) return 'noBank'
  return blank(payee.payee) ? 'noPayee' : null
}

function blank(text: string | null): boolean {
  return (text ?? '').trim() === ''
}

function cells(one: KnownPayable, { bank, payee }: Payee, shop: string, format: PaymentFormat): readonly string[] {
  const amount = (one.toPay / 10 ** decimalsOf(one.currency)).toFixed(decimalsOf(one.currency))
  const title = [one.title ?? one.kind, one.month].filter((part) => part !== null).join(' ')
  return format === 'bank'
    ? [one.id, payee ?? '', bank ?? '', amount, one.currency, one.dueDay, one.handle ?? '', shop, title]
    : [payee ?? '', amount, one.currency, one.id, title, one.dueDay]
}
