/** Labels: to whom, three lines of where, what is in it, and a bar code that the scanner field understands. */

import type { PackSample } from '../../../shared/contract/sample-files'
import { hasGaps, withoutPictures } from '../documents/pdf'
import { drawBarcode } from './barcode'
import { PRINT_WORDS, type PrintLanguage } from './print-words'

const MM = 72 / 25.4

export const PAPERS = {
  /** Eight labels on a sheet of A4. */
  a4: { size: [210 * MM, 297 * MM], across: 2, down: 4 },
  /** A roll of labels. */
  '100x150': { size: [100 * MM, 150 * MM], across: 1, down: 1 },
} as const satisfies Readonly<
  Record<string, { readonly size: readonly [number, number]; readonly across: number; readonly down: number }>
>
export type Paper = keyof typeof PAPERS

const EDGE = 5 * MM
const BARCODE_HEIGHT = 13 * MM
const BARCODE_WIDTH = 62 * MM

export function drawLabels(
  page: PDFKit.PDFDocument,
  samples: readonly PackSample[],
  paper: Paper,
  language: PrintLanguage,
): void {
  const { size, across, down } = PAPERS[paper]
  const [width, height] = [size[0] / across, size[1] / down]
  if (samples.length === 0) page.fontSize(11).text(PRINT_WORDS[language].nothing, EDGE, EDGE)
  for (const [index, sample] of samples.entries()) {
    const place = index % (across * down)
    if (index > 0 && place === 0) page.addPage()
    const x = (place % across) * width
    const y = Math.floor(place / across) * height
    drawLabel(page, sample, { x, y, width, height }, language)
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawLabel(page: PDFKit.PDFDocument, sample: PackSample, box: Box, language: PrintLanguage): void {
  const words = PRINT_WORDS[language]
  const x = box.x + EDGE
  const width = box.width - 2 * EDGE
  const line = (text: string, y: number, size: number, font: 'regular' | 'bold' = 'regular'): number => {
    page.font(font).fontSize(size).fillColor('black')
    // One line each, cut off rather than run into the next label.
    page.text(text, x, y, { width, height: size * 1.5, ellipsis: true, lineBreak: false })
    return y + size * 1.5
  }
  const name = withoutPictures(sample.recipient ?? '')
  const who = [hasGaps(name) ? '' : name, sample.phone ?? ''].filter((part) => part !== '').join('   ')
  let y = line(who || `@${sample.handle}`, box.y + EDGE, 11, 'bold')
  for (const one of linesOf(sample, language)) y = line(one, y, 10)
  y += 4
  const product = [sample.product, sample.variation].filter((part) => part).join(' · ')
  y = line(`@${sample.handle} · ${sample.shopName}`, y, 8.5)
  y = line(`${words.pieces(sample.quantity)} · ${product}`, y, 8.5)
  const numbers = [
    sample.orderId === null ? '' : `${words.order} ${sample.orderId}`,
    sample.orderId !== null || sample.applicationId === null ? '' : `${words.application} ${sample.applicationId}`,
  ].filter((part) => part !== '')
  line(numbers.join(' · '), y, 8.5)
  const bottom = box.y + box.height - EDGE
  const barcode = { x, y: bottom - BARCODE_HEIGHT - 11, width: Math.min(width, BARCODE_WIDTH), height: BARCODE_HEIGHT }
  drawBarcode(page, sample.code, barcode)
  line(sample.code, bottom - 10, 8)
}

/** Its three lines, or one that says why there are none. */
function linesOf(sample: PackSample, language: PrintLanguage): readonly string[] {
  const { noAddress, hiddenAddress, gaps } = PRINT_WORDS[language]
  if (sample.address === null) return [sample.hasAddress ? hiddenAddress : noAddress]
  return sample.address.some(hasGaps) ? [gaps] : sample.address.map(withoutPictures)
}

/** Whether a label lacks what its parcel needs because its letters cannot be printed. */
export function cannotBePrinted({ recipient, address }: PackSample): boolean {
  return hasGaps(recipient ?? '') || (address ?? []).some(hasGaps)
}
