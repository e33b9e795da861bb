/**
 * PDFs that open anywhere: Chinese, Thai and Latin text in embedded, subset fonts, which can be searched and copied.
 *
 * Written beside its place first: a failure leaves what was there before.
 */

import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'

import { AppError } from '../../../shared/errors'
import { newPaper } from './paper'

/** Scripts that the embedded fonts have no letters for. */
const NO_LETTERS =
  /[\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Tamil}]/u

/** Whether a text would be printed with gaps. */
export function hasGaps(text: string): boolean {
  return NO_LETTERS.test(text)
}

/** With what they are made up of: tones of skin, letters of flags, joiners, keycaps. */
const PICTURES = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3/gu

/** A text without the pictures that people put into names: no font of a document has them. */
export function withoutPictures(text: string): string {
  return text.replaceAll(PICTURES, '').replaceAll(/ {2,}/gu, ' ').trim()
}

export interface PdfOptions {
  readonly title: string
  readonly language: string
  /** UTC epoch ms: equal documents made at one time are equal files. */
  readonly at: number
  /** Width and height in points; A4 unless said otherwise. */
  readonly size?: readonly [number, number]
  /** Points on every side. */
  readonly margin?: number
  /** Pages are kept until the end, for what is written on all of them once their number is known. */
  readonly bufferPages?: boolean
  /** What programs may find in it, without opening its pages. */
  readonly subject?: string
}

/** Writes what `draw` draws, in one turn or in many. Refuses with `export.notWritable` when the place cannot be written. */
export async function writePdf(
  file: string,
  { title, language, at, size, margin = 56, bufferPages = false, subject }: PdfOptions,
  draw: (page: PDFKit.PDFDocument) => void | Promise<void>,
): Promise<{ file: string }> {
  const part = `${file}.part`
  const page = newPaper({
    size: size === undefined ? 'A4' : [...size],
    margin,
    bufferPages,
    lang: language,
    info: {
      Title: title,
      ...(subject !== undefined && { Subject: subject }),
      Creator: 'Starboard',
      CreationDate: new Date(at),
    },
  })
  try {
    const written = pipeline(page, createWriteStream(part))
    // A disk that is full while more is drawn is told once that is done.
    written.catch(() => {})
    await draw(page)
    page.end()
    await written
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')) {
      throw new AppError('export.notWritable', { file }, { cause: error })
    }
    throw error
  }
  return { file }
}
