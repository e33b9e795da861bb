/**
 * A creator's statement on paper, Chinese above English: the sums, every order line, and for each that did not go as
 * estimated the file and the row where the platform says so.
 */

import { Pacer } from '../../../db/facts/pacer'
import { decimalsOf } from '../../../shared/domain/currencies'
import { dayInZone } from '../../../shared/domain/days'
import {
  CAUSE_WORDS,
  type Both,
  feeWords,
  STATEMENT_WORDS as WORDS,
  STATUS_WORDS,
} from '../../../shared/domain/statement-words'
import {
  feeTotals,
  type StatementFee,
  type StatementFigures,
  type StatementLine,
} from '../../../shared/domain/statements'
import { CAUSES } from '../../../shared/domain/settlement'
import { withoutPictures, writePdf } from '../documents/pdf'

export interface StatementPaper {
  readonly number: string
  readonly shop: string
  readonly creator: string
  readonly month: string
  readonly currency: string
  readonly timezone: string
  readonly basis: 'closed' | 'now'
  readonly figures: StatementFigures
  readonly lines: readonly StatementLine[]
  readonly fees: readonly StatementFee[]
  readonly sha256: string
  readonly at: number
}

type Page = PDFKit.PDFDocument

export function writeStatement(file: string, paper: StatementPaper): Promise<{ file: string }> {
  const { number, month, creator, at } = paper
  const title = `${WORDS.title[0]} ${WORDS.title[1]} ${creator} ${month} ${number}`
  return writePdf(file, { title, language: 'zh-CN', at, margin: 40 }, async (page) => {
    head(page, paper)
    sums(page, paper)
    fees(page, paper)
    await table(page, paper)
    await proofs(page, paper)
    seal(page, paper)
  })
}

function both([zh, en]: Both): string {
  return `${zh} ${en}`
}

function head(page: Page, { number, shop, creator, month, currency, timezone, basis, at }: StatementPaper): void {
  page.font('bold').fontSize(18).text(WORDS.title[0])
  page.font('regular').fontSize(11).text(WORDS.title[1]).moveDown(0.6)
  fact(page, WORDS.creator, `@${creator}`)
  fact(page, WORDS.shop, withoutPictures(shop))
  fact(page, WORDS.month, `${month} (${timezone})`)
  fact(page, WORDS.currency, currency)
  fact(page, WORDS.number, number)
  fact(page, WORDS.made, dayInZone(at, timezone))
  fact(page, WORDS.basis, `${WORDS[basis][0]} / ${WORDS[basis][1]}`)
}

function fact(page: Page, words: Both, value: string): void {
  page
    .font('bold')
    .fontSize(9)
    .text(`${both(words)}: `, { continued: true })
  page.font('regular').text(value)
}

function sums(page: Page, { figures, currency }: StatementPaper): void {
  heading(page, WORDS.summary)
  const { orders, lines, gmv, refunds, estimated, actual, settled, pending, adjustments } = figures
  const money = (amount: number) => inMoney(amount, currency)
  sum(page, WORDS.orders, `${orders} (${WORDS.lines[0]} ${lines})`)
  sum(page, WORDS.gmv, money(gmv))
  sum(page, WORDS.refunds, money(-refunds))
  sum(page, WORDS.estimated, money(estimated))
  for (const cause of CAUSES) if (adjustments[cause] !== 0) sum(page, CAUSE_WORDS[cause], money(adjustments[cause]), 12)
  page.font('bold')
  sum(page, WORDS.actual, `${money(actual)} ${currency}`)
  page.font('regular')
  sum(page, WORDS.settled, money(settled), 12)
  sum(page, WORDS.pending, money(pending), 12)
}

/** A section of its own with totals of its own: commission and fees are paid by others, and not in one currency. */
function fees(page: Page, { fees: all }: StatementPaper): void {
  if (all.length === 0) return
  heading(page, WORDS.fees)
  for (const text of WORDS.feesHow) page.fontSize(8).text(text)
  page.moveDown(0.3)
  for (const fee of all) {
    roomFor(page, 14)
    const { kind, state } = feeWords(fee)
    const words: Both = [`${both(kind)} · ${both(WORDS.due)} ${fee.dueDay}`, `· ${both(state)}`]
    sum(page, words, `${inMoney(fee.amount, fee.currency)} ${fee.currency}`)
  }
  page.font('bold')
  for (const { currency, amount } of feeTotals(all))
    sum(page, [`${both(WORDS.feeTotal)} ${currency}`, ''], `${inMoney(amount, currency)} ${currency}`)
  page.font('regular')
}

function sum(page: Page, words: Both, value: string, indent = 0): void {
  const { left } = page.page.margins
  const { y } = page
  page.fontSize(9).text(both(words), left + indent, y, { width: 300, lineBreak: false })
  page.text(value, left + 300, y, { width: 160, align: 'right', lineBreak: false })
  page.x = left
  page.y = y + 14
}

function heading(page: Page, words: Both): void {
  page.moveDown(0.9)
  roomFor(page, 60)
  page.x = page.page.margins.left
  page.font('bold').fontSize(12).text(both(words)).moveDown(0.3)
  page.font('regular')
}

