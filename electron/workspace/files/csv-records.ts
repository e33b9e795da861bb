/** Splits delimited text, as UTF-8 bytes, into records of cells: the plain way, for whatever the scanner does not read itself. */

export const NEWLINE = 10
const RETURN = 13
const QUOTE = 34

export interface RawRecord {
  readonly cells: readonly string[]
  /** Offset of the next record. */
  readonly next: number
  /** The last line of the file has no line end, or a quote was never closed: the record may be a part of one. */
  readonly cutOff: boolean
}

/** One cell: `end` is the offset of its separator or line end, -1 when the bytes end inside a quoted cell. */
export interface RawCell {
  readonly text: string
  readonly end: number
}

/** The cell at `start`; `limit` must follow a line end. */
export function readCellAt(bytes: Buffer, start: number, limit: number, delimiter: number): RawCell {
  if (bytes[start] !== QUOTE) {
    const end = endOfPlain(bytes, start, limit, delimiter)
    return { text: plainText(bytes, start, end), end }
  }
  let text = ''
  let from = start + 1
  for (;;) {
    const quote = bytes.indexOf(QUOTE, from)
    if (quote < 0 || quote >= limit) {
      return { text, end: -1 }
    }
    text += bytes.toString('utf8', from, quote)
    if (bytes[quote + 1] !== QUOTE || quote + 1 >= limit) {
      const end = endOfPlain(bytes, quote + 1, limit, delimiter)
      return { text: text + plainText(bytes, quote + 1, end), end }
    }
    text += '"'
    from = quote + 2
  }
}

function endOfPlain(bytes: Buffer, start: number, limit: number, delimiter: number): number {
  let at = start
  while (at < limit && bytes[at] !== delimiter && bytes[at] !== NEWLINE) {
    at += 1
  }
  return at
}

function plainText(bytes: Buffer, start: number, end: number): string {
  return bytes.toString(
    'utf8',
    start,
    bytes[end] === NEWLINE && end > start && bytes[end - 1] === RETURN ? end - 1 : end,
  )
}

/**
 * The record at `start`, or null when its end is not in the bytes yet. With `literal` a quote that is never closed counts
 * as an ordinary character, so that one broken cell does not swallow the rest of the file.
 */
export function readRecord(
  bytes: Buffer,
  start: number,
  limit: number,
  delimiter: number,
  literal = false,
): RawRecord | null {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = readCellAt(bytes, at, limit, delimiter)
    if (cell.end < 0) {
      return literal ? literalRecord(bytes, start, limit, delimiter) : null
    }
    cells.push(cell.text)
    at = cell.end + 1
    if (cell.end >= limit || bytes[cell.end] === NEWLINE) {
      return { cells, next: Math.min(at, limit), cutOff: false }
    }
  }
}

function literalRecord(bytes: Buffer, start: number, limit: number, delimiter: number): RawRecord {
  const cells: string[] = []
  let at = start
  for (;;) {
    const end = endOfPlain(bytes, at, limit, delimiter)
    cells.push(plainText(bytes, at, end))
    at = end + 1
    if (end >= limit || bytes[end] === NEWLINE) {
      return { cells, next: Math.min(at, limit), cutOff: true }
    }
  }
}
