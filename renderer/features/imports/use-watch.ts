/** Watching the Downloads folder: on or off is remembered; what appears there is offered, never imported by itself. */

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { Found } from '../../../shared/contract/imports'
import { z } from '../../../shared/schema'
import { api, desktop } from '../../api'
import { recall, remember } from '../../session/memory'

const NAME = 'imports.watch'

export interface Watch {
  readonly on: boolean
  readonly folder: string | null
  /** Why nothing is watched although it shall be. */
  readonly error: unknown
  readonly set: (on: boolean) => void
}

/** Keep `onFound` stable. */
export function useWatch(onFound: (found: Found) => void): Watch {
  const [on, setOn] = useState(() => recall(NAME, z.boolean()) ?? false)
  const [error, setError] = useState<unknown>(null)
  const folder =
    useQuery({ queryKey: [['desktop', 'places']], queryFn: () => desktop.places({}) }).data?.downloads ?? null
  useEffect(() => {
    if (!on || folder === null) {
      return undefined
    }
    const stop = new AbortController()
    listen(folder, stop.signal, onFound).catch((refusal: unknown) => stop.signal.aborted || setError(refusal))
    return () => stop.abort()
  }, [on, folder, onFound])
  return {
    on,
    folder,
    error,
    set: (next) => {
      remember(NAME, next)
      setError(null)
      setOn(next)
    },
  }
}

async function listen(folder: string, signal: AbortSignal, onFound: (found: Found) => void): Promise<void> {
  for await (const found of await api.imports.watch({ folder }, { signal })) {
    onFound(found)
  }
}
