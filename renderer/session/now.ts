/** The clock for texts such as “2 hours ago”: moves on once a minute. */

import { useEffect, useState } from 'react'

const MINUTE = 60_000

export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
