/**
 * Texts side by side on paper, Chinese left and English right, or one of them over the whole width. Lines of both stand at the
 * same height; a heading never ends a page, and a page never begins or ends with a single line of a longer paragraph.
 */

import type { ContractLanguage } from '../../../shared/domain/contract-body'
import { linesOf } from '../documents/paper'
import type { Weight } from '../documents/fonts'

export type Texts = Readonly<Record<ContractLanguage, string>>

const GAP = 20
const SIZE = 9
export const LINE = 14

export interface Sheet {
  readonly page: PDFKit.PDFDocument
  readonly languages: readonly ContractLanguage[]
}

export const leftOf = ({ page }: Sheet): number => page.page.margins.left
export const widthOf = ({ page }: Sheet): number => page.page.width - page.page.margins.left - page.page.margins.right
const bottomOf = (page: PDFKit.PDFDocument): number => page.page.height - page.page.margins.bottom

/** Goes to the next page where less than this is left of the page. */
export function needRoom({ page }: Sheet, points: number): void {
  if (page.y + points > bottomOf(page) && page.y > page.page.margins.top) page.addPage()
}

interface Block {
  readonly weight: Weight
  readonly lines: readonly (readonly string[])[]
  readonly length: number
}

function columnWidth(sheet: Sheet): number {
  const count = sheet.languages.length
  return (widthOf(sheet) - GAP * (count - 1)) / count
}

function blockOf(sheet: Sheet, texts: Texts, weight: Weight): Block {
  sheet.page.font(weight).fontSize(SIZE)
  const lines = sheet.languages.map((language) => linesOf(sheet.page, texts[language], columnWidth(sheet)))
  return { weight, lines, length: Math.max(0, ...lines.map((column) => column.length)) }
}

/** A heading and the paragraphs below it, in all languages. */
export function drawClause(sheet: Sheet, heading: Texts, paragraphs: readonly Texts[]): void {
  const title = blockOf(sheet, heading, 'bold')
  const blocks = paragraphs.map((texts) => blockOf(sheet, texts, 'regular'))
  const first = Math.min(blocks[0]?.length ?? 0, 3)
  needRoom(sheet, (title.length + first) * LINE + 6)
  drawLines(sheet, title, 0, title.length)
  sheet.page.y += 2
  for (const block of blocks) drawBlock(sheet, block)
  sheet.page.y += 6
}

function drawBlock(sheet: Sheet, block: Block): void {
  const { page } = sheet
  for (let from = 0; from < block.length;) {
    const room = Math.floor((bottomOf(page) - page.y) / LINE)
    const left = block.length - from
    // Two lines at least on either side of a page's end.
    const count = left <= room ? left : Math.min(room, left - 2)
    if (count < 2 && left > room && page.y > page.page.margins.top) {
      page.addPage()
      continue
    }
    drawLines(sheet, block, from, from + Math.max(1, count))
    from += Math.max(1, count)
    if (from < block.length) page.addPage()
  }
  page.y += 3
}

function drawLines(sheet: Sheet, { weight, lines }: Block, from: number, to: number): void {
  const { page } = sheet
  page.font(weight).fontSize(SIZE)
  const top = page.y
  const width = columnWidth(sheet)
  for (const [column, texts] of lines.entries())
    for (const [at, line] of texts.slice(from, to).entries())
      page.text(line, leftOf(sheet) + column * (width + GAP), top + at * LINE, { lineBreak: false })
  page.x = leftOf(sheet)
  page.y = top + (to - from) * LINE
}

/** A thin line across the page. */
export function drawRule(sheet: Sheet, color = '#cccccc'): void {
  const { page } = sheet
  page
    .moveTo(leftOf(sheet), page.y)
    .lineTo(leftOf(sheet) + widthOf(sheet), page.y)
    .lineWidth(0.5)
    .stroke(color)
  page.y += 6
}
