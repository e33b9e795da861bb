/**
 * Word files with the fonts they need in themselves, each cut down to the letters of the document. Equal documents are equal
 * files: what the writer of the format draws by lot or takes from the clock is put right afterwards.
 */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import { AlignmentType, Document, type IPropertiesOptions, Packer, TextRun } from 'docx'

import { writeOut } from '../files/attaching'
import { readZipDirectory, unpackEntry } from '../files/zip-directory'
import { type ZipPart, zipOf } from '../files/zip-write'
import { type Face, FACES, type HasLetter, runsOf } from './font-runs'
import { fontFile } from './fonts'
import { subsetFont } from './subset'

const NAMES: Readonly<Record<Face, string>> = { main: 'Noto Sans SC', thai: 'Noto Sans Thai' }
const MAX_PART_BYTES = 64 * 1024 ** 2
/** Whoever goes on writing in it finds these too. */
const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)).join('')

/** All of Thai: its shaping takes letters apart into others. */
const THAI = Array.from({ length: 0x0e5c - 0x0e01 }, (_, at) => String.fromCodePoint(0x0e01 + at)).join('')

/** Half points, as Word counts. */
const BODY = 19

export interface DocxOptions {
  readonly title: string
  /** UTC epoch ms. */
  readonly at: number
  /** All of its text: what its fonts must have. */
  readonly text: string
  readonly sections: IPropertiesOptions['sections']
}

/** Text as runs of Word, each in the font that has its letters. */
export function runs(
  text: string,
  has: HasLetter,
  style: { readonly bold?: boolean; readonly size?: number } = {},
): TextRun[] {
  return runsOf(text, has).map(({ face, text: run }) => {
    const font = NAMES[face]
    return new TextRun({ ...style, text: run, font: { ascii: font, hAnsi: font, eastAsia: font, cs: NAMES.thai } })
  })
}

/** Refuses with `export.notWritable` when the place cannot be written. */
export async function writeDocx(file: string, has: HasLetter, options: DocxOptions): Promise<{ file: string }> {
  const { title, at, text, sections } = options
  const font = { ascii: NAMES.main, hAnsi: NAMES.main, eastAsia: NAMES.main, cs: NAMES.thai }
  const heading = (size: number) => ({
    run: { size, bold: true, font, color: '000000' },
    paragraph: { spacing: { before: 120, after: 60 } },
  })
  const document = new Document({
    title,
    creator: 'Starboard',
    lastModifiedBy: 'Starboard',
    fonts: await fontsFor(text, has),
    styles: {
      default: {
        document: { run: { font, size: BODY }, paragraph: { spacing: { after: 60, line: 290 } } },
        title: {
          run: { font, size: 34, bold: true, color: '000000' },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } },
        },
        heading1: heading(24),
        heading2: heading(BODY),
      },
    },
    sections,
  })
  const parts = settled(await Packer.toBuffer(document), at)
  await writeOut(file, pieces(zipOf(parts)))
  return { file }
}

async function fontsFor(text: string, has: HasLetter) {
  const used = new Map<Face, string>()
  for (const { face, text: run } of runsOf(text, has)) used.set(face, (used.get(face) ?? '') + run)
  const faces = FACES.filter((face) => face === 'main' || used.has(face))
  return Promise.all(
    faces.map(async (face) => {
      const letters = ASCII + (face === 'thai' ? THAI : '') + (used.get(face) ?? '')
      const cut = async (weight: 'regular' | 'bold') => subsetFont(await readFile(fontFile(face, weight)), letters)
      return { name: NAMES[face], data: await cut('regular'), bold: await cut('bold') }
    }),
  )
}

const GUID = /\{([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})\}/gu
const STAMP = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu

/** The parts with the document's own time, and keys of fonts that follow from the fonts. */
function settled(zip: Buffer, at: number): ZipPart[] {
  const parts: { name: string; content: Buffer }[] = (readZipDirectory(zip) ?? []).map((entry) => ({
    name: entry.name,
    content: Buffer.from(unpackEntry(zip, entry, MAX_PART_BYTES)),
  }))
  const table = parts.find(({ name }) => name === 'word/fontTable.xml')
  const drawn = [...(table?.content.toString('utf8') ?? '').matchAll(GUID)].map(([, key]) => key ?? '')
  const keys = new Map<string, string>()
  for (const [index, key] of drawn.entries()) {
    const font = parts.find(({ name }) => name === `word/fonts/font${index + 1}.odttf`)
    if (font === undefined) continue
    const plain = hidden(font.content, key)
    const own = keyOf(plain)
    keys.set(key, own)
    font.content = hidden(plain, own)
  }
  const time = new Date(at).toISOString()
  return parts.map(({ name, content }) => {
    if (name === 'docProps/core.xml') return { name, content: replaced(content, STAMP, () => time) }
    if (name !== 'word/fontTable.xml') return { name, content }
    return {
      name,
      content: replaced(content, GUID, (whole) => `{${keys.get(whole.slice(1, -1)) ?? whole.slice(1, -1)}}`),
    }
  })
}

const replaced = (content: Buffer, what: RegExp, by: (whole: string) => string): Buffer =>
  Buffer.from(content.toString('utf8').replaceAll(what, by), 'utf8')

function keyOf(font: Buffer): string {
  const hex = createHash('sha256').update(font).digest('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

/** Word hides the first 32 bytes of a font behind its key, last byte first; done twice, they are as before. */
function hidden(font: Buffer, key: string): Buffer {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
  const result = Buffer.from(font)
  for (let at = 0; at < Math.min(32, result.length); at += 1)
    result[at] = (result[at] ?? 0) ^ (bytes[at % bytes.length] ?? 0)
  return result
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array, void, void> {
  yield bytes
}
