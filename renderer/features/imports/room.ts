/** A table inside a page is as high as its rows, up to what the style allows. */

import type { CSSProperties } from 'react'

/** Hands the number of rows to the style, which knows how high a row is. */
export function roomFor(lines: number): CSSProperties {
  // React's type of a style knows no variables of one's own.
  return { '--lines': lines } as CSSProperties
}
