/**
 * Runs a property twice: with one seed that never changes, and with one that is new each time and printed. Where `CI` is
 * set only the first: whether a commit passes there must not depend on luck.
 *
 * `STARBOARD_SEED=…` runs that seed only, `STARBOARD_PATH=…` only the case that a failure names, `STARBOARD_RUNS=…` so
 * many cases in each test file instead of the few of every push.
 */

import fc from 'fast-check'

const FIXED_SEED = 20_260_115
/** A slow computer does fewer cases of a push instead of taking longer; a wish for so many is done in full. */
const LONGEST_MS = 30_000

export interface Proof {
  readonly name: string
  /** Cases of every push, both seeds together. */
  readonly runs: number
}

function numberOf(variable: string): number | null {
  const text = process.env[variable]
  return text === undefined || text === '' ? null : Number(text)
}

export async function prove<T>(
  { name, runs }: Proof,
  cases: fc.Arbitrary<T>,
  holds: (value: T) => Promise<void>,
): Promise<void> {
  const given = numberOf('STARBOARD_SEED')
  const random = Math.floor(Math.random() * 2 ** 31)
  const fixed =
    process.env['CI'] !== undefined && numberOf('STARBOARD_RUNS') === null ? [FIXED_SEED] : [FIXED_SEED, random]
  const seeds = given === null ? fixed : [given]
  const wanted = numberOf('STARBOARD_RUNS') ?? runs
  const path = process.env['STARBOARD_PATH']
  const start = performance.now()
  let done = 0
  for (const seed of seeds) {
    const result = await fc.check(fc.asyncProperty(cases, holds), {
      seed,
      numRuns: Math.ceil(wanted / seeds.length),
      ...(numberOf('STARBOARD_RUNS') === null && { interruptAfterTimeLimit: LONGEST_MS }),
      ...(path !== undefined && path !== '' && { path, endOnFailure: true }),
    })
    done += result.numRuns
    // Without a counterexample it only ran out of time.
    if (result.failed && result.counterexample !== null) {
      const replay = `STARBOARD_SEED=${seed} STARBOARD_PATH=${result.counterexamplePath ?? ''}`
      throw new Error(
        `${name}: ${fc.defaultReportMessage(result) ?? ''}\n${String(result.errorInstance)}\nreplay with ${replay}`,
        {
          cause: result.errorInstance,
        },
      )
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stderr.write(`${name}: ${done} cases in ${seconds} s, seeds ${seeds.join(' and ')}\n`)
}
