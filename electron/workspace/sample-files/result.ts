/** What is answered about one file: counts that add up, questions, warnings, and the first of its rows. */

import type { ReadableDb } from '../../../db/database'
import { ordersElsewhere } from '../../../db/repositories/sample-files'
import type { SampleFileLine, SampleFileResult } from '../../../shared/contract/sample-files'
import type { Shop } from '../../../shared/contract/shops'
import type { SamplePlan } from './plan'
import type { PlannedSample } from './planned'
import type { ReadSamples } from './read'
import type { SampleSource } from './source'

const KEPT = 500

interface Prepared {
  readonly source: SampleSource
  readonly shop: Shop
  readonly shops: readonly Shop[]
  readonly read: ReadSamples
  readonly plan: SamplePlan
}

export function resultOf(db: ReadableDb, prepared: Prepared, written: boolean): SampleFileResult {
  const { source, read, plan } = prepared
  const { table, kind } = source
  const count = (action: PlannedSample['action']) => plan.planned.filter((one) => one.action === action).length
  return {
    file: table.path,
    name: table.name,
    content: table.content,
    kind,
    container: table.container,
    rows: read.rows,
    created: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    contradicted: plan.contradictions.length,
    rejected: read.rejected + plan.rejects.length,
    other: read.other,
    repeated: read.repeated,
    erased: plan.erased,
    newCreators: plan.newCreators.size,
    lines: linesOf(plan),
    contradictions: plan.contradictions.slice(0, KEPT),
    rejects: [...read.rejects, ...plan.rejects].slice(0, KEPT),
    questions: questionsOf(db, prepared),
    warnings: warningsOf(prepared),
    written,
  }
}

const ORDER = { new: 0, changed: 1, unchanged: 2 } as const

function linesOf({ planned }: SamplePlan): SampleFileLine[] {
  return planned
    .toSorted((a, b) => ORDER[a.action] - ORDER[b.action] || a.row.row - b.row.row)
    .slice(0, KEPT)
    .map(({ row, shop, product, found, from, to, fields, action }) => ({
      row: row.row,
      action,
      handle: row.handle,
      product: product.name ?? product.productId,
      quantity: row.quantity,
      shopName: shop.name,
      orderId: row.orderId,
      tracking: row.parcels.map(({ tracking }) => tracking).join(' · ') || null,
      from,
      to,
      fields: found.known === null ? [] : Object.keys(fields),
      adopted: found.adopted,
    }))
}

function questionsOf(db: ReadableDb, { shop, shops, read, plan }: Prepared): SampleFileResult['questions'] {
  const questions: SampleFileResult['questions'] = []
  const orders = read.samples.flatMap(({ orderId, shop: named }) =>
    orderId === null || named !== null ? [] : [orderId],
  )
  const elsewhere = ordersElsewhere(db, shop.id, orders)
  for (const id of new Set(elsewhere.map(([, shopId]) => shopId))) {
    const count = elsewhere.filter(([, shopId]) => shopId === id).length
    questions.push({ code: 'ordersOfOtherShop', count, detail: shops.find((one) => one.id === id)?.name ?? id })
  }
  if (plan.strangers > 0) questions.push({ code: 'productsOfOtherShop', count: plan.strangers, detail: '' })
  if (read.otherCurrency > 0) {
    questions.push({ code: 'otherCurrency', count: read.otherCurrency, detail: shop.currency })
  }
  return questions
}

function warningsOf({ source, read, plan }: Prepared): SampleFileResult['warnings'] {
  const count = (code: SampleFileResult['warnings'][number]['code'], many: number) =>
    many === 0 ? [] : [{ code, detail: String(many) }]
  return [
    ...(read.dateOrderAssumed ? [{ code: 'dateOrderAssumed' as const, detail: read.dateOrder }] : []),
    ...count('byAmount', plan.planned.filter(({ row }) => row.byAmount).length),
    ...count('productUnknown', plan.planned.filter(({ product }) => !product.isSure).length),
    ...count('secondParcel', plan.planned.filter(({ parcels }) => parcels.some(({ isSecond }) => isSecond)).length),
    ...(source.table.encodingCertain ? [] : [{ code: 'encodingAssumed' as const, detail: 'gb18030' }]),
  ]
}
