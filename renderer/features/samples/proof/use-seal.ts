/** Checks the seal when files come into view, and again when somebody asks: it reads every byte. */

import { useEffect, useState } from 'react'

import type { CheckedSeal, ProofFile } from '../../../../shared/contract/sample-proof'
import { api } from '../../../api'
import { finish } from '../../../session/job'

export interface SealCheck {
  /** Null while it is being worked out. */
  readonly checked: CheckedSeal | null
  /** 0 to 1. */
  readonly done: number
  readonly error: unknown
  readonly again: () => void
}

export function useSeal(sampleId: string, files: readonly ProofFile[]): SealCheck {
  const [turn, setTurn] = useState(0)
  const [checked, setChecked] = useState<CheckedSeal | null>(null)
  const [done, setDone] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const what = files.map(({ id, sha256, state }) => `${id} ${sha256} ${state}`).join()
  useEffect(() => {
    const leaving = new AbortController()
    const check = async () => {
      setChecked(null)
      setDone(0)
      setError(null)
      try {
        const job = await api.sampleProof.check({ sampleId }, { signal: leaving.signal })
        const found = await finish(job, ({ done: bytes, total }) => setDone(total ? bytes / total : 0))
        if (!leaving.signal.aborted) setChecked(found)
      } catch (refusal) {
        if (!leaving.signal.aborted) setError(refusal)
      }
    }
    void check()
    return () => leaving.abort()
  }, [sampleId, what, turn])
  return { checked, done, error, again: () => setTurn(turn + 1) }
}
