/** A script under judgement: its words with notes and findings marked, or what changed since the version before. */

import { type RefObject, useMemo, useRef, useState } from 'react'

import type { Finding } from '../../../shared/contract/compliance'
import type { Review, ReviewNote, ReviewVersion } from '../../../shared/contract/reviews'
import { diff, lengthOf } from '../../../shared/domain/templates'
import { FindingList } from '../../compliance/FindingList'
import { MarkedText, selectionIn, type TextNote } from '../../compliance/MarkedText'
import type { Span } from '../../compliance/segments'
import { type CheckOf, useCheck } from '../../compliance/use-check'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { ErrorLine } from '../../ui/ErrorState'
import { type NotePlace, Notes } from './Notes'
import classes from './reviews.module.css'

interface ScriptWorkProps {
  readonly review: Review
  readonly version: ReviewVersion
  readonly before: ReviewVersion | undefined
}

export function ScriptWork({ review, version, before }: ScriptWorkProps) {
  const t = useText('reviews')
  const text = version.text ?? ''
  const words = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<NotePlace | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const on = ({ from, to }: Span) => ({
    from,
    to,
    label: t('notes.onWords', { words: shortened(text.slice(from, to)) }),
  })
  const whole = { from: null, to: null, label: t('notes.general') }
  const addNote = () => {
    const chosen = selectionIn(words.current)
    setPlace({ atMs: null, ...(chosen ? on(chosen) : whole) })
  }
  const noteOf = ({ start: from, end: to, safer }: Finding) =>
    setPlace({
      atMs: null,
      ...(from < to ? on({ from, to }) : whole),
      draft: safer ? t('lint.safer', { text: safer.trim() }) : '',
    })
  useKeys({ [KEYS.reviewNote.keys[0]]: addNote })
  return (
    <>
      {before ? (
        <Changes before={before} version={version} />
      ) : (
        <Wording review={review} version={version} words={words} shownNote={shown} onNote={noteOf} />
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

interface WordingProps {
  readonly review: Review
  readonly version: ReviewVersion
  readonly words: RefObject<HTMLDivElement | null>
  readonly shownNote: string | null
  readonly onNote: (finding: Finding) => void
}

/** The script with its findings and notes marked where they stand, and the findings with reason, source and better words. */
function Wording({ review, version, words, shownNote, onNote }: WordingProps) {
  const t = useText('reviews')
  const text = version.text ?? ''
  const { findings, checked, error } = useCheck(text, scopeOf(review))
  const [chosen, choose] = useState<number | null>(null)
  const active = chosen !== null && chosen < findings.length ? chosen : null
  const list = useRef<HTMLDivElement>(null)
  useKeys({
    [KEYS.reviewFindings.keys[0]]: () => {
      list.current?.focus()
      if (active === null && findings.length > 0) choose(0)
    },
  })
  return (
    <>
      {/* Can be scrolled and selected in by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={words} className={classes.script} role="region" aria-label={t('script.label')} tabIndex={0}>
        <MarkedText
          text={text}
          findings={findings}
          active={active}
          onActive={choose}
          notes={notesOn(version.notes)}
          shownNote={shownNote}
        />
      </div>
      <p className={classes.quiet}>{t('script.characters', { count: lengthOf(text) })}</p>
      <section className={classes.found} aria-label={t('lint.title')}>
        <h3 className={classes.part}>{t('lint.title')}</h3>
        {error !== null && <ErrorLine error={error} />}
        {checked && findings.length === 0 && <p className={classes.quiet}>{t('lint.none')}</p>}
        <FindingList
          findings={findings}
          active={active}
          onActive={choose}
          action={{ label: t('lint.note'), run: onNote }}
          listRef={list}
        />
      </section>
    </>
  )
}

/** What the words are held against, also the product's claim sheet. */
function scopeOf({ shopId, productId, market, language, sampleId }: Review): CheckOf {
  return {
    shopId,
    productId,
    market: market !== null && /^[A-Z]{2}$/u.test(market) ? market : null,
    language,
    ties: { commission: true, gifted: sampleId !== null, paid: false },
  }
}

/** Open notes on words. */
function notesOn(notes: readonly ReviewNote[]): TextNote[] {
  return notes.flatMap(({ id, from, to, text, done }) =>
    from === null || to === null || done ? [] : [{ id, from, to, text }],
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

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
