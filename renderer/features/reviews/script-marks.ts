/** A script cut into pieces, each with the notes and findings that lie on it. */

import type { Finding } from '../../../shared/contract/compliance'
import type { ReviewNote } from '../../../shared/contract/reviews'

export interface Mark {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly kind: 'note' | 'stop' | 'warn' | 'hint'
  /** On hover. */
  readonly why: string
}

export interface Piece {
  readonly from: number
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Open notes on words. */
export function marksOf(notes: readonly ReviewNote[]): Mark[] {
  return notes.flatMap(({ id, from, to, text, done }) =>
    from === null || to === null || done ? [] : [{ id, from, to, kind: 'note' as const, why: text }],
  )
}

/** What the linter found on words; what is missing lies on none. */
export function findingMarks(findings: readonly Finding[], language: 'en' | 'zh-CN'): Mark[] {
  return findings.map(({ rule, start, end, level, reason }) => ({
    id: `${rule} ${start}`,
    from: start,
    to: end,
    kind: level,
    why: reason[language],
  }))
}

/** All pieces together are the text; a mark beyond its end (of another version) lies on nothing. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const real = marks.filter(({ from, to }) => from < to && from < text.length)
  const cuts = new Set([0, text.length])
  for (const { from, to } of real) {
    cuts.add(Math.max(0, from))
    cuts.add(Math.min(text.length, to))
  }
  const places = [...cuts].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? text.length
    return {
      from,
      text: text.slice(from, to),
      marks: real.filter((mark) => mark.from <= from && mark.to >= to),
    }
  })
}
