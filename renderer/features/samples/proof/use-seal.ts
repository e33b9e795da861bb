/** Checks the seal when files come into view, and again when somebody asks: it reads every byte. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

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
  const [done, setDone] = useState(0)
  const what = files.map(({ id, sha256, state }) => `${id} ${sha256} ${state}`)
  const query = useQuery({
    queryKey: [['sampleProof', 'check'], sampleId, what],
    queryFn: async ({ signal }) => {
      const job = await api.sampleProof.check({ sampleId }, { signal })
      return finish(job, ({ done: bytes, total }) => setDone(total ? bytes / total : 0))
    },
    // Bytes on a disk change without any word of it: what was whole once is looked at again.
    staleTime: 0,
    gcTime: 0,
  })
  return {
    checked: query.isFetching ? null : (query.data ?? null),
    done,
    error: query.error,
    again: () => void query.refetch(),
  }
}
