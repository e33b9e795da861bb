import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../../electron/workspace/files/csv-write'
import { CsvScanner } from '../../electron/workspace/files/csv-scanner'
import { readRecord } from '../../electron/workspace/files/csv-records'
import { LineSink } from '../../electron/workspace/files/line-sink'
import { findCurrency, type Currency } from '../../shared/domain/currencies'
import { recogniseHeaders, LAYOUTS, type HeaderMap } from '../../shared/domain/import-layouts/recognise'
import { RuleEvidence } from '../../shared/domain/import-values/decisions'
import { TEXT_COLUMNS, type LineBatch } from '../../shared/domain/line-batch'
import { ORDER_COLUMNS, type CellKind } from '../../shared/domain/orders'
import { readFor } from '../support/exports'

/** Spellings of each kind of cell: the plain one often, every other sort of thing now and then. */
const CELLS: Readonly<Record<CellKind, fc.Arbitrary<string>>> = {
  id: fc.oneof(
    { weight: 8, arbitrary: fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }).map(String) },
    fc.bigInt({ min: 1n, max: 10n ** 21n }).map(String),
    fc.constantFrom(
      '',
      '\t',
      '577012345678901234\t',
      '5.77E+17',
      "'577012345678901234",
      '018446744073709',
      '0',
      '-',
      'Total',
      '577012345678901234 ',
    ),
  ),
  money: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 9_999_999 }).map((minor) => (minor / 100).toFixed(2)) },
    fc.integer({ min: -99_999, max: 99_999_999 }).map(String),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(3)),
    fc.constantFrom(
      '',
      '--',
      '12.',
      '.5',
      '1,234',
      '1.234',
      '1.234,56',
      '$9.99',
      '9.99 USD',
      '12.345',
      '-0.00',
      '-',
      '0',
      '007',
      '1e5',
      '12345678901234567',
      'abc',
      '9.9\t',
    ),
  ),
  rate: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 8000 }).map((points) => `${points / 100}%`) },
    fc.integer({ min: 0, max: 90 }).map(String),
    fc.constantFrom(
      '',
      '15',
      '15.5',
      '15.555%',
      '80%',
      '80.01%',
      '150%',
      '1000%',
      '12,5%',
      '-1%',
      '15.%',
      'high',
      '0.15',
      '15 %',
      '5%%',
    ),
  ),
  time: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1_767_225_600, max: 1_798_761_599 }).map((second) => timeText(second)) },
    fc.constantFrom(
      '',
      '/',
      '31/02/2026 10:00:00',
      '2026-02-03 10:11:12',
      '2026/02/03 10:11:12',
      '2026-02-03',
      '01/02/2026 10:11:12 PM',
      '01/02/2026 10:11',
      '01/02/2026 24:00:00',
      '1/2/2026 1:02:03',
      '01/02/2026',
      '46053.5',
      'soon',
      '01/02/1999 10:11:12',
      '01/02/2026 10:11:12,',
    ),
  ),
  count: fc.oneof(
    { weight: 6, arbitrary: fc.nat(999).map(String) },
    fc.constantFrom('', '1.0', '1.5', '-1', '1,000', 'Yes', 'No', '1234567890', '007', '2 '),
  ),
  status: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('Settled', 'Pending', 'Ineligible') },
    fc.constantFrom('', ' settled ', 'Đã quyết toán', '已结算', 'Dreaming'),
  ),
  contentType: fc.constantFrom('Video', 'LIVE', '', 'Hologram', '视频', 'Video\t'),
  flag: fc.constantFrom('Yes', 'No', '', 'no ', '1', '是'),
  currency: fc.oneof({ weight: 8, arbitrary: fc.constant('USD') }, fc.constantFrom('usd', '$', 'MYR', 'XXQ', '')),
  handle: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('mia', 'Bo_', '@mia', 'https://www.tiktok.com/@Bo_') },
    fc.constantFrom('', '--', 'zoë', ' mia'),
  ),
  text: fc.oneof(
    fc.constantFrom('', 'Lip tint', 'a, b', 'say "hi"', 'two\nlines', '唇釉', 'tab\t', '=1+1', '--', '9"'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
}

function timeText(second: number): string {
  const text = new Date(second * 1000).toISOString()
  return `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)} ${text.slice(11, 19)}`
}

const LAYOUT_HEADERS = LAYOUTS.map(({ columns }) => columns.map(([header]) => header))

const FILES = fc.constantFrom(...LAYOUT_HEADERS).chain((headers) => {
  const header = mapOf(headers)
  const cells = header.columns.map((column) => (column === null ? CELLS.text : CELLS[ORDER_COLUMNS[column]]))
  // A line of cells drawn alone is nearly never good; most cells repeat a line that is.
  const wild = fc.tuple(...cells)
  const lines = fc.array(
    fc.tuple(wild, fc.array(fc.nat(headers.length - 1), { maxLength: 3 }), fc.integer({ min: -2, max: 1 })),
    { minLength: 1, maxLength: 12 },
  )
  return fc.record({
    headers: fc.constant(headers),
    lines: lines.map((drawn) =>
      drawn.map(([line, wildAt, extra]) =>
        resized(
          good(header).map((cell, i) => (wildAt.includes(i) ? (line[i] ?? '') : cell)),
          extra,
        ),
      ),
    ),
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    quoteAll: fc.boolean(),
    endsWithLine: fc.boolean(),
    currency: fc.constantFrom('USD', 'IDR', 'VND', 'KWD'),
  })
})

function mapOf(headers: readonly string[]): HeaderMap {
  const header = recogniseHeaders(headers)
  if (!header) {
    throw new Error('not recognised')
  }
  return header
}

const GOOD: Readonly<Record<CellKind, string>> = {
  id: '1729382256477045678',
  money: '12.99',
  rate: '15%',
  time: '31/01/2026 23:59:59',
  count: '2',
  status: 'Settled',
  contentType: 'Video',
  flag: 'No',
  currency: '',
  handle: 'mia',
  text: 'x',
}

function good(header: HeaderMap): string[] {
  return header.columns.map((column) => (column === null ? '' : GOOD[ORDER_COLUMNS[column]]))
}

function resized(cells: readonly string[], extra: number): readonly string[] {
  return extra > 0 ? [...cells, 'more'] : extra === -2 ? cells.slice(0, -1) : cells
}

type Drawn = typeof FILES extends fc.Arbitrary<infer T> ? T : never

/** The bytes behind the header, and everything needed to read them. */
function setUp({ headers, lines, delimiter, lineEnd, quoteAll, endsWithLine, currency }: Drawn) {
  const withCurrency = lines.map((cells) =>
    cells.map((cell, i) => (cell === '' && mapOf(headers).columns[i] === 'currency' ? currency : cell)),
  )
  const text = withCurrency
    .map((cells) =>
      quoteAll
        ? `${cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(delimiter)}\r\n`
        : csvLine(cells, delimiter),
    )
    .join('')
    .replace(/\r\n/g, lineEnd)
  const bytes = Buffer.from(endsWithLine ? text : text.slice(0, -lineEnd.length) + '\n')
  const header = mapOf(headers)
  const evidence = new RuleEvidence(header.columns)
  withCurrency.forEach((cells) => evidence.add(cells))
  const { rules } = evidence.decide(currencyOf(currency), 'DMY')
  const sink = () => new LineSink(header, headers, rules, readFor({ currency }), [], 16)
  return { bytes, rules, sink, delimiter: delimiter.charCodeAt(0), cutOff: !endsWithLine }
}

function currencyOf(code: string): Currency {
  const currency = findCurrency(code)
  if (!currency) {
    throw new Error(code)
  }
  return currency
}

/** All that a sink holds, with texts spelled out so that the order of interning does not matter. */
function contentOf({ stage, ...sink }: LineSink, summary: unknown): unknown {
  const batch: LineBatch = stage.batch
  const lines = Array.from({ length: batch.length }, (_, n) => ({
    row: batch.row[n],
    hash: [batch.hash0[n], batch.hash1[n]],
    codes: [batch.status[n], batch.contentType[n], batch.fullyReturned[n]],
    ids: Object.values(batch.idsHigh).map((high, i) => [high[n], Object.values(batch.idsLow)[i]?.[n]]),
    numbers: Object.values(batch.numbers).map((column) => column[n]),
    texts: TEXT_COLUMNS.map((column) => stage.texts[column].values[batch.texts[column][n] ?? -1] ?? null),
  }))
  return { lines, summary, headers: sink.headers }
}

test('lines read from their bytes are those that the cell rules make of their texts', () => {
  let linesSeen = 0
  fc.assert(
    fc.property(FILES, (drawn) => {
      const { bytes, rules, sink, delimiter, cutOff } = setUp(drawn)
      const fast = sink()
      const scanner = new CsvScanner(fast, rules, delimiter, 1)
      expect(scanner.scan({ bytes, start: 0, limit: bytes.length, literal: 'all', cutOff })).toBe(bytes.length)

      const slow = sink()
      let row = 1
      for (let at = 0; at < bytes.length;) {
        const record = readRecord(bytes, at, bytes.length, delimiter, true)
        row += 1
        slow.record(row, record?.cells ?? [], cutOff && record?.next === bytes.length)
        at = record?.next ?? bytes.length
      }
      expect(contentOf(fast, fast.summary())).toEqual(contentOf(slow, slow.summary()))
      linesSeen += fast.stage.batch.length
    }),
    { numRuns: 500 },
  )
  // The property says something only if many of the lines were good.
  expect(linesSeen).toBeGreaterThan(300)
}, 60_000)

test('windows that end anywhere give the same lines', () => {
  fc.assert(
    fc.property(FILES, fc.integer({ min: 1, max: 400 }), (drawn, step) => {
      const { bytes, rules, sink, delimiter } = setUp({ ...drawn, endsWithLine: true })
      const whole = sink()
      new CsvScanner(whole, rules, delimiter, 1).scan({
        bytes,
        start: 0,
        limit: bytes.length,
        literal: 'all',
        cutOff: false,
      })

      const pieces = sink()
      const scanner = new CsvScanner(pieces, rules, delimiter, 1)
      let start = 0
      for (let end = step; start < bytes.length; end += step) {
        const limit = bytes.lastIndexOf(10, Math.min(end, bytes.length) - 1) + 1
        if (limit > start) {
          start = scanner.scan({ bytes, start, limit, literal: limit === bytes.length ? 'all' : 'none', cutOff: false })
        }
      }
      expect(contentOf(pieces, pieces.summary())).toEqual(contentOf(whole, whole.summary()))
    }),
    { numRuns: 150 },
  )
}, 60_000)
