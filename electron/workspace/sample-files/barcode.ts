/** Code 128 as bars: what every hand scanner reads, drawn as lines and not as a picture, so that no printer blurs it. */

import { code128 } from 'bwip-js/node'

export interface Bar {
  /** From the left edge, in modules. */
  readonly left: number
  readonly width: number
}

export interface Barcode {
  readonly bars: readonly Bar[]
  /** Modules, without the quiet zones. */
  readonly width: number
}

export function barcodeOf(text: string): Barcode {
  const bars: Bar[] = []
  const unused = () => undefined
  return code128<Barcode>(
    { bcid: 'code128', text, scale: 1, includetext: false },
    {
      scale: () => null,
      measure: () => ({ width: 0, ascent: 0, descent: 0 }),
      init: unused,
      // A bar comes as a line through its middle, half a module to the right where its width is odd.
      line: (x0, _y0, _x1, _y1, width) => void bars.push({ left: x0 - Math.ceil(width / 2), width }),
      polygon: unused,
      hexagon: unused,
      ellipse: unused,
      fill: unused,
      text: unused,
      end: () => ({ bars, width: Math.max(0, ...bars.map(({ left, width }) => left + width)) }),
    },
  )
}

/** Draws it into this box, with the quiet zone of ten modules on either side that scanners ask for. */
export function drawBarcode(
  page: PDFKit.PDFDocument,
  text: string,
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const code = barcodeOf(text)
  const module = width / (code.width + 20)
  for (const bar of code.bars) page.rect(x + (bar.left + 10) * module, y, bar.width * module, height)
  page.fill('black')
}
