/**
 * A version of a contract as PDF: both languages side by side, who signs, the version's hash on each page; behind it, when asked
 * for, the audit page. Made of the version alone, not of the clock: the same facts give the same file, byte for byte.
 */

import type { SigningParty } from '../../../shared/domain/signing'
import { writePdf } from '../documents/pdf'
import { drawAudit } from './audit-page'
import type { CheckedFacts } from './checking'
import { drawClause, drawRule, leftOf, needRoom, type Sheet, widthOf } from './columns'
import type { ContractFacts, PaperSignature, ReadableVersion } from './facts'
import {
  clock,
  governsWords,
  headingOf,
  lastMoment,
  methodOf,
  paragraphsOf,
  signatureOf,
  signingParties,
} from './paper-facts'
import { VERSION_MARK } from './signed-file'
import { METHOD_WORDS, PAPER, PARTY_WORDS } from './words'

export interface PaperInput {
  readonly facts: ContractFacts
  readonly version: ReadableVersion
  /** The drawn signatures that can be shown, by the signature's id. */
  readonly drawings: ReadonlyMap<string, Buffer>
  /** Null: without an audit page. */
  readonly audit: CheckedFacts | null
}

const MARGIN = 48
const MUTED = '#555555'

export function writeContractPdf(file: string, input: PaperInput): Promise<{ file: string }> {
  const { version, facts } = input
  const { words } = version
  const options = {
    title: words.title === '' ? PAPER.number.join(' ') : words.title,
    language: words.languages[0] === 'en' ? 'en' : 'zh-CN',
    // A PDF to be signed says nothing of what happens later.
    at: input.audit === null ? version.at : lastMoment(facts),
    subject: `${VERSION_MARK}${version.sha256}`,
    margin: MARGIN,
    bufferPages: true,
  }
  return writePdf(file, options, (page) => {
    const sheet = { page, languages: words.languages }
    drawHead(sheet, input)
    for (const [at, clause] of words.clauses.entries()) drawClause(sheet, headingOf(clause, at), paragraphsOf(clause))
    drawSignatures(sheet, input)
    if (input.audit !== null) drawAudit(sheet, input)
    drawFeet(sheet, version)
  })
}

function drawHead(sheet: Sheet, { version }: PaperInput): void {
  const { page } = sheet
  const { words } = version
  page.font('bold').fontSize(17).text(words.title, { align: 'center' }).moveDown(0.3)
  const line = [
    words.number && `${PAPER.number.join(' ')}: ${words.number}`,
    `${PAPER.version.join(' ')} ${version.version}`,
  ]
  page.font('regular').fontSize(8.5).fillColor(MUTED).text(line.filter(Boolean).join('   ·   '), { align: 'center' })
  const governs = governsWords(words)
  if (governs !== null) page.text(governs.join(' '), { align: 'center' })
  page.fillColor('black').moveDown(0.8)
  for (const party of signingParties(words)) {
    page
      .font('bold')
      .fontSize(9.5)
      .text(`${PARTY_WORDS[party].join(' ')}:  `, { continued: true })
    page.font('regular').text(words.parties[party] === '' ? '____________________' : words.parties[party])
  }
  page.moveDown(0.5)
  drawRule(sheet)
}

const BOX = 104

function drawSignatures(sheet: Sheet, input: PaperInput): void {
  const { page } = sheet
  const parties = signingParties(input.version.words)
  const gap = 16
  const width = (widthOf(sheet) - gap * (parties.length - 1)) / parties.length
  needRoom(sheet, BOX + 30)
  drawRule(sheet)
  page.font('bold').fontSize(11).text(PAPER.signatures.join(' '), leftOf(sheet)).moveDown(0.3)
  const top = page.y
  for (const [at, party] of parties.entries())
    drawBox(sheet, input, party, { x: leftOf(sheet) + at * (width + gap), y: top, width })
  page.x = leftOf(sheet)
  page.y = top + BOX + 8
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

function drawBox({ page }: Sheet, { facts, version, drawings }: PaperInput, party: SigningParty, place: Place): void {
  const { x, y, width } = place
  const signature = signatureOf(facts, version, party)
  page.font('bold').fontSize(9).text(PARTY_WORDS[party].join(' '), x, y, { width, lineBreak: false })
  page
    .font('regular')
    .fontSize(8)
    .fillColor(MUTED)
    .text(PAPER.signature.join(' '), x, y + 16, { lineBreak: false })
  const drawing = signature === null ? undefined : drawings.get(signature.id)
  if (drawing !== undefined) drawPicture(page, drawing, { x, y: y + 26, width })
  page
    .moveTo(x, y + 66)
    .lineTo(x + width, y + 66)
    .lineWidth(0.7)
    .stroke('black')
  page.fillColor('black')
  const name = signature?.signer ?? version.words.parties[party]
  page
    .fontSize(8)
    .text(`${PAPER.name.join(' ')}:  ${name}`, x, y + 70, { width, height: 12, ellipsis: true, lineBreak: false })
  const day = signature === null ? '____________' : clock(signature.at, facts.zone)
  page.text(`${PAPER.date.join(' ')}:  ${day}`, x, y + 82, { lineBreak: false })
  if (signature !== null)
    page
      .fontSize(7)
      .fillColor(MUTED)
      .text(howSigned(signature), x, y + 94, { width, height: 11, ellipsis: true, lineBreak: false })
  page.fillColor('black')
}

function howSigned(signature: PaperSignature): string {
  const [zh, en] = METHOD_WORDS[methodOf(signature.method)]
  return `${zh} ${en}`
}

/** One that cannot be read is left out: who signed and its hash stand there all the same. */
function drawPicture(page: PDFKit.PDFDocument, picture: Buffer, { x, y, width }: Place): void {
  try {
    page.image(picture, x, y, { fit: [Math.min(width, 160), 38], valign: 'bottom' })
  } catch {
    page.text('[?]', x, y, { lineBreak: false })
  }
}

/** On each page its number and the version that it belongs to. */
function drawFeet(sheet: Sheet, version: ReadableVersion): void {
  const { page } = sheet
  const { start, count } = page.bufferedPageRange()
  for (let at = 0; at < count; at += 1) {
    page.switchToPage(start + at)
    const y = page.page.height - MARGIN + 12
    const pages = PAPER.page.map((word) => word.replace('{page}', String(at + 1)).replace('{pages}', String(count)))
    page.font('regular').fontSize(7).fillColor(MUTED)
    const words = `${PAPER.version.join(' ')} ${version.version}   ·   SHA-256 ${version.sha256}`
    page.text(words, leftOf(sheet), y, { lineBreak: false })
    const number = pages.join(' · ')
    page.text(number, leftOf(sheet) + widthOf(sheet) - page.widthOfString(number), y, { lineBreak: false })
  }
}
