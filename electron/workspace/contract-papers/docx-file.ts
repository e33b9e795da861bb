/** A version of a contract as a Word file: real styles, both languages side by side in one table, signature lines, its hash on each page. */

import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeadingLevel,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

import type { Bilingual, ContractLanguage } from '../../../shared/domain/contract-body'
import { runs, writeDocx } from '../documents/docx'
import type { HasLetter } from '../documents/font-runs'
import { letters } from '../documents/paper'
import type { ReadableVersion } from './facts'
import { governsWords, headingOf, paragraphsOf, signingParties } from './paper-facts'
import { PAPER, PARTY_WORDS } from './words'

/** Twentieths of a point: A4 without its margins. */
const WIDTH = 11_906 - 2 * 1080
/** Letters of a text that takes about half a page of its column. */
const LONG = 1600
/** Half points of the line at the foot. */
const SMALL = 13
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'CCCCCC' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export function writeContractDocx(file: string, version: ReadableVersion): Promise<{ file: string }> {
  const { words } = version
  const has = letters()
  const said: string[] = []
  const say = (text: string): string => {
    said.push(text)
    return text
  }
  const maker = { has, say, languages: words.languages }
  const children = [...head(maker, version), ...clauses(maker, version), ...signatures(maker, version)]
  const footers = { default: foot(maker, version) }
  const properties = {
    page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1080, bottom: 1080, left: 1080, right: 1080 } },
  }
  return writeDocx(file, has, {
    title: words.title,
    at: version.at,
    text: said.join(''),
    sections: [{ properties, children, footers }],
  })
}

interface Maker {
  readonly has: HasLetter
  /** Notes a text, for the letters that the fonts must have. */
  readonly say: (text: string) => string
  readonly languages: readonly ContractLanguage[]
}

type Style = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children' | 'text'> & {
  readonly bold?: boolean
}

function paragraph({ has, say }: Maker, text: string, { bold, ...style }: Style = {}): Paragraph {
  return new Paragraph({ ...style, children: runs(say(text), has, bold === undefined ? {} : { bold }) })
}

function head(maker: Maker, { words, version }: ReadableVersion): Paragraph[] {
  const line = [words.number && `${PAPER.number.join(' ')}: ${words.number}`, `${PAPER.version.join(' ')} ${version}`]
  const governs = governsWords(words)
  const center = { alignment: AlignmentType.CENTER }
  return [
    paragraph(maker, words.title, { heading: HeadingLevel.TITLE }),
    paragraph(maker, line.filter(Boolean).join('   ·   '), center),
    ...(governs === null ? [] : [paragraph(maker, governs.join(' '), center)]),
    ...signingParties(words).map((party) =>
      paragraph(maker, `${PARTY_WORDS[party].join(' ')}:  ${words.parties[party] || '____________________'}`),
    ),
  ]
}

function clauses(maker: Maker, { words }: ReadableVersion): (Paragraph | Table)[] {
  const { languages } = maker
  const only = languages.length === 1 ? languages[0] : undefined
  if (only !== undefined)
    return words.clauses.flatMap((clause, at) => texts(maker, only, headingOf(clause, at), paragraphsOf(clause)))
  const width = Math.floor(WIDTH / languages.length)
  const rows = words.clauses.map(
    (clause, at) =>
      new TableRow({
        // One that fits on a page stays on one, so a heading stays with its text.
        cantSplit: Math.max(clause.text.zh.length * 2, clause.text.en.length) < LONG,
        children: languages.map(
          (language) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              children: texts(maker, language, headingOf(clause, at), paragraphsOf(clause)),
            }),
        ),
      }),
  )
  if (rows.length === 0) return []
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width * languages.length, type: WidthType.DXA },
      columnWidths: languages.map(() => width),
      borders: { top: LINE, bottom: LINE, left: NONE, right: NONE, insideHorizontal: LINE, insideVertical: LINE },
      rows,
    }),
  ]
}

function texts(maker: Maker, language: ContractLanguage, heading: Bilingual, all: readonly Bilingual[]): Paragraph[] {
  return [
    paragraph(maker, heading[language], { heading: HeadingLevel.HEADING_2, keepNext: maker.languages.length === 1 }),
    // A text that is whole, as its languages have not the same paragraphs, keeps its own line ends.
    ...all.flatMap((one) => one[language].split('\n')).map((text) => paragraph(maker, text)),
  ]
}

function signatures(maker: Maker, { words }: ReadableVersion): (Paragraph | Table)[] {
  const parties = signingParties(words)
  const width = Math.floor(WIDTH / parties.length)
  const cells = parties.map(
    (party) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        children: [
          paragraph(maker, PARTY_WORDS[party].join(' '), { bold: true, keepNext: true }),
          paragraph(maker, `${PAPER.signature.join(' ')}:`, { keepNext: true, spacing: { before: 600 } }),
          paragraph(maker, '_______________________', { keepNext: true }),
          paragraph(maker, `${PAPER.name.join(' ')}:  ${words.parties[party]}`, { keepNext: true }),
          paragraph(maker, `${PAPER.date.join(' ')}:  ____________`),
        ],
      }),
  )
  return [
    paragraph(maker, PAPER.signatures.join(' '), {
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { before: 360 },
    }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width * parties.length, type: WidthType.DXA },
      columnWidths: parties.map(() => width),
      borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
      rows: [new TableRow({ cantSplit: true, children: cells })],
    }),
  ]
}

function foot({ say, has }: Maker, { version, sha256 }: ReadableVersion): Footer {
  const words = say(`${PAPER.version.join(' ')} ${version}  ·  SHA-256 ${sha256}  ·  / `)
  return new Footer({
    children: [
      new Paragraph({
        children: [
          ...runs(words.slice(0, -2), has, { size: SMALL }),
          new TextRun({ size: SMALL, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}
