/** Whether Space and the arrows are free for the player: not while a button or a choice of the page has the focus. */

import { useEffect, useState } from 'react'

const KEEPS = 'button, input, select, textarea, a, summary, [role=slider], [role=tab], [role=radio]'

export function useFreeFocus(): boolean {
  const [free, setFree] = useState(isFree)
  useEffect(() => {
    const look = () => setFree(isFree())
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [])
  return free
}

function isFree(): boolean {
  const focus = document.activeElement
  return focus === null || !focus.matches(KEEPS) || focus.hasAttribute('data-commands')
}
