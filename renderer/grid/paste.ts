/**
 * Pasted text as cells, and what its shape says: rows of titles above the values, columns in another order, more columns
 * than there is room for.
 *
 * Excel, WPS, Feishu and Sheets all put tab-separated text on the clipboard, cells with tabs, quotes or line breaks in quotes.
 */

export type Cells = readonly (readonly string[])[]

/** The rows of a pasted text; rows without anything at the end are left out. */
export function cellsOf(text: string): Cells {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const source = text.replace(/^\uFEFF/, '')
  while (at <= source.length) {
    const cell = cellAt(source, at)
    row.push(cell.text)
    at = cell.end
    const sign = source[at]
    if (sign === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += sign === '\r' && source[at + 1] === '\n' ? 2 : 1
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  return rows
}

/** A quote opens a cell only where one closes it again before a tab or a line's end; else it is a sign like any other. */
function cellAt(source: string, start: number): { readonly text: string; readonly end: number } {
  if (source[start] === '"') {
    let at = start + 1
    for (;;) {
      const quote = source.indexOf('"', at)
      if (quote < 0) break
      if (source[quote + 1] === '"') {
        at = quote + 2
        continue
      }
      const after = source[quote + 1]
      if (after !== undefined && !'\t\r\n'.includes(after)) break
      return {
        text: source
          .slice(start + 1, quote)
          .replaceAll('""', '"')
          .replaceAll('\r\n', '\n'),
        end: quote + 1,
      }
    }
  }
  let end = start
  while (end < source.length && !'\t\r\n'.includes(source[end] ?? '')) end += 1
  return { text: source.slice(start, end), end }
}

export interface PasteShape {
  /** Rows at the top that are no values: a merged heading, titles. */
  readonly headings: number
  /** By pasted column: the id of the grid's column of that title; null where no title fits. Null: they go by their order. */
  readonly byTitle: readonly (string | null)[] | null
  /** Pasted columns that have no place to the right of the cursor. */
  readonly tooMany: number
}

/** `titles`: every column of the grid with its title; `room`: how many columns there are from the cursor on. */
export function shapeOf(
  cells: Cells,
  titles: readonly { readonly id: string; readonly title: string }[],
  room: number,
): PasteShape {
  const width = Math.max(0, ...cells.map((row) => row.length))
  const merged = mergedHeadings(cells)
  const heading = cells[merged] ?? []
  const named = heading.map((cell) => titles.find(({ title }) => sameTitle(title, cell))?.id ?? null)
  const known = named.filter((id) => id !== null).length
  const given = heading.filter((cell) => cell.trim() !== '').length
  const isTitles = cells.length > merged + 1 && known > 0 && known * 2 >= given
  return {
    headings: merged + (isTitles ? 1 : 0),
    byTitle: isTitles ? named : null,
    tooMany: Math.max(0, width - room),
  }
}

/** Rows at the top with one filled cell above rows with several: a heading over merged cells. */
function mergedHeadings(cells: Cells): number {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length
  const first = cells.findIndex((row) => filled(row) > 1)
  return first > 0 && first <= 3 ? first : 0
}

function sameTitle(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s_:*]+/g, '')
  return plain(a) === plain(b) && plain(b) !== ''
}

/** A block repeated to fill a selection, where the selection is a whole number of such blocks; else the block itself. */
export function repeated(cells: Cells, rows: number, columns: number): Cells {
  const width = Math.max(0, ...cells.map((row) => row.length))
  const height = cells.length
  if (height === 0 || width === 0 || rows % height !== 0 || columns % width !== 0) {
    return cells
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cells[row % height]?.[column % width] ?? ''),
  )
}
