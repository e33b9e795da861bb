/** A figure in a sentence, tile or list. Unknown is a grey dash; with `onOpen` it opens the lines behind it. */

import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

import classes from './states.module.css'

export const DASH = '–'

export interface FigureProps {
  /** The text of the figure; null when it is unknown. */
  readonly children: string | null
  /** How it was worked out, or its exact value: shown on hover. */
  readonly explanation?: ReactNode
  readonly onOpen?: (() => void) | undefined
}

export function Figure({ children, explanation, onOpen }: FigureProps) {
  const body =
    children === null ? (
      <span className={classes.dash}>{DASH}</span>
    ) : onOpen ? (
      <button type="button" className={classes.link} onClick={onOpen}>
        {children}
      </button>
    ) : (
      <span className={classes.figure}>{children}</span>
    )
  return explanation ? <Tooltip label={explanation}>{body}</Tooltip> : body
}
