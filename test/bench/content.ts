/** S1-S5: samples, reviews, the linter and video lists, each against a frame of the screen or the plainest way. */

import { runApart } from './apart'
import type { ContentTimes } from './content-steps'
import { against, type BenchOptions, type Ratio, ratioOf } from './ratios'

const COUNTS = { samples: 50_000, reviews: 10_000, videos: 100_000 } as const
/** One picture of a screen that draws sixty in a second. */
const FRAME = 16

export function benchContent({ folder, rounds, wanted }: BenchOptions): Ratio[] {
  if (!['S1', 'S2', 'S3', 'S4', 'S5'].some(wanted)) return []
  // What the step answers is what its function returns.
  const t = runApart('content', { folder, ...COUNTS, rounds }).detail as ContentTimes
  process.stderr.write(
    `${COUNTS.samples} samples and ${COUNTS.reviews} scripts: saved in ${Math.round(t.fillMs / 1000)} s, first list after ${Math.round(t.firstMs)} ms; ${COUNTS.videos} videos taken back in ${Math.round(t.undo / 1000)} s\n`,
  )
  return [
    ...against('S1', 'board of 50,000 samples, p95', FRAME, t.board),
    ...against('S1', 'figures above the board, p95', FRAME, t.strip),
    ...against('S2', 'keystroke in the ledger of 50,000, p95', FRAME, t.keystroke),
    ...against('S2', 'cost and ROI of 50,000 samples by creator, p95', 10 * FRAME, t.costs),
    ...against('S3', 'page of a queue of 10,000 scripts, p95', FRAME, t.queue),
    ...Object.entries(t.lint).flatMap(([language, times]) =>
      against('S4', `linter, 5,000 characters of ${language}, p95`, FRAME, times),
    ),
    ...ratioOf({
      id: 'S5',
      what: 'importing 100,000 videos / splitting the file into cells',
      goal: 60,
      ours: [t.videoImport],
      peer: [t.plainRead],
    }),
  ]
}
