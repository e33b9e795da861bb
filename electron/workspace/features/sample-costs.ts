/** What samples cost and brought back: by creator, product and person, wallets. */

import { findCostLine } from '../../../db/repositories/costs'
import { listWallets } from '../../../db/repositories/sample-costs'
import { getRecord, deleteRecord } from '../../../db/repositories/records'
import { AppError } from '../../../shared/errors'
import { sampleReport, samplesBehind, toCostRow } from '../sample-costing/report'
import { suspectedDoubles } from '../sample-costing/doubles'
import { walletsOf } from '../sample-costing/wallets'
import { os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'

export const sampleCosts = {
  report: os.sampleCosts.report.handler(({ input, context }) => sampleReport(context, input)),

  rows: os.sampleCosts.rows.handler(({ input: { cursor, limit, ...scope }, context }) => {
    const samples = samplesBehind(context, scope)
    const offset = readOffset(cursor)
    return {
      rows: samples.slice(offset, offset + limit).map(toCostRow),
      total: samples.length,
      nextCursor: nextOffset(offset, limit, samples.length),
    }
  }),

  ofSamples: os.sampleCosts.ofSamples.handler(({ input: { ids }, context }) => {
    const wanted = new Set(ids)
    return context.host
      .current()
      .lists.sampleCosts()
      .filter(({ id }) => wanted.has(id))
      .map(toCostRow)
  }),

  doubles: os.sampleCosts.doubles.handler(({ input: { shops }, context }) => {
    const { lists } = context.host.current()
    return suspectedDoubles(lists.costs(), lists.sampleCosts()).filter(
      ({ shopId }) => shops === undefined || shops.includes(shopId),
    )
  }),

  name: os.sampleCosts.name.handler(async ({ input: { costId, sampleId }, context }) => {
    const { db } = context.host.current().workspace
    const cost = findCostLine(db, costId)
    if (cost === undefined) throw new AppError('record.notFound', { entity: 'costLines', id: costId })
    if (sampleId !== null) getRecord(db, 'samples', sampleId)
    await write(context, 'sampleCosts.name', cost.creatorHandle ?? cost.day ?? '', (tx) =>
      put(context, tx, 'costLines', costId, { sampleId }),
    )
    return {}
  }),

  wallets: os.sampleCosts.wallets.handler(({ input: { month }, context }) => walletsOf(context, month)),

  setWallet: os.sampleCosts.setWallet.handler(async ({ input: { person, month, ...fields }, context }) => {
    const { db } = context.host.current().workspace
    const known = listWallets(db, month).find((wallet) => wallet.person === person)
    if (known === undefined && fields.amount === null) return {}
    await write(context, 'sampleCosts.setWallet', `${person} ${month}`, (tx) => {
      if (known !== undefined && fields.amount === null) deleteRecord(tx, 'sampleWallets', known.id)
      else put(context, tx, 'sampleWallets', null, { person, month, ...fields })
    })
    return {}
  }),
}
