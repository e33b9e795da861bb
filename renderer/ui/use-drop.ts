/** Files and folders dragged over the window, wherever they are let go. */

import { useEffect, useState } from 'react'

import { pathOf } from '../api'

/**
 * True while something is dragged over the window. `onPaths` gets of what was dropped what `isMine` says; keep both stable.
 */
export function useDrop(onPaths: (paths: readonly string[]) => void, isMine: (path: string) => boolean): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Leaving one element for another counts as leaving and entering: depth tells when the window itself is left.
    let depth = 0
    const stopped = new AbortController()
    const listen = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(
        type,
        (event) => {
          if (event.dataTransfer?.types.includes('Files')) {
            event.preventDefault()
            act(event)
          }
        },
        { signal: stopped.signal },
      )
    const enter = (by: number) => {
      depth = Math.max(0, depth + by)
      setOver(depth > 0)
    }
    listen('dragenter', () => enter(1))
    listen('dragover', () => undefined)
    listen('dragleave', () => enter(-1))
    listen('drop', ({ dataTransfer }) => {
      enter(-depth)
      const paths = [...(dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== '' && isMine(path))
      if (paths.length > 0) {
        onPaths(paths)
      }
    })
    return () => stopped.abort()
  }, [onPaths, isMine])
  return over
}
