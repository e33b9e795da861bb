/**
 * A PDF whose text is drawn by several fonts: every letter by the one that has it, lines broken by the widths that are drawn.
 *
 * pdfkit measures with `widthOfString`, lays out with `_text` and draws each laid-out line with `_fragment`, each in the one
 * font that is set. These three are the seam: here they work on runs, so `text` and `heightOfString` are used as ever.
 */

/* oxlint-disable no-underscore-dangle -- pdfkit's own names */

import Pdf from 'pdfkit'

import { drawn, type Face, type FontRun, type HasLetter, runsOf, shaped, withBreaks } from './font-runs'
import { fontFile, type Weight, WEIGHTS } from './fonts'

/** The part of pdfkit's text module that its types leave out. */
interface Inner {
  _font: { readonly ascender: number; readonly font: { hasGlyphForCodePoint: (code: number) => boolean } }
  readonly _fontSize: number
  widthOfString: (text: string, options?: PDFKit.Mixins.TextOptions) => number
  _fragment: (text: string, x: number, y: number, options: LineOptions) => void
  _text: (text: string, ...rest: readonly unknown[]) => unknown
}

interface LineOptions extends PDFKit.Mixins.TextOptions {
  /** Of the laid-out line. */
  readonly lineWidth?: number
  readonly textWidth?: number | undefined
  readonly wordCount?: number | undefined
}

const nameOf = (face: Face, weight: Weight): string => (face === 'main' ? weight : `${weight} ${face}`)

/** A page to draw on; its fonts are `regular` and `bold`. */
export function newPaper(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  // No font of its own: one that is opened under two names is read anew each time it is chosen by the second.
  const page = new Pdf({ ...options, font: '' })
  for (const weight of WEIGHTS) {
    page.registerFont(nameOf('main', weight), fontFile('main', weight))
    page.registerFont(nameOf('thai', weight), fontFile('thai', weight))
  }
  let weight: Weight = 'regular'
  const font = page.font.bind(page)
  page.font = (name: PDFKit.Mixins.PDFFontSource, ...rest: readonly unknown[]) => {
    weight = name === 'bold' ? 'bold' : 'regular'
    return Reflect.apply(font, page, [name, ...rest])
  }
  drawInRuns(page, (face) => font(nameOf(face, weight)))
  return page.font('regular')
}

/** `choose` sets the font of a face in the weight that is set; opened when it is first needed. */
function drawInRuns(page: PDFKit.PDFDocument, choose: (face: Face) => void): void {
  // Proved by the tests that read documents back: a pdfkit without these members draws nothing.
  const inner = page as unknown as Inner
  const [width, fragment, text] = [
    inner.widthOfString.bind(page),
    inner._fragment.bind(page),
    inner._text.bind(page),
  ] as const
  const inFace = <T>(face: Face, work: () => T): T => {
    const before = inner._font
    choose(face)
    const done = work()
    inner._font = before
    return done
  }
  const known = new Map<string, boolean>()
  const has = (face: Face, code: number): boolean => {
    const key = `${face}${code}`
    const found = known.get(key) ?? inFace(face, () => inner._font.font.hasGlyphForCodePoint(code))
    known.set(key, found)
    return found
  }
  const widthOf = ({ face, text: run }: FontRun, options: PDFKit.Mixins.TextOptions | undefined): number =>
    inFace(face, () => width(face === 'thai' ? shaped(run) : run, options))
  const runs = (line: string): readonly FontRun[] => runsOf(drawn(line.replaceAll('\n', '')), has)

  inner._text = (line, ...rest) => text(withBreaks(line), ...rest)
  inner.widthOfString = (line, options) => runs(line).reduce((sum, run) => sum + widthOf(run, options), 0)
  inner._fragment = (line, x, y, options) => {
    const all = runs(line)
    if (all.every(({ face }) => face === 'main')) return fragment(all.map((run) => run.text).join(''), x, y, options)
    // One base line for all fonts: that of the first.
    const baseline = options.baseline ?? (-inner._font.ascender / 1000) * inner._fontSize
    let at = x + startOf(options, options.lineWidth ?? 0, inner.widthOfString(line.trimEnd(), options))
    for (const run of all) {
      const wide = widthOf(run, options)
      const draw = (drawnText: string): void =>
        inFace(run.face, () =>
          fragment(drawnText, at, y, { ...options, align: 'left', baseline, textWidth: wide, wordCount: undefined }),
        )
      if (run.face === 'thai') asWritten(page, run.text, () => draw(shaped(run.text)))
      else draw(run.text)
      at += wide
    }
  }
}

/**
 * Marks above and below letters are drawn where they belong; what is copied and searched is the text as it was written. Readers
 * place that text by the coordinates that hold where the span ends, so it stands inside of what is turned for drawing.
 */
function asWritten(page: PDFKit.PDFDocument, text: string, draw: () => void): void {
  const add = page.addContent.bind(page)
  const within = (content: unknown): PDFKit.PDFDocument => {
    page.addContent = add
    if (content === 'ET') page.endMarkedContent()
    add(content)
    if (content === 'BT') page.markContent('Span', { actual: text })
    page.addContent = within
    return page
  }
  page.addContent = within
  draw()
  page.addContent = add
}

/** How far into its line a text begins; a line of several fonts is never stretched. */
function startOf({ align, width }: LineOptions, lineWidth: number, textWidth: number): number {
  if (!width || (align !== 'right' && align !== 'center')) return 0
  return (lineWidth - textWidth) / (align === 'center' ? 2 : 1)
}

/** The lines that a text takes in a column of this width, in the font and size that are set. */
export function linesOf(page: PDFKit.PDFDocument, text: string, width: number): readonly string[] {
  // As above.
  const inner = page as unknown as Inner
  const { x, y } = page
  const lines: string[] = []
  inner._text(text, 0, 0, { width, height: Infinity }, (line: string) => lines.push(line.trimEnd()))
  page.x = x
  page.y = y
  return lines
}

/** Which letters the fonts have, for documents that are not drawn here. */
export function letters(): HasLetter {
  const page = newPaper({})
  // As above.
  const inner = page as unknown as Inner
  return (face, code) => {
    page.font(nameOf(face, 'regular'))
    return inner._font.font.hasGlyphForCodePoint(code)
  }
}
