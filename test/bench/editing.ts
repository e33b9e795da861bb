/** E1, E2: what editing many rows of a grid at once takes, beside the bare writes. */

import { runApart } from './apart'
import type { EditTimes } from './edit-steps'
import { against, type BenchOptions, type Ratio, ratioOf } from './ratios'

/** Milliseconds within which people see no waiting. */
const INSTANT = 250
/** Ten thousand rows may take a moment, but no longer. */
const A_MOMENT = 1500

export function benchEditing({ folder, rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('E1') && !wanted('E2')) return []
  // What the step answers is what its function returns.
  const times = runApart('edits', { folder, rounds }).detail as EditTimes
  return [
    ...against('E1', 'paste of 1,000 rows', INSTANT, times.paste),
    ...ratioOf({
      id: 'E1',
      what: 'paste of 1,000 rows / plain writes',
      goal: 60,
      ours: times.paste,
      peer: times.plainPaste,
    }),
    ...against('E2', 'bulk edit of 10,000 rows', A_MOMENT, times.bulk),
    ...against('E2', 'undo of the bulk edit', A_MOMENT, times.undo),
    ...ratioOf({
      id: 'E2',
      what: 'bulk edit of 10,000 rows / plain updates',
      goal: 40,
      ours: times.bulk,
      peer: times.plainBulk,
    }),
  ]
}
