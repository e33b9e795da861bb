/** One order line as the contract gives it. */

import type { FactLine } from '../../../db/facts/types'
import type { OrderLine } from '../../../shared/contract/roi'
import type { Shop } from '../../../shared/contract/shops'
import { dayOfNumber } from '../../../shared/domain/days'
import { ORDER_COLUMNS, type OrderColumn } from '../../../shared/domain/orders'
import { localText } from '../importing/sample'

/** None where the shop is gone: a line without its currency and zone says nothing. */
export function toOrderLine(line: FactLine, shop: Shop | undefined, fileName: string): OrderLine[] {
  if (!shop) {
    return []
  }
  const created = line.numbers['created'] ?? null
  return [
    {
      key: `${line.shopId}/${line.ids['orderId'] ?? ''}/${line.ids['productId'] ?? ''}/${line.ids['skuId'] ?? ''}`,
      shopId: shop.id,
      shopName: shop.name,
      currency: shop.currency,
      orderId: line.ids['orderId'] ?? '',
      productId: line.ids['productId'] ?? '',
      productName: line.texts['productName'] ?? null,
      skuId: line.ids['skuId'] ?? '',
      creator: line.texts['creator'] ?? '',
      contentType: line.contentType,
      contentId: line.ids['contentId'] ?? null,
      status: line.status,
      role: line.role,
      day: dayOfNumber(line.day),
      createdLocal: created === null ? '' : localText(created),
      timezone: shop.timezone,
      quantity: line.numbers['quantity'] ?? 0,
      payment: line.numbers['payment'] ?? 0,
      refund: line.refund,
      commission: line.commission,
      columns: columnsOf(line),
      batchId: line.batchId,
      fileName,
      row: line.row,
    },
  ]
}

function columnsOf(line: FactLine): OrderLine['columns'] {
  // The keys are exactly the columns.
  const names = Object.keys(ORDER_COLUMNS) as OrderColumn[]
  return Object.fromEntries(names.map((name) => [name, cellOf(line, name)]))
}

function cellOf(line: FactLine, name: OrderColumn): string | number | null {
  switch (ORDER_COLUMNS[name]) {
    case 'id':
      return line.ids[name] ?? null
    case 'status':
      return line.status
    case 'contentType':
      return line.contentType
    case 'flag':
      return line.fullyReturned === null ? null : Number(line.fullyReturned)
    case 'time': {
      const second = line.numbers[name] ?? null
      return second === null ? null : localText(second)
    }
    case 'money':
    case 'rate':
    case 'count':
      return line.numbers[name] ?? null
    case 'text':
    case 'handle':
    case 'currency':
      return line.texts[name] ?? null
  }
}
