/** Ratios of measurements taken in turn: the median of the pairs, since machines drift while they measure. */

export interface BenchOptions {
  readonly folder: string
  readonly lines: number
  readonly rounds: number
  readonly wanted: (id: string) => boolean
}

export interface Ratio {
  readonly id: string
  readonly what: string
  readonly ratio: number
  readonly goal: number
  /** Ours and the peer's medians, in the unit of `what`. */
  readonly ours: number
  readonly peer: number
  readonly note?: string
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The median over rounds of ours ÷ peer's. */
export function ratioOf(
  id: string,
  what: string,
  goal: number,
  ours: readonly number[],
  peer: readonly number[],
  note?: string,
): Ratio {
  const ratio = median(ours.map((value, round) => value / peer[round]!))
  return { id, what, goal, ratio, ours: median(ours), peer: median(peer), ...(note === undefined ? {} : { note }) }
}

export function printRatios(ratios: readonly Ratio[]): void {
  const cells = ratios.map(({ id, what, ratio, goal, ours, peer, note }) => [
    id,
    what,
    ratio.toFixed(3),
    `<= ${goal}`,
    ratio <= goal ? 'yes' : 'NO',
    ours.toPrecision(4),
    peer.toPrecision(4),
    note ?? '',
  ])
  const rows = [['id', 'what', 'ratio', 'goal', 'met', 'ours', 'peer', ''], ...cells]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  for (const row of rows)
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()}\n`,
    )
}
