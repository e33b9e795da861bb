/** A script under judgement: its words with notes and findings marked, or what changed since the version before. */

import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'

import type { Finding } from '../../../shared/contract/compliance'
import type { Review, ReviewVersion } from '../../../shared/contract/reviews'
import { diff, lengthOf } from '../../../shared/domain/templates'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { Findings } from './Findings'
import { type NotePlace, Notes } from './Notes'
import classes from './reviews.module.css'
import { findingMarks, type Mark, marksOf, piecesOf } from './script-marks'

interface ScriptWorkProps {
  readonly review: Review
  readonly version: ReviewVersion
  readonly before: ReviewVersion | undefined
}

export function ScriptWork({ review, version, before }: ScriptWorkProps) {
  const t = useText('reviews')
  const findings = useFindings(review, version)
  const { language } = useFormat()
  const words = useRef<HTMLDivElement>(null)
  const text = version.text ?? ''
  const [place, setPlace] = useState<NotePlace | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const addNote = () => {
    const chosen = selectionIn(words.current)
    setPlace(
      chosen === null
        ? { atMs: null, ...whole(t) }
        : {
            atMs: null,
            ...chosen,
            label: t('notes.onWords', { words: shortened(text.slice(chosen.from, chosen.to)) }),
          },
    )
  }
  useKeys({ [KEYS.reviewNote.keys[0]]: addNote })
  return (
    <>
      {before ? (
        <Changes before={before} version={version} />
      ) : (
        <Words
          container={words}
          text={text}
          marks={[...findingMarks(findings, language), ...marksOf(version.notes)]}
          shown={shown}
        />
      )}
      <p className={classes.quiet}>{t('script.characters', { count: lengthOf(text) })}</p>
      {!before && (
        <Findings
          findings={findings}
          onNote={({ start: from, end: to, text: said, safer }) =>
            setPlace({
              atMs: null,
              ...(from < to ? { from, to, label: t('notes.onWords', { words: shortened(said) }) } : whole(t)),
              draft: safer ? t('lint.safer', { text: safer }) : '',
            })
          }
        />
      )}
      <Notes
        version={version}
        place={place}
        onAdd={addNote}
        onClose={() => setPlace(null)}
        onGo={({ id }) => setShown(id)}
      />
    </>
  )
}

/** A note on no words in particular. */
function whole(t: ReturnType<typeof useText<'reviews'>>) {
  return { from: null, to: null, label: t('notes.general') }
}

/** What the linter finds, also against the product's claim sheet; none while it is asked. */
function useFindings(review: Review, { text }: ReviewVersion): readonly Finding[] {
  const { shopId, productId, market, language, sampleId } = review
  const input = {
    text: text ?? '',
    shopId,
    productId,
    market: market !== null && /^[A-Z]{2}$/u.test(market) ? market : null,
    language,
    ties: { commission: true, gifted: sampleId !== null, paid: false },
  }
  return useQuery(orpc.compliance.check.queryOptions({ input })).data?.findings ?? []
}

interface WordsProps {
  readonly container: React.RefObject<HTMLDivElement | null>
  readonly text: string
  readonly marks: readonly Mark[]
  /** The mark that was asked for. */
  readonly shown: string | null
}

function Words({ container, text, marks, shown }: WordsProps) {
  const t = useText('reviews')
  const pieces = useMemo(() => piecesOf(text, marks), [text, marks])
  return (
    // Can be scrolled and selected in by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={container} className={classes.script} role="region" aria-label={t('script.label')} tabIndex={0}>
      {pieces.map(({ from, text: piece, marks: on }) =>
        on.length === 0 ? (
          <span key={from}>{piece}</span>
        ) : (
          <mark
            key={from}
            data-kind={on.at(-1)?.kind}
            data-shown={on.some(({ id }) => id === shown) || undefined}
            title={on.map(({ why }) => why).join('\n')}
          >
            {piece}
          </mark>
        ),
      )}
    </div>
  )
}

function Changes({ before, version }: { readonly before: ReviewVersion; readonly version: ReviewVersion }) {
  const t = useText('reviews')
  const parts = useMemo(() => diff(before.text ?? '', version.text ?? ''), [before.text, version.text])
  const side = (kind: 'removed' | 'added') =>
    parts.flatMap((part, index) =>
      part.kind === 'same' || part.kind === kind
        ? [part.kind === 'same' ? <span key={index}>{part.text}</span> : <Changed key={index} part={part} />]
        : [],
    )
  return (
    <div className={classes.sideBySide} role="group" aria-label={t('script.diff', { n: before.version })}>
      <figure className={classes.shown}>
        <figcaption>{t('script.before', { n: before.version })}</figcaption>
        <div className={classes.script}>{side('removed')}</div>
      </figure>
      <figure className={classes.shown}>
        <figcaption>{t('script.before', { n: version.version })}</figcaption>
        <div className={classes.script}>{side('added')}</div>
      </figure>
    </div>
  )
}

function Changed({ part: { kind, text } }: { readonly part: ReturnType<typeof diff>[number] }) {
  return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>
}

/** The characters that are selected inside an element; null: none. */
function selectionIn(element: HTMLElement | null): { readonly from: number; readonly to: number } | null {
  const selection = document.getSelection()
  if (element === null || selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null
  const ahead = document.createRange()
  ahead.selectNodeContents(element)
  ahead.setEnd(range.startContainer, range.startOffset)
  const from = ahead.toString().length
  return { from, to: from + range.toString().length }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
