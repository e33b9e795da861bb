/** Items about records whose steps contradict each other: nothing goes on until somebody says which is to stand. */

import { type Held, heldRecords } from '../../../db/sync/holds'
import { candidateOf, type Draft, itemId, lastAt, writeName } from './items'
import type { Sources } from './sources'

export function holdDrafts(sources: Sources, only?: { readonly tbl: number; readonly id: string }): Draft[] {
  return heldRecords(sources.sqlite, only).map((held) => holdDraft(sources, held))
}

/** Candidates: the steps that contradict each other, each by its record's id; their value is the state they lead to. */
function holdDraft(sources: Sources, { entity, id, machine, state, steps }: Held): Draft {
  const naming = { kind: 'contradiction', entity, recordId: id, field: machine } as const
  return {
    ...naming,
    id: itemId(naming, steps.map(writeName)),
    level: 'hold',
    at: lastAt(steps),
    look: () => ({
      fieldKind: 'state',
      currency: null,
      candidates: steps.map((step) =>
        candidateOf(sources, step, { value: step.to, shown: step.counted, write: step.id }),
      ),
      base: steps[0]?.from ?? null,
      shown: state,
      both: null,
    }),
  }
}
