/** The points of a brief that a review is checked against: whatever its body says must be done or said. */

/** Parts of a body that are no points: what it is called, when and for how much. */
const NO_POINTS = new Set(['title', 'name', 'language', 'deadline', 'note'])
const MOST = 60

/** Every text of the body's lists, else of its fields, in their order, each once. */
export function briefPoints(body: unknown): string[] {
  const points = new Set<string>()
  collect(body, points)
  return [...points].slice(0, MOST)
}

function collect(value: unknown, points: Set<string>): void {
  if (typeof value === 'string') {
    for (const line of value.split('\n')) if (line.trim() !== '') points.add(line.trim().slice(0, 500))
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, points)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) if (!NO_POINTS.has(name)) collect(part, points)
  }
}
