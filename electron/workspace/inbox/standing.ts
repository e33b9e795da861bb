/** Items about whole records: what outlived its deletion, what is kept because others need it, circles of merges. */

import { handlesOf, listAliases } from '../../../db/repositories/creators'
import { stepsOn } from '../../../db/sync/questions'
import { type KeptParent, keptParents, type Revived, revivedRows } from '../../../db/sync/standing'
import { resolveAliases } from '../../../shared/sync/aliases'
import { ENTITIES } from '../../../shared/sync/registry'
import { candidateOf, type Draft, itemId, lastAt, writeName } from './items'
import type { Sources } from './sources'

const PLAIN = { fieldKind: '', currency: null, base: null, both: null } as const

export function standingDrafts(sources: Sources, only?: { readonly tbl: number; readonly id: string }): Draft[] {
  return [
    ...revivedRows(sources.sqlite, sources.sight, only).map((revived) => revivedDraft(sources, revived)),
    ...keptParents(sources.sqlite, only).map((kept) => keptDraft(sources, kept)),
    ...(only === undefined || only.tbl === ENTITIES.creators.n ? cycleDrafts(sources, only?.id) : []),
  ]
}

/** Candidates: the deletions (value null) and the edits (value the record's title) that outlived them. */
function revivedDraft(sources: Sources, { entity, id, deletions, edits }: Revived): Draft {
  const naming = { kind: 'revived', entity, recordId: id, field: '' } as const
  return {
    ...naming,
    id: itemId(naming, [...deletions, ...edits].map(writeName)),
    level: 'notice',
    at: lastAt([...deletions, ...edits]),
    look: () => {
      const { title } = sources.titles(entity, id)
      return {
        ...PLAIN,
        shown: title,
        candidates: [
          ...deletions.map((step) => candidateOf(sources, step, { value: null, shown: false })),
          ...edits.map((step) => candidateOf(sources, step, { value: title, shown: true })),
        ],
      }
    },
  }
}

/** `field`: the entity that needs the record; `shown`: how many of them do; to choose `both` brings the record back. */
function keptDraft(sources: Sources, { entity, id, usedBy, users, deletions }: KeptParent): Draft {
  const naming = { kind: 'keptParent', entity, recordId: id, field: usedBy } as const
  return {
    ...naming,
    id: itemId(naming, deletions.map(writeName)),
    level: 'notice',
    at: lastAt(deletions),
    look: () => ({
      ...PLAIN,
      shown: users,
      both: true,
      candidates: deletions.map((step) => candidateOf(sources, step, { value: null, shown: false })),
    }),
  }
}

/** Candidates: the merges of the circle, each by the merged creator's id; their value is its handle. */
function cycleDrafts(sources: Sources, only?: string): Draft[] {
  const pairs = listAliases(sources.db, 'creators')
  const next = new Map(pairs)
  return resolveAliases(pairs)
    .cuts.filter((cut) => only === undefined || cut === only)
    .map((cut) => {
      const circle = [cut]
      for (let at = next.get(cut); at !== undefined && at !== cut; at = next.get(at)) circle.push(at)
      const merges = circle.map((loser) => ({
        loser,
        step: stepsOn(sources.sqlite, ENTITIES.aliases.n, loser).at(-1),
      }))
      const naming = { kind: 'mergeCycle', entity: 'creators', recordId: cut, field: '' } as const
      return {
        ...naming,
        id: itemId(naming, circle),
        level: 'notice',
        at: lastAt(merges.flatMap(({ step }) => step ?? [])),
        look: () => {
          const handles = handlesOf(sources.db, circle)
          return {
            ...PLAIN,
            shown: handles.get(cut) ?? cut,
            candidates: merges.flatMap(({ loser, step }) =>
              step === undefined
                ? []
                : [
                    candidateOf(sources, step, {
                      value: handles.get(loser) ?? loser,
                      shown: loser !== cut,
                      write: loser,
                    }),
                  ],
            ),
          }
        },
      }
    })
}
