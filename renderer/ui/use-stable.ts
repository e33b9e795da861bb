/** A callback that stays the same object and always does what the newest one does. */

import { useCallback, useEffect, useRef } from 'react'

/** For event handlers only: what it does is known after the drawing it was made in. */
export function useStable<A extends readonly unknown[], R>(callback: (...input: A) => R): (...input: A) => R {
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  })
  return useCallback((...input: A) => latest.current(...input), [])
}
