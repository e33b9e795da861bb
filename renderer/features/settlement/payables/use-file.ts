/** The ticked payables as a file for the bank or for Payoneer, and who is not in it. */

import { useState } from 'react'

import { api, desktop } from '../../../api'
import { useText } from '../../../messages/i18n'
import { type Command, useCommand } from '../../../ui/use-save'

export type PaymentFile = Awaited<ReturnType<typeof api.payables.export>>

export interface FileCommand {
  readonly write: Command<'bank' | 'payoneer'>
  /** What was left out the last time; empty: nothing. */
  readonly left: PaymentFile['left']
  readonly forget: () => void
}

export function useFile(ids: readonly string[]): FileCommand {
  const t = useText('payables')
  const [left, setLeft] = useState<PaymentFile['left']>([])
  const write = useCommand(
    async (format: 'bank' | 'payoneer') => {
      if (ids.length === 0) return 'nothing'
      const to = await desktop.chooseSave({
        title: t(`bulk.${format}`),
        suggestedName: `${t('fileTitle')}.csv`,
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (to === null) return null
      const written = await api.payables.export({ ids: [...ids], format, to })
      setLeft(written.left)
      return written
    },
    (done) => {
      if (done === null) return ''
      if (done === 'nothing') return t('fileTick')
      const written = t('fileDone', { count: done.rows, file: done.file })
      return done.left.length === 0 ? written : `${written} · ${t('fileLeft', { count: done.left.length })}`
    },
  )
  return { write, left, forget: () => setLeft([]) }
}
