/** What stands in for a page while it is asked for. Under 150 ms nothing is shown, so that nothing blinks. */

import { useEffect, useState } from 'react'

import { useText } from '../messages/i18n'
import classes from './states.module.css'

const SHOWN_AFTER_MS = 150
const WIDTHS = ['38%', '92%', '84%', '88%', '61%']

export function Loading() {
  const t = useText('common')
  const shown = useLater()
  if (!shown) {
    return null
  }
  return (
    <div className={classes.skeleton} role="status" aria-label={t('loading')} aria-busy>
      {WIDTHS.map((width) => (
        <div key={width} className={classes.bar} style={{ width }} />
      ))}
    </div>
  )
}

/** True once the caller has been on screen long enough for waiting to be noticed. */
export function useLater(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return late
}
