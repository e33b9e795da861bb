/** The ticked payables as a file for the bank or for Payoneer, and who is not in it. */

import { api, desktop } from '../../../api'
import { useText } from '../../../messages/i18n'
import { type Command, useCommand } from '../../../ui/use-save'
import type { NotDone } from './LeftOut'

/** `onLeft` is told what was left out, if anything was. */
export function useFile(ids: readonly string[], onLeft: (left: NotDone) => void): Command<'bank' | 'payoneer'> {
  const t = useText('payables')
  return useCommand(
    async (format: 'bank' | 'payoneer') => {
      if (ids.length === 0) return 'nothing'
      const to = await desktop.chooseSave({
        title: t(`bulk.${format}`),
        suggestedName: `${t('fileTitle')}.csv`,
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (to === null) return null
      const written = await api.payables.export({ ids: [...ids], format, to })
      if (written.left.length > 0) onLeft({ title: t('leftTitle'), left: written.left.map(toRow) })
      return written
    },
    (done) => {
      if (done === null) return ''
      if (done === 'nothing') return t('fileTick')
      const written = t('fileDone', { count: done.rows, file: done.file })
      return done.left.length === 0 ? written : `${written} · ${t('fileLeft', { count: done.left.length })}`
    },
  )

  function toRow({ id, handle, title, why }: Left): NotDone['left'][number] {
    const name = [handle && `@${handle}`, title].filter((part) => part !== null).join(' · ')
    return { id, name, why: t(`why.${why}`) }
  }
}

type Left = Awaited<ReturnType<typeof api.payables.export>>['left'][number]
