/** What is owed outside the platform, what was paid on it, and the ledger. */

import type { WritableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { entriesOf, findEntry, payableOfCost, payablesOf, payableSteps } from '../../../db/repositories/payables'
import { deleteRecord } from '../../../db/repositories/records'
import type { PayableFields } from '../../../shared/contract/payables'
import { isAgreed } from '../../../shared/domain/payables'
import { AppError } from '../../../shared/errors'
import type { z } from '../../../shared/schema'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'
import { writePayments } from '../paying/export'
import { guardAdvance } from '../paying/guard'
import { feeToOwe, oweCost } from '../paying/making'
import { owePromised } from '../paying/promised'
import { endAdvance, pay, recoupFrom, recoverExcess, reverseEntry } from '../paying/pay'
import { book, payableIn } from '../paying/posting'
import { stepMany } from '../paying/step-many'
import { refuseHeld } from '../paying/steps'
import {
  advancesFor,
  balancesOf,
  entriesAbout,
  filtered,
  type KnownPayable,
  payableOf,
  sumsOf,
  toEntries,
  toPayables,
} from '../paying/views'
import { os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'

/** What is posted is taken back by its reversal, not by undo. */
const LASTING = { lasting: true } as const

export const payables = {
  list: os.payables.list.handler(({ input: { cursor, limit, ...filter }, context }) => {
    const { rows, counts } = filtered(context, filter)
    const offset = readOffset(cursor)
    return {
      rows: rows.slice(offset, offset + limit),
      total: rows.length,
      counts,
      sums: sumsOf(rows, 'toPay', 'fee'),
      nextCursor: nextOffset(offset, limit, rows.length),
    }
  }),

  get: os.payables.get.handler(({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const payable = payableOf(db, id)
    return {
      payable,
      entries: entriesAbout(db, id),
      steps: payableSteps(db, id),
      advances: advancesFor(db, payable),
    }
  }),

  put: os.payables.put.handler(async ({ input: { id, fields, reason, override }, context }) => {
    const { db } = context.host.current().workspace
    findShop(db, fields.shopId)
    const adjusts = id !== undefined && isAgreed(payableIn(db, id).state) && payableIn(db, id).amount !== fields.amount
    const label = id === undefined ? 'payables.add' : adjusts ? 'payables.adjust' : 'payables.update'
    const saved = await write(
      context,
      label,
      fields.title ?? fields.kind,
      (tx) => {
        if (id !== undefined) checkChange(tx, id, fields, reason)
        if (fields.creatorId !== null) keepCreator(tx, fields.creatorId)
        const saving = put(context, tx, 'payables', id ?? null, fields)
        guardAdvance(context, tx, payableIn(tx, saving), { override, isPlan: !adjusts })
        if (adjusts) book(context, tx, saving, fields.amount, { reason })
        return saving
      },
      { lasting: adjusts },
    )
    return payableOf(db, saved)
  }),

  remove: os.payables.remove.handler(async ({ input: { id }, context }) => {
    const { title, kind } = payableOf(context.host.current().workspace.db, id)
    await write(context, 'payables.remove', title ?? kind, (tx) => deleteRecord(tx, 'payables', id))
    return {}
  }),

  step: os.payables.step.handler(({ input, context }) => stepMany(context, input)),

  pay: os.payables.pay.handler(({ input: { id, amount, override, ...notes }, context }) =>
    money(context, 'payables.pay', id, (tx) => {
      guardAdvance(context, tx, payableIn(tx, id), { override })
      pay(context, tx, { id, amount, notes })
    }),
  ),

  recoup: os.payables.recoup.handler(({ input: { id, fromId, amount, day }, context }) =>
    money(context, 'payables.recoup', id, (tx) => recoupFrom(context, tx, { id, fromId, amount, notes: { day } })),
  ),

  reverse: os.payables.reverse.handler(({ input: { entryId, reason, day }, context }) => {
    const entry = findEntry(context.host.current().workspace.db, entryId)
    if (entry === null) throw new AppError('record.notFound', { entity: 'ledgerEntries', id: entryId })
    return money(context, 'payables.reverse', entry.payableId, (tx) =>
      reverseEntry(context, tx, entryId, { reason, day }),
    )
  }),

  recover: os.payables.recover.handler(({ input: { id, reason }, context }) =>
    money(context, 'payables.recover', id, (tx) => recoverExcess(context, tx, id, { reason })),
  ),

  endAdvance: os.payables.endAdvance.handler(({ input: { id, to, amount, reason, day }, context }) =>
    money(context, 'payables.endAdvance', id, (tx) =>
      endAdvance(context, tx, { id, to, amount, notes: { reason, day } }),
    ),
  ),

  advances: os.payables.advances.handler(({ input: { shopId, creatorId }, context }) => {
    const { db } = context.host.current().workspace
    const rows = toPayables(db, payablesOf(db, scopeOf(shopId, creatorId))).filter(({ left }) => left > 0)
    return { rows, sums: sumsOf(rows, 'left') }
  }),

  ledger: os.payables.ledger.handler(({ input: { cursor, limit, shopId, creatorId }, context }) => {
    const rows = entriesOf(context.host.current().workspace.db, {
      ...(shopId !== null && { shopIds: [shopId] }),
      ...(creatorId !== null && { creatorId }),
    })
    const offset = readOffset(cursor)
    return {
      rows: toEntries(rows)
        .toReversed()
        .slice(offset, offset + limit),
      total: rows.length,
      balances: balancesOf(rows),
      nextCursor: nextOffset(offset, limit, rows.length),
    }
  }),

  fromCost: os.payables.fromCost.handler(async ({ input: { costId }, context }) => {
    const { db } = context.host.current().workspace
    const { creatorHandle, day } = feeToOwe(db, costId)
    const id = await write(context, 'payables.fromCost', creatorHandle ?? day, (tx) =>
      oweCost(context, tx, feeToOwe(tx, costId)),
    )
    return payableOf(db, id)
  }),

  ofCost: os.payables.ofCost.handler(({ input: { costId }, context }) => {
    const { db } = context.host.current().workspace
    const id = payableOfCost(db, costId)
    return { payable: id === null ? null : payableOf(db, id) }
  }),

  fromContracts: os.payables.fromContracts.handler(async ({ input, context }) => ({
    made: await write(context, 'payables.fromContracts', input.until, (tx) => owePromised(context, tx, input)),
  })),

  export: os.payables.export.handler(({ input, context }) => writePayments(context, input)),
}

/** One lasting step about a payable; answers it as it stands afterwards. */
async function money(
  context: WorkspaceContext,
  label: string,
  id: string,
  work: (tx: WritableDb) => unknown,
): Promise<KnownPayable> {
  const { db } = context.host.current().workspace
  const { title, handle, kind } = payableOf(db, id)
  await write(context, label, [handle, title ?? kind].filter((part) => part !== null).join(' · '), work, LASTING)
  return payableOf(db, id)
}

function scopeOf(shopId: string | null, creatorId: string | null) {
  return { ...(shopId !== null && { shopIds: [shopId] }), ...(creatorId !== null && { creatorIds: [creatorId] }) }
}

/** What was agreed to changes with a reason, and stays whose and in which currency it was. */
function checkChange(tx: WritableDb, id: string, fields: z.output<typeof PayableFields>, reason: string): void {
  const before = payableIn(tx, id)
  refuseHeld(tx, before)
  const invalid = (field: string, why: string) =>
    new AppError('record.invalid', { entity: 'payables', field, reason: why })
  if (before.state === 'open' && before.books.paid === 0) return
  if (before.amount !== fields.amount && !isAgreed(before.state)) throw invalid('amount', 'notAgreed')
  if (before.amount !== fields.amount && reason.trim() === '') throw invalid('reason', 'missing')
  const fixed = ['shopId', 'creatorId', 'currency', 'kind'] as const
  const changed = fixed.find((field) => before[field] !== fields[field])
  if (changed !== undefined) throw invalid(changed, 'agreed')
  if (before.isAdvance !== (fields.kind === 'advance' && fields.recoup)) throw invalid('recoup', 'agreed')
}
