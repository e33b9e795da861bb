/** A brief drawn on paper. Its words come from `briefSheet`. */

import type { BriefSheet } from '../../../shared/domain/brief-sheet'

const MUTED = '#555555'

export function drawBrief(page: PDFKit.PDFDocument, { title, facts, sections, foot }: BriefSheet): void {
  page.font('bold').fontSize(18).text(title).moveDown(0.6)
  page.fontSize(10)
  for (const { name, value } of facts) {
    page.font('bold').text(`${name}: `, { continued: true })
    page.font('regular').text(value.replaceAll('\n', ', '))
  }
  page.moveDown(0.6)
  for (const { heading, texts } of sections) {
    keepTogether(page)
    page.font('bold').fontSize(12).text(heading).moveDown(0.2)
    page.font('regular').fontSize(11)
    for (const text of texts) {
      for (const line of text.split('\n')) page.text(line === '' ? ' ' : line)
      page.moveDown(0.4)
    }
    page.moveDown(0.2)
  }
  page.font('regular').fontSize(9).fillColor(MUTED).text(foot)
}

/** A heading never stands alone at the foot of a page. */
function keepTogether(page: PDFKit.PDFDocument): void {
  const room = page.page.height - page.page.margins.bottom - page.y
  if (room < page.currentLineHeight() * 4) page.addPage()
}
