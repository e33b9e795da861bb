/** Tables and figures for a terminal. */

export interface Column<R> {
  readonly title: string
  readonly of: (row: R) => string
  /** Figures stand to the right. */
  readonly right?: boolean
}

/** Rows under their titles; columns as wide as what they hold, Chinese and Thai counted as a terminal shows them. */
export function table<R>(rows: readonly R[], columns: readonly Column<R>[]): string {
  const cells = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => oneLine(column.of(row)))),
  ]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => displayWidth(row[at] ?? ''))))
  const lines = cells.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0, columns[at]?.right))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** `name  value` lines. */
export function facts(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([name]) => displayWidth(name)))
  return pairs.map(([name, value]) => `${padded(name, width)}  ${value}`).join('\n')
}

export function padded(text: string, width: number, right = false): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return right ? blanks + text : text + blanks
}

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u
const WITHOUT_WIDTH = /\p{Mn}|\p{Me}|\u200B|\u200C|\u200D|\u200E|\u200F|\uFE0F/u

/** Columns of a terminal that the text takes. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    width += WITHOUT_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  }
  return width
}

/** Line breaks and other control characters of a cell would break the table, or drive the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
