/** A script to write in, with what was found in it marked under the letters while one types. */

import { type KeyboardEvent, type Ref, type UIEvent, useRef } from 'react'

import type { Finding } from '../../shared/contract/compliance'
import classes from './compliance.module.css'
import { segmentsOf } from './segments'

export interface MarkedEditorProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly findings: readonly Finding[]
  readonly active: number | null
  readonly onChange: (text: string) => void
  /** The cursor stands here now. */
  readonly onCursor: (at: number) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly fieldRef?: Ref<HTMLTextAreaElement>
}

export function MarkedEditor(props: MarkedEditorProps) {
  const { label, placeholder, value, findings, active, onChange, onCursor, onKeyDown, fieldRef } = props
  const back = useRef<HTMLDivElement>(null)
  const follow = ({ currentTarget }: UIEvent<HTMLTextAreaElement>) => {
    if (back.current) back.current.scrollTop = currentTarget.scrollTop
  }
  return (
    <div className={classes.editor}>
      <div ref={back} className={classes.back} aria-hidden>
        {segmentsOf(value, findings).map(({ text, finding }, at) => {
          const found = finding === null ? undefined : findings[finding]
          const key = `${at} ${text}`
          return found ? (
            <mark
              key={key}
              className={classes.ground}
              data-level={found.level}
              data-active={finding === active || undefined}
            >
              {text}
            </mark>
          ) : (
            <span key={key}>{text}</span>
          )
        })}
        {/* The last line of a text that ends with a break has a height as well. */}
        <span>{'\n'}</span>
      </div>
      <textarea
        ref={fieldRef}
        className={classes.field}
        aria-label={label}
        placeholder={placeholder}
        spellCheck={false}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onSelect={({ currentTarget }) => onCursor(currentTarget.selectionStart)}
        onScroll={follow}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
