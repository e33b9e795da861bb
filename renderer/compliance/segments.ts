/** A text cut where findings begin and end, and findings that stay where they were while the text around them is edited. */

import type { Finding } from '../../shared/contract/compliance'

/** A piece of the text; `finding` is its place in the list of findings, null of what nothing was found in. */
export interface Segment {
  /** Where it begins in the text. */
  readonly from: number
  readonly text: string
  readonly finding: number | null
}

/** Findings in the order of the text, none overlapping; where something is missing, an empty piece. */
export function segmentsOf(text: string, findings: readonly Pick<Finding, 'start' | 'end'>[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  findings.forEach(({ start, end }, finding) => {
    if (start < at || end > text.length) return
    if (start > at) segments.push({ from: at, text: text.slice(at, start), finding: null })
    segments.push({ from: start, text: text.slice(start, end), finding })
    at = end
  })
  if (at < text.length) segments.push({ from: at, text: text.slice(at), finding: null })
  return segments
}

/** Characters that somebody wrote something on. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Pieces cut once more where notes begin and end, so that each lies on a note wholly or not at all. */
export function cutAt(segments: readonly Segment[], spans: readonly Span[]): Segment[] {
  const cuts = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  return segments.flatMap((segment) => {
    const { from, text, finding } = segment
    const inside = cuts.filter((cut) => cut > from && cut < from + text.length)
    if (inside.length === 0) return [segment]
    const places = [from, ...inside, from + text.length]
    return places.slice(0, -1).map((place, index) => ({
      from: place,
      text: text.slice(place - from, (places[index + 1] ?? place) - from),
      finding,
    }))
  })
}

/** Findings of `before` as they lie in `after`: those in what was edited are left out until it is checked again. */
export function moved(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  if (before === after) return findings
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const shift = after.length - before.length
  return findings.flatMap((finding) => {
    if (finding.end <= head) return [finding]
    if (finding.start < before.length - tail) return []
    return [{ ...finding, start: finding.start + shift, end: finding.end + shift }]
  })
}

/** The text with the safer wording of one finding; null where the sentence has to be written anew. */
export function withSafer(
  text: string,
  { start, end, safer }: Pick<Finding, 'start' | 'end' | 'safer'>,
): string | null {
  if (safer === null) return null
  const after = text.slice(end)
  // A word that is left out takes the blank behind it along.
  const rest = safer === '' && (start === 0 || /\s$/.test(text.slice(0, start))) ? after.replace(/^[ \t]/, '') : after
  return text.slice(0, start) + safer + rest
}
