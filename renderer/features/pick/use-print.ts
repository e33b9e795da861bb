/** Lists, labels, the template and the ledger as files of one's choice. */

import { api, desktop } from '../../api'
import { useLanguage, useText } from '../../messages/i18n'
import { type Command, useCommand } from '../../ui/use-save'
import type { PickState } from './use-pick'

export interface Prints {
  readonly list: Command<'en' | 'zh-CN'>
  readonly labels: Command<'a4' | '100x150'>
  readonly template: Command<void>
  readonly ledger: Command<void>
}

export function usePrint(shopId: string | null, { chosen, ticked }: PickState): Prints {
  const t = useText('sampleFiles')
  const language = useLanguage()
  const ids = ticked.size > 0 ? { ids: chosen.map(({ id }) => id) } : {}
  const pdf = (name: string) =>
    desktop.chooseSave({ title: name, suggestedName: `${name}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] })
  const table = (name: string) =>
    desktop.chooseSave({
      title: name,
      suggestedName: `${name}.xlsx`,
      filters: [
        { name: 'Excel', extensions: ['xlsx'] },
        { name: 'CSV', extensions: ['csv'] },
      ],
    })
  const formatOf = (file: string) => (file.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx')
  const list = useCommand(
    async (wanted: 'en' | 'zh-CN') => {
      const to = await pdf(t('print.listName'))
      return to === null ? null : api.sampleFiles.print({ shopId, what: 'pickList', language: wanted, to, ...ids })
    },
    (done) => (done === null ? '' : t('print.done', { file: done.file, count: done.samples })),
  )
  const labels = useCommand(
    async (paper: 'a4' | '100x150') => {
      const to = await pdf(t('print.labelsName'))
      return to === null ? null : api.sampleFiles.print({ shopId, what: 'labels', language, paper, to, ...ids })
    },
    (done) =>
      done === null
        ? ''
        : t(done.gaps > 0 ? 'print.doneWithGaps' : 'print.done', {
            file: done.file,
            count: done.samples,
            gaps: done.gaps,
          }),
  )
  const template = useCommand(
    async () => {
      const to = await table(t('print.templateName'))
      return to === null ? null : api.sampleFiles.template({ to, format: formatOf(to) })
    },
    (done) => (done === null ? '' : t('print.saved', { file: done.file, count: done.rows })),
  )
  const ledger = useCommand(
    async () => {
      const to = await table(t('print.ledgerName'))
      return to === null ? null : api.sampleFiles.ledger({ to, format: formatOf(to), shopId })
    },
    (done) => (done === null ? '' : t('print.saved', { file: done.file, count: done.rows })),
  )
  return { list, labels, template, ledger }
}
