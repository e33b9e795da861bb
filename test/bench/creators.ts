/** X11, X13, C1-C4: lists, records, claims and duplicates of 100,000 creators. X12's peer, minisearch, is not installed. */

import { runApart } from './apart'
import type { CreatorsTimes } from './creators-steps'
import { against, type BenchOptions, type Ratio, ratioOf } from './ratios'

const COUNT = 100_000
/** One picture of a screen that draws sixty in a second. */
const FRAME = 16

export function benchCreators({ folder, rounds, wanted }: BenchOptions): Ratio[] {
  if (!['X11', 'X13', 'C1', 'C2', 'C3', 'C4'].some(wanted)) return []
  // What the step answers is what its function returns.
  const t = runApart('creatorLists', { folder, count: COUNT, rounds }).detail as CreatorsTimes
  process.stderr.write(
    `${COUNT} creators: saved in ${Math.round(t.fillMs / 1000)} s, first list after ${Math.round(t.firstMs)} ms; ${t.same} of ${t.keystrokes} keystrokes found the same as SQL; ${t.pairs} pairs of duplicates, plainly ${t.plainPairs}\n`,
  )
  return [
    ...ratioOf({
      id: 'X11',
      what: 'keystroke, 100,000 creators, p95 / FTS5 trigram',
      goal: 0.35,
      ours: t.keys,
      peer: t.plainKeys,
    }),
    ...against('X11', 'the same, without the window', FRAME, t.keys),
    ...ratioOf({ id: 'X13', what: 'page at depth 99,900 / page at depth 0', goal: 1.5, ours: t.deep, peer: t.first }),
    ...against('C1', 'keystroke of pinyin, p95', FRAME, t.pinyin),
    ...against('C1', 'keystroke of a Chinese fragment, p95', FRAME, t.chinese),
    ...against('C2', 'opening a record, p95', FRAME, t.record),
    ...ratioOf({
      id: 'C3',
      what: 'duplicates among 100,000 / neighbours of sorted keys',
      goal: 20,
      ours: t.duplicates,
      peer: t.plainDuplicates,
    }),
    ...against('C4', 'claims on 200 creators, p95', FRAME, t.claims),
  ]
}
