/** Items about one field: two people's values, two people's texts. */

import { toField } from '../../../db/repositories/record-puts'
import { commonBase, openQuestions, type Question, writesOf } from '../../../db/sync/questions'
import type { FieldValue } from '../../../db/repositories/record-puts'
import type { Cell } from '../../../shared/sync/body'
import { candidateOf, type Draft, itemId, lastAt, writeName } from './items'
import type { Sources } from './sources'
import { joinTexts, mergeText, uniteLists } from './texts'

/** Every field in question that asks something of people, or those of one record. */
export function questionDrafts(sources: Sources, only?: { readonly tbl: number; readonly id: string }): Draft[] {
  return openQuestions(sources.sqlite, only)
    .filter(({ asks }) => asks !== 'quiet')
    .map((question) => (question.column.merge === 'text' ? textDraft : valueDraft)(sources, question))
}

function valueDraft(sources: Sources, question: Question): Draft {
  const { column, writes, tbl, id, entity } = question
  const naming = { kind: 'values', entity, recordId: id, field: column.field } as const
  return {
    ...naming,
    id: itemId(naming, writes.map(writeName)),
    level: 'decision',
    at: lastAt(writes),
    look: () => {
      const past = writesOf(sources.sqlite, tbl, id, column.n)
      const both = column.kind === 'json' ? uniteLists(writes) : null
      return lookOf(sources, question, {
        base: commonBase(past, writes, sources.sight),
        shown: shownOf(question),
        both,
      })
    },
  }
}

/** Texts whose changes do not touch were put together, and nobody has to do anything; of others people choose. */
function textDraft(sources: Sources, question: Question): Draft {
  const { column, writes, tbl, id, entity } = question
  const naming = { kind: 'mergedText', entity, recordId: id, field: column.field } as const
  const named = itemId(naming, writes.map(writeName))
  const { base, merged } = sources.remembered(named, () =>
    mergeText(writes, writesOf(sources.sqlite, tbl, id, column.n)),
  )
  return {
    ...naming,
    id: named,
    level: merged === null ? 'decision' : 'notice',
    at: lastAt(writes),
    look: () =>
      lookOf(sources, question, { base, shown: merged ?? shownOf(question), both: merged ?? joinTexts(writes) }),
  }
}

function shownOf({ writes }: Question): Cell {
  return writes.find(({ shown }) => shown)?.cell ?? null
}

function lookOf(
  sources: Sources,
  { column, writes, entity, id }: Question,
  cells: { readonly base: Cell; readonly shown: Cell; readonly both: Cell },
): ReturnType<Draft['look']> {
  const field = (cell: Cell): FieldValue => toField(column, cell)
  const currency = column.currency === undefined ? null : sources.titles(entity, id).fields?.[column.currency]
  return {
    fieldKind: column.kind,
    currency: typeof currency === 'string' ? currency : null,
    candidates: writes.map((write) => candidateOf(sources, write, { value: field(write.cell), shown: write.shown })),
    base: field(cells.base),
    shown: field(cells.shown),
    both: field(cells.both),
  }
}
