/** How long something took, and the middle and the worst of many times. */

export async function msOf(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

export async function each<T>(inputs: readonly T[], work: (input: T) => unknown): Promise<number[]> {
  const times: number[] = []
  for (const input of inputs) times.push(await msOf(() => work(input)))
  return times
}

function at(share: number, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const p50 = (times: readonly number[]): number => at(0.5, times)
export const p95 = (times: readonly number[]): number => at(0.95, times)
