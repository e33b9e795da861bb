/** One package on its way in: read, shown, applied or left alone. Nothing is applied before somebody says so. */

import { useEffect, useReducer, useState } from 'react'

import { asAppError } from '../../../shared/contract/refusal'
import type { Progress } from '../../../shared/contract/define'
import type { ImportedPackage as ImportedSchema, PackageSummary } from '../../../shared/contract/sync'
import type { z } from '../../../shared/schema'
import { api } from '../../api'
import { finish } from '../../session/job'
import { useStable } from '../../ui/use-stable'

export type Imported = z.infer<typeof ImportedSchema>

export type Stage =
  | { readonly at: 'reading'; readonly progress: Progress | null }
  | { readonly at: 'locked'; readonly error: unknown }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'shown'; readonly summary: PackageSummary; readonly error: unknown; readonly stopped: boolean }
  | { readonly at: 'applying'; readonly summary: PackageSummary; readonly progress: Progress | null }
  | { readonly at: 'applied'; readonly summary: PackageSummary; readonly result: Imported }

export interface PackageWork {
  readonly stage: Stage
  readonly unlock: (passphrase: string, keep: boolean) => void
  readonly apply: () => void
  readonly stop: () => void
  readonly readAgain: () => void
}

/** `onApplied` is called when something may have been applied, also when it was stopped. */
export function usePackage(file: string, onApplied: () => void): PackageWork {
  const [stage, enter] = useReducer((_: Stage, next: Stage) => next, { at: 'reading', progress: null })
  const [turns] = useState(() => new Turns())
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const orderWith = (known: string | null) => ({ file, ...(known !== null && { passphrase: known }) })
  const read = useStable(async (known: string | null): Promise<void> => {
    const signal = turns.begin()
    enter({ at: 'reading', progress: null })
    try {
      const job = await api.sync.preview(orderWith(known), { signal })
      const summary = await finish(job, (progress) => enter({ at: 'reading', progress }))
      enter({ at: 'shown', summary, error: null, stopped: false })
    } catch (error) {
      if (!signal.aborted) {
        enter({ at: isLocked(error) ? 'locked' : 'failed', error })
      }
    }
  })
  const apply = async (summary: PackageSummary): Promise<void> => {
    const signal = turns.begin()
    enter({ at: 'applying', summary, progress: null })
    try {
      const job = await api.sync.import(orderWith(passphrase), { signal })
      const result = await finish(job, (progress) => enter({ at: 'applying', summary, progress }))
      enter({ at: 'applied', summary, result })
    } catch (error) {
      enter({ at: 'shown', summary, error: signal.aborted ? null : error, stopped: signal.aborted })
    } finally {
      onApplied()
    }
  }
  useEffect(() => {
    void read(null)
    return () => turns.stop()
  }, [read, turns])
  return {
    stage,
    unlock(typed, keep) {
      setPassphrase(typed)
      if (keep) {
        void api.sync.setPassphrase({ passphrase: typed }).catch(() => undefined)
      }
      void read(typed)
    },
    apply: () => stage.at === 'shown' && void apply(stage.summary),
    stop: () => turns.stop(),
    readAgain: () => void read(passphrase),
  }
}

/** One piece of work at a time: the next one ends the one before. */
class Turns {
  #now: AbortController | null = null

  begin(): AbortSignal {
    this.stop()
    this.#now = new AbortController()
    return this.#now.signal
  }

  stop(): void {
    this.#now?.abort()
  }
}

function isLocked(error: unknown): boolean {
  const { code } = asAppError(error)
  return code === 'sync.passphraseNeeded' || code === 'sync.wrongPassphrase'
}
