/** Where the cursor goes when something appears because somebody asked for it, and where it goes back to. */

import { useEffect, useLayoutEffect, useState } from 'react'

/** Puts the cursor into a field that appears because somebody asked for it. */
export function focusNow(element: HTMLElement | null): void {
  element?.focus()
}

/** When what is drawn here goes away while it, or nothing, has the focus, the focus goes back to where it came from. */
export function useReturnedFocus(here: { readonly current: HTMLElement | null }): void {
  // Asked while it is drawn for the first time: fields in it take the focus before any effect runs.
  const [before] = useState(() => document.activeElement)
  // Not a passive effect: those end when the element is gone from the page, and the focus with it.
  useLayoutEffect(() => {
    const mine = here.current
    return () => {
      const now = document.activeElement
      // A button that is busy can no longer have the focus; then nothing has it.
      if (now === document.body || mine?.contains(now)) homeOf(before)?.focus()
    }
  }, [here, before])
}

/** Where the focus was, if that is still there; else the list that the page is for. */
function homeOf(before: Element | null): HTMLElement | null {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) return before
  return document.querySelector<HTMLElement>('#page [data-takes-focus]')
}

const CHOSEN = '#page [role=radiogroup] input:checked'

/** Where each tab draws its own page, the row of tabs with it: who goes through them by arrows stays in it. Call it on a change. */
export function useKeptChoice(): () => void {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    if (changes > 0) document.querySelector<HTMLElement>(CHOSEN)?.focus()
  }, [changes])
  return () => setChanges((before) => before + 1)
}
