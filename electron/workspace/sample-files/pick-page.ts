/** The pick list on paper: what to take from the shelf, how many are there, and for whom. */

import type { PickGroup, PickList } from '../../../shared/contract/sample-files'
import { PRINT_WORDS, type PrintLanguage } from './print-words'

const LINE = 13
/** Widths of the columns in points; the product takes the rest. */
const WIDTHS = { sku: 120, pieces: 56, onHand: 52, floor: 44, done: 40 } as const

export interface PickHead {
  readonly shop: string | null
  readonly day: string
  readonly language: PrintLanguage
}

export function drawPickList(page: PDFKit.PDFDocument, { groups }: PickList, { shop, day, language }: PickHead): void {
  const words = PRINT_WORDS[language]
  const samples = groups.flatMap((group) => group.samples)
  const pieces = groups.reduce((sum, group) => sum + group.toPack, 0)
  const packed = groups.reduce((sum, group) => sum + group.packed, 0)
  page
    .font('bold')
    .fontSize(16)
    .text(`${words.title} · ${shop ?? words.allShops}`)
  const sums = [day, words.total(pieces, samples.filter(({ state }) => state === 'approved').length)]
  page
    .font('regular')
    .fontSize(10)
    .text([...sums, ...(packed > 0 ? [words.packed(packed)] : [])].join(' · '))
  page.moveDown()
  if (groups.length === 0) {
    page.text(words.nothing)
    return
  }
  drawRow(page, words.columns, 'bold')
  for (const group of groups) drawGroup(page, group, language)
}

type Cells = Readonly<Record<'sku' | 'product' | 'pieces' | 'onHand' | 'floor' | 'done', string>>

function drawRow(page: PDFKit.PDFDocument, cells: Cells, font: 'regular' | 'bold'): void {
  room(page, LINE * 2)
  const { left, right } = page.page.margins
  const total = page.page.width - left - right
  const { sku, pieces, onHand, floor, done } = WIDTHS
  const product = total - sku - pieces - onHand - floor - done
  const y = page.y
  page.font(font).fontSize(9.5)
  let x = left
  const cell = (text: string, width: number, align: 'left' | 'right') => {
    page.text(text, x, y, { width: width - 6, height: LINE, ellipsis: true, align })
    x += width
  }
  cell(cells.sku, sku, 'left')
  cell(cells.product, product, 'left')
  cell(cells.pieces, pieces, 'right')
  cell(cells.onHand, onHand, 'right')
  cell(cells.floor, floor, 'right')
  cell(cells.done, done, 'right')
  page.x = left
  page.y = y + LINE
  page
    .moveTo(left, page.y)
    .lineTo(left + total, page.y)
    .lineWidth(0.5)
    .strokeColor('#999999')
    .stroke()
  page.y += 4
}

function drawGroup(page: PDFKit.PDFDocument, group: PickGroup, language: PrintLanguage): void {
  const words = PRINT_WORDS[language]
  const figure = (value: number | null) => (value === null ? '–' : String(value))
  const product = [group.product, group.variation].filter((part) => part).join(' · ')
  drawRow(
    page,
    {
      sku: group.sellerSku ?? group.skuId ?? group.productId,
      product,
      pieces: String(group.toPack),
      onHand: figure(group.onHand),
      floor: figure(group.floor),
      done: '[  ]',
    },
    'bold',
  )
  for (const sample of group.samples) {
    room(page, LINE)
    const mark = sample.state === 'packed' ? '[x]' : '[  ]'
    const parts = [`${mark} @${sample.handle}`, words.pieces(sample.quantity), sample.code]
    if (sample.orderId !== null) parts.push(`${words.order} ${sample.orderId}`)
    if (!sample.hasAddress) parts.push(words.noAddress)
    page.font('regular').fontSize(9.5)
    page.text(parts.join('   '), page.page.margins.left + 12, page.y, { height: LINE, ellipsis: true })
  }
  page.x = page.page.margins.left
  page.y += 8
}

/** A new page where so much does not fit on this one. */
function room(page: PDFKit.PDFDocument, height: number): void {
  if (page.y + height > page.page.height - page.page.margins.bottom) page.addPage()
}
