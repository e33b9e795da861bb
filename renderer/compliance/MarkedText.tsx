/**
 * A script with what was found in it and what was noted on it marked where it stands; a finding's mark is a button
 * that shows it. Pieces say where they begin (`data-from`), so that a selection can be told in characters of the text.
 */

import { useMemo } from 'react'

import type { Finding } from '../../shared/contract/compliance'
import classes from './compliance.module.css'
import { cutAt, type Segment, segmentsOf, type Span } from './segments'
import { type FindingWords, useFindingWords } from './use-finding-words'

/** Somebody's words on a part of the text. */
export interface TextNote extends Span {
  readonly id: string
  readonly text: string
}

export interface MarkedTextProps {
  readonly text: string
  readonly findings: readonly Finding[]
  /** The finding that is shown, by its place in the list; null: none. */
  readonly active: number | null
  readonly onActive: (index: number) => void
  readonly notes?: readonly TextNote[]
  /** The note that is shown. */
  readonly shownNote?: string | null
  /** Of the text, for fonts and screen readers. */
  readonly language?: string | undefined
}

export function MarkedText({ text, findings, notes = [], language, ...marks }: MarkedTextProps) {
  const words = useFindingWords()
  const segments = useMemo(() => cutAt(segmentsOf(text, findings), notes), [text, findings, notes])
  return (
    <div className={classes.text} lang={language}>
      {segments.map((segment) => {
        const { finding, from } = segment
        const on = notes.filter((note) => note.from <= from && note.to >= from + segment.text.length && note.to > from)
        return (
          <Piece
            key={`${from} ${segment.text}`}
            segment={segment}
            finding={finding === null ? undefined : findings[finding]}
            notes={segment.text === '' ? [] : on}
            words={words}
            {...marks}
          />
        )
      })}
    </div>
  )
}

interface PieceProps extends Pick<MarkedTextProps, 'active' | 'onActive' | 'shownNote'> {
  readonly segment: Segment
  readonly finding: Finding | undefined
  readonly notes: readonly TextNote[]
  readonly words: FindingWords
}

function Piece({ segment, finding, notes, words, active, onActive, shownNote }: PieceProps) {
  const { from, text, finding: index } = segment
  const noted = notes.length > 0 || undefined
  const shown = notes.some(({ id }) => id === shownNote) || undefined
  const said = notes.map((note) => note.text)
  if (index === null || !finding) {
    return noted ? (
      <mark
        ref={shown && intoView}
        className={classes.noted}
        data-from={from}
        data-active={shown}
        title={said.join('\n')}
      >
        {text}
      </mark>
    ) : (
      <span data-from={from}>{text}</span>
    )
  }
  const chosen = index === active
  return (
    <button
      ref={chosen || shown ? intoView : undefined}
      type="button"
      className={classes.mark}
      data-from={from}
      data-level={finding.level}
      data-active={chosen || shown}
      data-noted={noted}
      data-missing={text === '' || undefined}
      title={[words.reason(finding), ...said].join('\n')}
      onClick={() => onActive(index)}
    >
      {text === '' ? words.said(finding) : text}
    </button>
  )
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

/** The characters of the text that are selected in it; null: none. */
export function selectionIn(element: HTMLElement | null): Span | null {
  const selection = document.getSelection()
  if (element === null || selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const from = placeIn(element, startContainer, startOffset)
  const to = placeIn(element, endContainer, endOffset)
  return from === null || to === null || from >= to ? null : { from, to }
}

/** Where a place of the document lies in the text; a word that is only said to be missing has no length in it. */
function placeIn(element: HTMLElement, node: Node, offset: number): number | null {
  if (!element.contains(node)) return null
  const piece = node.parentElement?.closest<HTMLElement>('[data-from]')
  if (node.nodeType === Node.TEXT_NODE && piece) {
    return Number(piece.dataset['from']) + (piece.dataset['missing'] === undefined ? offset : 0)
  }
  // Between pieces: where the next one begins, else where the last one ends.
  const pieces = [...element.querySelectorAll<HTMLElement>('[data-from]')]
  const at = document.createRange()
  at.setStart(node, offset)
  const next = pieces.find((one) => at.comparePoint(one, 0) > 0)
  const last = pieces.at(-1)
  const found = next ?? last
  if (!found) return null
  const length = next || found.dataset['missing'] !== undefined ? 0 : (found.textContent?.length ?? 0)
  return Number(found.dataset['from']) + length
}
