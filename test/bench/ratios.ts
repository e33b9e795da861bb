/** Ratios of measurements taken in turn: of pairs, since machines drift while they measure. */

export interface BenchOptions {
  readonly folder: string
  readonly lines: number
  readonly rounds: number
  /** Also five times the lines of `--full`. */
  readonly huge: boolean
  readonly wanted: (id: string) => boolean
}

export type Unit = 'ms' | 'MB' | 'B'

export interface Ratio {
  readonly id: string
  readonly what: string
  readonly unit: Unit
  readonly goal: number
  /** Ours and the peer's medians. */
  readonly ours: number
  readonly peer: number
  /** Of the pairs, or of what `what` says. */
  readonly least: number
  readonly ratio: number
  readonly most: number
  readonly rounds: number
}

export interface Pairs {
  readonly id: string
  readonly what: string
  readonly unit?: Unit
  readonly goal: number
  readonly ours: readonly number[]
  readonly peer: readonly number[]
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The median over the rounds of ours ÷ peer's. A peer measured in fewer rounds is paired with its own rounds. */
export function ratioOf({ id, what, unit = 'ms', goal, ours, peer }: Pairs): Ratio[] {
  const ratios = peer.slice(0, ours.length).map((value, round) => ours[round]! / value)
  if (ratios.length === 0) return []
  const middle = { ours: median(ours), peer: median(peer), ratio: median(ratios) }
  return [
    { id, what, unit, goal, ...middle, least: Math.min(...ratios), most: Math.max(...ratios), rounds: ratios.length },
  ]
}

/** A figure against a fixed limit: the ratio is figure ÷ limit, the goal 1. */
export function against(
  id: string,
  what: string,
  limit: number,
  values: readonly number[],
  unit: Unit = 'ms',
): Ratio[] {
  return ratioOf({
    id,
    what: `${what}, against ${limit} ${unit}`,
    unit,
    goal: 1,
    ours: values,
    peer: values.map(() => limit),
  })
}

const HEAD = ['id', 'metric', 'ours', 'peer', 'ratio (min - max)', 'goal', '', 'rounds']

/** The table, also to be pasted into a document. */
export function printRatios(ratios: readonly Ratio[]): void {
  const rows = ratios.map(({ id, what, unit, ours, peer, least, ratio, most, goal, rounds }) => [
    id,
    what,
    `${shown(ours)} ${unit}`,
    `${shown(peer)} ${unit}`,
    `${ratio.toFixed(2)} (${least.toFixed(2)} - ${most.toFixed(2)})`,
    `<= ${goal}`,
    ratio <= goal ? 'met' : `missed by ${Math.round((ratio / goal - 1) * 100)} %`,
    String(rounds),
  ])
  const all = [HEAD, ...rows]
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]): string => `| ${cells.map((c, i) => c.padEnd(widths[i]!)).join(' | ')} |\n`
  process.stdout.write(`\n${line(HEAD)}${line(widths.map((width) => '-'.repeat(width)))}${rows.map(line).join('')}`)
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