function roomFor(page: Page, height: number): void {
  if (page.y + height > page.page.height - page.page.margins.bottom) page.addPage()
}

interface Column {
  readonly words: Both
  readonly at: number
  readonly width: number
  readonly align: 'left' | 'right'
}

/** Points from the left margin; 515 fit between the margins of A4. */
const COLUMNS: readonly Column[] = [
  { words: WORDS.order, at: 0, width: 88, align: 'left' },
  { words: WORDS.day, at: 90, width: 46, align: 'left' },
  { words: WORDS.product, at: 138, width: 92, align: 'left' },
  { words: WORDS.quantity, at: 230, width: 18, align: 'right' },
  { words: WORDS.returned, at: 250, width: 18, align: 'right' },
  { words: ['GMV', 'GMV'], at: 270, width: 52, align: 'right' },
  { words: WORDS.refunds, at: 324, width: 46, align: 'right' },
  { words: ['预估', 'Est.'], at: 372, width: 44, align: 'right' },
  { words: ['实际', 'Actual'], at: 418, width: 44, align: 'right' },
  { words: WORDS.status, at: 466, width: 49, align: 'left' },
]
const ROW = 12

/** Others have their turn meanwhile: a thousand lines take more than half a second. */
async function table(page: Page, paper: StatementPaper): Promise<void> {
  const pacer = new Pacer()
  heading(page, WORDS.details)
  columnHeads(page)
  for (const line of paper.lines) {
    if (page.y + ROW > page.page.height - page.page.margins.bottom) {
      page.addPage()
      columnHeads(page)
    }
    cells(page, rowOf(line, paper.currency))
    await pacer.breathe()
  }
}

function columnHeads(page: Page): void {
  page.font('bold').fontSize(7)
  cells(
    page,
    COLUMNS.map(({ words }) => words[0]),
  )
  cells(
    page,
    COLUMNS.map(({ words }) => words[1]),
  )
  page.font('regular')
}

function cells(page: Page, texts: readonly string[]): void {
  const { left } = page.page.margins
  const { y } = page
  page.fontSize(7)
  for (const [i, { at, width, align }] of COLUMNS.entries()) {
    const text = texts[i] ?? ''
    if (text !== '') page.text(text, left + at, y, { width, align, lineBreak: false })
  }
  page.x = left
  page.y = y + ROW
}

function rowOf(line: StatementLine, currency: string): string[] {
  const cause =
    line.cause === null || line.actual === line.estimated ? STATUS_WORDS[line.status] : CAUSE_WORDS[line.cause]
  return [
    line.orderId,
    line.day,
    shortened(withoutPictures(line.productName) || line.productId),
    String(line.quantity),
    line.returned === 0 ? '' : String(line.returned),
    inMoney(line.gmv, currency),
    line.refund === 0 ? '' : inMoney(-line.refund, currency),
    inMoney(line.estimated, currency),
    inMoney(line.actual, currency),
    line.changedSince ? `${cause[0]} *` : cause[0],
  ]
}

/** Of a name what fits one cell: a wide letter counts twice. */
function shortened(text: string, most = 24): string {
  let width = 0
  let kept = ''
  for (const letter of text) {
    width += /[\u2E80-\uFFFF]/u.test(letter) ? 2 : 1
    if (width > most) return `${kept}…`
    kept += letter
  }
  return text
}

async function proofs(page: Page, { lines, currency }: StatementPaper): Promise<void> {
  const proven = lines.filter(({ proof, changedSince }) => proof !== null || changedSince)
  if (proven.length === 0) return
  heading(page, WORDS.proof)
  for (const text of WORDS.proofHow) page.fontSize(8).text(text)
  page.moveDown(0.3)
  const pacer = new Pacer()
  for (const line of proven) {
    roomFor(page, 24)
    page.fontSize(7).text(proofOf(line, currency), { lineGap: 1 })
    await pacer.breathe()
  }
}

function proofOf(line: StatementLine, currency: string): string {
  const { orderId, status, quantity, returned, fullyReturned, refund, estimated, actual, cause, proof, changedSince } =
    line
  return [
    orderId,
    both(STATUS_WORDS[status]),
    `${WORDS.returned[0]} ${returned}/${quantity}${fullyReturned ? ` ${both(CAUSE_WORDS.refund)}` : ''}`,
    refund === 0 ? null : `${both(WORDS.refunds)} ${inMoney(-refund, currency)}`,
    `${inMoney(estimated, currency)} → ${inMoney(actual, currency)}`,
    cause === null ? null : both(CAUSE_WORDS[cause]),
    proof === null ? both(WORDS.noFile) : `${both(WORDS.file)} ${proof.file}, ${both(WORDS.row)} ${proof.row}`,
    changedSince ? `* ${both(WORDS.changed)}` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function seal(page: Page, { sha256 }: StatementPaper): void {
  heading(page, WORDS.digest)
  page.fontSize(8).text(`SHA-256 ${sha256}`)
  for (const text of WORDS.digestHow) page.fontSize(7).text(text)
}

/** `1,234.50`: by hand, because a formatter for each of many thousand cells takes seconds. */
export function inMoney(amount: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')
  const rest = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${amount < 0 ? '-' : ''}${whole}${rest}`
}
