/** The sample that is looked at: chosen on the page, or the one that another section asked for. */

import { useState } from 'react'

import { type Place, usePlace } from '../../session/place'

export function useSentSample() {
  const { target } = usePlace()
  const [seen, setSeen] = useState<Place['target']>(null)
  const [id, setId] = useState<string | null>(null)
  if (seen !== target) {
    setSeen(target)
    if (target?.sample !== undefined) setId(target.sample)
  }
  return [id, setId] as const
}
