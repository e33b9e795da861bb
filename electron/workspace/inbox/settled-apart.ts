/**
 * Items about what colleagues did apart from each other and what no step contradicts: a payable that was paid twice, terms that
 * were written while the contract was signed. They are put right where the record is, and go away with that.
 */

import { contractsOut, findContract } from '../../../db/repositories/contracts'
import { entriesOf, paidOften, payablesOf } from '../../../db/repositories/payables'
import { stepsOn } from '../../../db/sync/questions'
import { standing } from '../../../shared/domain/ledger'
import { ENTITIES } from '../../../shared/sync/registry'
import { changedSince } from '../contracting/agreed'
import { candidateOf, type Draft, itemId, lastAt } from './items'
import type { Sources } from './sources'

interface Only {
  readonly tbl: number
  readonly id: string
}

const PLAIN = { currency: null, base: null, both: null } as const

export function settledApart(sources: Sources, only?: Only): Draft[] {
  return [...paidTwice(sources, only), ...changedTerms(sources, only)]
}

/** Candidates: the payments that stand, each by its entry's id; their value is the day they are booked on. */
function paidTwice(sources: Sources, only?: Only): Draft[] {
  if (only !== undefined && only.tbl !== ENTITIES.payables.n) return []
  const ids = paidOften(sources.db).filter((id) => only === undefined || only.id === id)
  if (ids.length === 0) return []
  return payablesOf(sources.db, { ids }).flatMap(({ id, problem }) => {
    if (problem !== 'overpaid' && problem !== 'overRecouped') return []
    const payments = standing(entriesOf(sources.db, { payableIds: [id] })).filter(
      ({ kind }) => kind === 'payment' || kind === 'recoup',
    )
    const naming = { kind: 'paidTwice', entity: 'payables', recordId: id, field: '' } as const
    return [
      {
        ...naming,
        id: itemId(
          naming,
          payments.map((entry) => entry.id),
        ),
        level: 'decision',
        at: Math.max(0, ...payments.map(({ at }) => at)),
        look: () => ({
          ...PLAIN,
          fieldKind: 'day',
          shown: null,
          candidates: payments.flatMap((entry) => {
            const step = stepsOn(sources.sqlite, ENTITIES.ledgerEntries.n, entry.id)[0]
            return step === undefined
              ? []
              : [candidateOf(sources, step, { value: entry.day, shown: true, write: entry.id })]
          }),
        }),
      },
    ]
  })
}

/** No candidates: what was laid down and what is written now are compared where the contract is. */
function changedTerms(sources: Sources, only?: Only): Draft[] {
  if (only !== undefined && only.tbl !== ENTITIES.contracts.n) return []
  return contractsOut(sources.db, only?.id ?? null).flatMap((id) => {
    const contract = findContract(sources.db, id)
    const changed = contract === null ? [] : changedSince(sources.db, contract)
    if (changed.length === 0) return []
    const naming = { kind: 'changedTerms', entity: 'contracts', recordId: id, field: '' } as const
    return [
      {
        ...naming,
        id: itemId(
          naming,
          changed.map(({ field, is }) => `${field} ${is}`),
        ),
        level: 'decision',
        at: lastAt(stepsOn(sources.sqlite, ENTITIES.contracts.n, id)),
        look: () => ({ ...PLAIN, fieldKind: '', shown: null, candidates: [] }),
      },
    ]
  })
}
