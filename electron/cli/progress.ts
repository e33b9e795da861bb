/** One line on a terminal that is overwritten; elsewhere only what is new, at most one line a second. */

import type { Io } from './io'

export interface ProgressLine {
  readonly say: (text: string) => void
  /** Clears the line, so that what follows stands alone. */
  readonly end: () => void
}

export function progressLine(io: Io): ProgressLine {
  let shown = ''
  let saidAt = Number.NEGATIVE_INFINITY
  const say = (text: string) => {
    if (io.interactive) {
      io.log(`\r\u001B[K${text}`)
      shown = text
      return
    }
    const now = performance.now()
    if (now - saidAt >= 1000) {
      saidAt = now
      io.log(`${text}\n`)
    }
  }
  const end = () => {
    if (shown !== '') {
      io.log('\r\u001B[K')
      shown = ''
    }
  }
  return { say, end }
}
