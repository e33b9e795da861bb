/** The list as a file, each step with the hash of its entry. */

import { Button } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'

import { api, desktop } from '../../api'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { ErrorLine } from '../../ui/ErrorState'
import { useCommand } from '../../ui/use-save'

export function AuditExport({ filter }: { readonly filter: { readonly search: string; readonly person?: string } }) {
  const t = useText('audit')
  const save = useCommand(
    async () => {
      const to = await desktop.chooseSave({
        title: t('exportTitle'),
        suggestedName: `${t('exportName')}.csv`,
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (to === null) return null
      const titles = (['at', 'person', 'computer', 'step', 'about', 'changes', 'copy', 'number', 'hash'] as const).map(
        (field) => t(`fields.${field}`),
      )
      return finish(await api.audit.export({ ...filter, to, format: 'csv', titles }))
    },
    (done) => (done === null ? '' : t('exported', { count: done.rows, file: done.file })),
  )
  return (
    <>
      {save.error !== null && <ErrorLine error={save.error} />}
      <Button
        variant="default"
        leftSection={<IconTableExport size={14} />}
        loading={save.busy}
        onClick={() => save.run()}
      >
        {t('export')}
      </Button>
    </>
  )
}
