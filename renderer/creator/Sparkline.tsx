/** The last windows of a figure as a line small enough for a row of the grid; gaps stay open. Plain SVG: thousands cost nothing. */

import classes from './figures.module.css'

export interface SparklineProps {
  /** Oldest first; null is a gap. */
  readonly values: readonly (number | null)[]
  /** What the line says, for whoever cannot see it. */
  readonly label: string
}

const WIDTH = 72
const HEIGHT = 18
const MARGIN = 2

export function Sparkline({ values, label }: SparklineProps) {
  const points = pointsOf(values)
  const last = points.findLast((point) => point !== null)
  if (last === undefined || last === null) return null
  return (
    <svg className={classes.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path d={pathOf(points)} />
      <circle cx={last[0]} cy={last[1]} r={1.75} />
    </svg>
  )
}

type Point = readonly [x: number, y: number]

function pointsOf(values: readonly (number | null)[]): (Point | null)[] {
  const known = values.filter((value) => value !== null)
  const low = Math.min(...known)
  const span = Math.max(...known) - low
  const step = values.length > 1 ? (WIDTH - MARGIN * 2) / (values.length - 1) : 0
  return values.map((value, at) => {
    if (value === null) return null
    const height = span === 0 ? 0.5 : (value - low) / span
    return [MARGIN + at * step, HEIGHT - MARGIN - height * (HEIGHT - MARGIN * 2)]
  })
}

/** Lines between neighbours; a gap begins anew. */
export function pathOf(points: readonly (Point | null)[]): string {
  return points
    .map((point, at) => {
      if (point === null) return ''
      const joins = at > 0 && points[at - 1] !== null
      return `${joins ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`
    })
    .join('')
}
