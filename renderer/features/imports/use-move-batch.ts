/** Takes an import back, or brings it back. Both can be taken back again, so nobody is asked twice. */

import { useMemo, useState } from 'react'

import type { ImportBatch } from '../../../shared/contract/imports'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { say } from '../../session/status'

export interface Moving {
  /** The import being moved. */
  readonly busy: string | null
  readonly error: unknown
  readonly move: (batch: ImportBatch) => void
}

/** Lines that an undo puts back: those the file brought or changed. */
export function linesOf({ counts }: ImportBatch): number {
  return counts.inserted + counts.updated
}

export function useMoveBatch(): Moving {
  const t = useText('imports')
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  return useMemo(() => {
    async function move({ id, live, fileName }: ImportBatch): Promise<void> {
      setBusy(id)
      setError(null)
      try {
        const call = live ? api.imports.undo : api.imports.redo
        const { lines } = await finish(await call({ batchId: id }))
        say(t(live ? 'history.undoneNow' : 'history.redoneNow', { file: fileName, count: lines }))
      } catch (refusal) {
        setError(refusal)
      } finally {
        setBusy(null)
      }
    }
    return { busy, error, move: (batch) => void (busy === null && move(batch)) }
  }, [busy, error, t])
}
