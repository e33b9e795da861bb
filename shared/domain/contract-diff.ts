/** What changed from one version of a contract to another, clause by clause, with the words that changed marked. */

import { type BodyClause, CONTRACT_LANGUAGES, type ContractBody, type ContractLanguage } from './contract-body'
import { diff, type DiffPart } from './templates'

export type ClauseChange = 'same' | 'changed' | 'moved' | 'added' | 'removed'

/** One clause of either version. `moved`: the same words in another place among those that stayed. */
export interface ClauseDiff {
  readonly key: string
  readonly change: ClauseChange
  /** Also moved, where its words changed. */
  readonly moved: boolean
  /** Places from 1; null: not in that version. */
  readonly before: number | null
  readonly after: number | null
  readonly title: Readonly<Record<ContractLanguage, readonly DiffPart[]>>
  readonly text: Readonly<Record<ContractLanguage, readonly DiffPart[]>>
}

/** In the order of the newer version; what was removed stands after the clause that it followed. */
export function diffBodies(before: ContractBody, after: ContractBody): readonly ClauseDiff[] {
  const places = new Map(before.clauses.map(({ key }, index) => [key, index]))
  const kept = after.clauses.flatMap(({ key }) => places.get(key) ?? [])
  const still = longestRise(kept)
  const inAfter = new Set(after.clauses.map(({ key }) => key))
  const shown = after.clauses.map((clause, index): ClauseDiff => {
    const place = places.get(clause.key)
    const old = place === undefined ? null : (before.clauses[place] ?? null)
    const moved = place !== undefined && !still.has(place)
    return clauseDiff(old, clause, { before: place === undefined ? null : place + 1, after: index + 1, moved })
  })
  before.clauses.forEach((clause, index) => {
    if (inAfter.has(clause.key)) return
    const previous = before.clauses[index - 1]?.key
    const at = previous === undefined ? 0 : shown.findIndex(({ key }) => key === previous) + 1
    shown.splice(at, 0, clauseDiff(clause, null, { before: index + 1, after: null, moved: false }))
  })
  return shown
}

function clauseDiff(
  before: BodyClause | null,
  after: BodyClause | null,
  place: Pick<ClauseDiff, 'before' | 'after' | 'moved'>,
): ClauseDiff {
  const marks = (part: 'title' | 'text') => {
    const [zh, en] = CONTRACT_LANGUAGES.map((language) =>
      diff(before?.[part][language] ?? '', after?.[part][language] ?? ''),
    )
    return { zh: zh ?? [], en: en ?? [] }
  }
  const [title, text] = [marks('title'), marks('text')]
  const isSame = [title, text].every((both) => [...both.zh, ...both.en].every(({ kind }) => kind === 'same'))
  const kept = isSame ? (place.moved ? 'moved' : 'same') : 'changed'
  const change = before === null ? 'added' : after === null ? 'removed' : kept
  return { key: (after ?? before)?.key ?? '', change, ...place, title, text }
}

/** The most of these that stand in rising order: the clauses that stayed where they were; the rest moved. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  const best: (readonly number[])[] = []
  for (const place of places) {
    const before = best.filter((run) => (run.at(-1) ?? -1) < place)
    best.push([...before.reduce<readonly number[]>((long, run) => (run.length > long.length ? run : long), []), place])
  }
  return new Set(best.reduce<readonly number[]>((long, run) => (run.length > long.length ? run : long), []))
}

/** True when nothing was said differently: no new version is needed. */
export function isSameBody(changes: readonly ClauseDiff[]): boolean {
  return changes.every(({ change }) => change === 'same')
}
