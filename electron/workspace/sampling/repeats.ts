/** What the guard says of requests: who got the same already, under which name, at which shop. */

import { standingOf } from '../../../db/repositories/sample-requests'
import { keepsBack, type Repeat } from '../../../shared/domain/duplicate-samples'
import { inOrder } from '../../../shared/domain/sample-allotment'
import { isOpenSample } from '../../../shared/domain/sample-history'
import type { SampleRules } from '../../../shared/domain/sample-rules'
import { SAMPLE } from '../../../shared/domain/samples'
import type { WorkspaceContext } from '../context'
import type { KnownSample } from '../lookups/samples'
import { guardOf } from './guard'

export interface RepeatFound extends Repeat {
  readonly state: string
  readonly sentAt: number | null
}

/** By request: the samples that keep it back. `rules`: by request; one without is not looked after. */
export async function repeatsFor(
  context: WorkspaceContext,
  samples: readonly KnownSample[],
  rules: ReadonlyMap<string, NonNullable<SampleRules['duplicates']>>,
): Promise<ReadonlyMap<string, readonly RepeatFound[]>> {
  const { workspace } = context.host.current()
  const wanted = samples.flatMap(({ id }) => (rules.has(id) ? [id] : []))
  if (wanted.length === 0) return new Map()
  const { index, samplesOf } = await guardOf(workspace)
  const found = samplesOf(wanted).map((sample) => [sample.id, index.repeatsOf(sample)] as const)
  const others = [...new Set(found.flatMap(([, repeats]) => repeats.map(({ id }) => id)))]
  const standing = new Map(standingOf(workspace.db, others).map((row) => [row.id, row]))
  const now = context.now()
  const asked = new Map(samples.map((sample) => [sample.id, sample]))
  return new Map(
    found.map(([id, repeats]) => [
      id,
      repeats.flatMap((repeat) => {
        const other = standing.get(repeat.id)
        const rule = rules.get(id)
        if (!other || !rule) return []
        const { state: known, sentAt } = other
        const state = known ?? SAMPLE.initial
        // Of two that wait, the one that was asked for first keeps the other back: never both are green.
        const open = state === SAMPLE.initial ? isBefore(other, asked.get(id)) : isOpenSample(state)
        return keepsBack({ ...repeat, open, sentAt }, { ...rule, now }) ? [{ ...repeat, state, sentAt }] : []
      }),
    ]),
  )
}

type Asked = Parameters<typeof inOrder>[0]

function isBefore(other: Asked, asked: Asked | undefined): boolean {
  return asked !== undefined && inOrder(other, asked) < 0
}
