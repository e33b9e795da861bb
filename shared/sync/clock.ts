/**
 * The hybrid logical clock: one number per transaction that grows along everything its author had seen.
 *
 * `hlc = ms * 1024 + counter`: below 2^53 until the year 2248, so a plain number and an SQLite INTEGER. It only chooses
 * which of two concurrent values is shown; whether they were concurrent never rests on it.
 */

const COUNTER = 1024

/** The clock after one more own transaction at wall time `now` (epoch ms). */
export function tick(last: number, now: number): number {
  return Math.max(now * COUNTER, last + 1)
}

/** The clock after one more own transaction while this computer's date is in doubt: it follows the last value, not the date. */
export function tickWithoutWall(last: number): number {
  return last + 1
}

/** The clock after seeing another replica's transaction. */
export function seen(last: number, theirs: number): number {
  return Math.max(last, theirs)
}

/** The milliseconds inside a clock value. */
export function hlcMs(hlc: number): number {
  return Math.floor(hlc / COUNTER)
}

const BACKWARDS_MS = 2 * 60_000
const FORWARDS_MS = 45 * 86_400_000

/** Why this computer's date looks wrong against the last one written here, or null. */
export function clockDoubt(now: number, lastWall: number | null): 'backwards' | 'farAhead' | null {
  if (lastWall === null) return null
  if (now < lastWall - BACKWARDS_MS) return 'backwards'
  return now > lastWall + FORWARDS_MS ? 'farAhead' : null
}
