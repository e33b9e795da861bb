/** A proof pack on paper: what is said, the sample, what happened, the files with their hashes, the seal. Chinese above English. */

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { blobPath } from '../../../db/blob-store'
import type { AttachmentRow } from '../../../db/repositories/attachments'
import type { CheckedSeal } from '../../../shared/contract/sample-proof'
import { dayInZone, minuteInZone } from '../../../shared/domain/days'
import type { Denial, ProofLine } from '../../../shared/domain/proof'
import {
  type Both,
  DENIAL_WORDS,
  lineWords,
  PACK,
  PROOF_KIND_WORDS,
  SEAL_WORDS,
  STANDING_WORDS,
} from '../../../shared/domain/proof-words'
import { proofKind } from './facts'

export interface Pack {
  readonly denial: Denial
  readonly note: string
  /** Shop, creator, product and numbers, each under its two words. */
  readonly sample: readonly (readonly [Both, string])[]
  readonly lines: readonly ProofLine[]
  readonly files: readonly AttachmentRow[]
  readonly pictures: ReadonlyMap<string, Buffer>
  readonly checked: CheckedSeal
  readonly zone: string
  readonly at: number
}

/** Larger pictures are named and not shown: paper is no place for them. */
const MAX_PICTURE_BYTES = 12 * 1024 ** 2
const PICTURE: readonly { readonly magic: readonly number[] }[] = [
  { magic: [0xff, 0xd8, 0xff] },
  { magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
]

/** The attached JPEG and PNG pictures that can be shown, by the file's id; told by their first bytes, whatever their name is. */
export async function picturesOf(
  workspace: string,
  files: readonly AttachmentRow[],
  { files: standings }: CheckedSeal,
): Promise<ReadonlyMap<string, Buffer>> {
  const whole = new Set(standings.filter(({ standing }) => standing === 'whole').map(({ id }) => id))
  const pictures = new Map<string, Buffer>()
  for (const file of files) {
    const source = blobPath(workspace, file.sha256)
    if (!whole.has(file.id) || file.size > MAX_PICTURE_BYTES || !existsSync(source)) continue
    const bytes = await readFile(source)
    if (PICTURE.some(({ magic }) => magic.every((byte, at) => bytes[at] === byte))) pictures.set(file.id, bytes)
  }
  return pictures
}

export function drawPack(page: PDFKit.PDFDocument, pack: Pack): void {
  heading(page, PACK.title, 18)
  facts(page, pack)
  section(page, PACK.claim)
  both(page, DENIAL_WORDS[pack.denial])
  if (pack.note !== '') page.moveDown(0.4).font('regular').fontSize(10).text(pack.note)
  timeline(page, pack)
  proofs(page, pack)
  seal(page, pack)
}

function facts(page: PDFKit.PDFDocument, { sample, zone, at }: Pack): void {
  page.moveDown(0.6)
  for (const [[zh, en], value] of sample) {
    page.font('bold').fontSize(9).text(`${zh} ${en}: `, { continued: true }).font('regular').text(value)
  }
  page.font('bold').fontSize(9).text(`${PACK.made[0]} ${PACK.made[1]}: `, { continued: true })
  page.font('regular').text(`${clock(at, zone)} (${zone})`)
}

function timeline(page: PDFKit.PDFDocument, { lines, zone }: Pack): void {
  section(page, PACK.timeline)
  page.font('regular').fontSize(8).text(`${PACK.zone[0]} / ${PACK.zone[1]}: ${zone}`).moveDown(0.4)
  for (const line of lines) {
    const [zh, en] = lineWords(line)
    const who = line.person === null ? '' : `  ·  ${PACK.by[0]} ${PACK.by[1]} ${line.person}`
    page
      .font('bold')
      .fontSize(9)
      .text(line.at === null ? '—' : clock(line.at, zone), { continued: true })
    page.font('regular').text(`  ${zh}${who}`)
    page.font('regular').fontSize(8).text(en).moveDown(0.3)
  }
}

function proofs(page: PDFKit.PDFDocument, { files, pictures, checked, zone }: Pack): void {
  section(page, PACK.proofs)
  if (files.length === 0) both(page, PACK.none)
  const standings = new Map(checked.files.map(({ id, standing }) => [id, standing]))
  for (const file of files) {
    const [kindZh, kindEn] = PROOF_KIND_WORDS[proofKind(file)]
    const [zh, en] = STANDING_WORDS[standings.get(file.id) ?? 'missing']
    page.moveDown(0.4).font('bold').fontSize(9).text(`${kindZh} ${kindEn}: ${file.name}`)
    page.font('regular').fontSize(8)
    page.text(
      `${file.size} ${PACK.size[0]} ${PACK.size[1]}  ·  ${clock(file.addedAt, zone)}  ·  ${file.addedBy}  ·  ${zh} / ${en}`,
    )
    page.text(`SHA-256 ${file.sha256}`)
    const picture = pictures.get(file.id)
    if (picture !== undefined) drawPicture(page, picture)
  }
}

/** A picture that begins as one and cannot be read is left out: its hash stands above all the same. */
function drawPicture(page: PDFKit.PDFDocument, picture: Buffer): void {
  const [width, height] = [300, 220]
  try {
    if (page.y + height > page.page.height - page.page.margins.bottom) page.addPage()
    page.image(picture, page.page.margins.left, page.y + 4, { fit: [width, height] })
    page.y += height + 8
  } catch (error) {
    page.text(error instanceof Error ? `[${error.message}]` : '[?]')
  }
}

function seal(page: PDFKit.PDFDocument, { checked }: Pack): void {
  section(page, PACK.seal)
  const color = checked.seal === 'broken' ? '#b00020' : '#000000'
  page.fillColor(color)
  both(page, SEAL_WORDS[checked.seal])
  page.font('regular').fontSize(9).text(checked.hash).fillColor('#000000').moveDown(0.5)
  page.fontSize(8)
  for (const words of [PACK.how, PACK.limit]) for (const text of words) page.text(text)
}

function section(page: PDFKit.PDFDocument, words: Both): void {
  page.moveDown(0.9)
  heading(page, words, 12)
  page.moveDown(0.3)
}

function heading(page: PDFKit.PDFDocument, [zh, en]: Both, size: number): void {
  page.font('bold').fontSize(size).text(zh)
  page
    .font('regular')
    .fontSize(Math.max(9, size - 4))
    .text(en)
}

function both(page: PDFKit.PDFDocument, [zh, en]: Both): void {
  page.font('regular').fontSize(10).text(zh).fontSize(9).text(en)
}

/** `2026-03-08 14:05` of a zone's clock. */
function clock(at: number, zone: string): string {
  const minute = minuteInZone(at, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayInZone(at, zone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
