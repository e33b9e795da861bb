/** A script with what was found in it marked where it stands; a mark is a button that shows its finding. */

import type { Finding } from '../../shared/contract/compliance'
import classes from './compliance.module.css'
import { segmentsOf } from './segments'
import { useFindingWords } from './use-finding-words'

export interface MarkedTextProps {
  readonly text: string
  readonly findings: readonly Finding[]
  /** The finding that is shown, by its place in the list; null: none. */
  readonly active: number | null
  readonly onActive: (index: number) => void
  /** Of the text, for fonts and screen readers. */
  readonly language?: string | undefined
}

export function MarkedText({ text, findings, active, onActive, language }: MarkedTextProps) {
  const words = useFindingWords()
  return (
    <div className={classes.text} lang={language}>
      {segmentsOf(text, findings).map(({ text: piece, finding }, at) => {
        const key = `${at} ${piece}`
        const found = finding === null ? undefined : findings[finding]
        if (finding === null || !found) return <span key={key}>{piece}</span>
        return (
          <button
            key={key}
            type="button"
            className={classes.mark}
            data-level={found.level}
            data-active={finding === active || undefined}
            data-missing={piece === '' || undefined}
            title={words.reason(found)}
            onClick={() => onActive(finding)}
          >
            {piece === '' ? words.said(found) : piece}
          </button>
        )
      })}
    </div>
  )
}
