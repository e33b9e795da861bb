/** The backups beside a file that cannot be opened; restoring one keeps the file as it was. */

import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'

import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { openWorkspace } from '../../session/opening'
import { Answer } from '../../ui/Answer'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import classes from './welcome.module.css'

export function BackupsOf({ file }: { readonly file: string }) {
  const t = useText('welcome')
  const format = useFormat()
  const answers = useQueryClient()
  const query = useQuery(orpc.workspace.backupsOf.queryOptions({ input: { file }, staleTime: 0 }))
  const restore = useCommand(
    async (backup: string) => {
      const { keptAs } = await finish(await api.workspace.restoreDamaged({ file, backup }))
      await openWorkspace(answers, file)
      return keptAs
    },
    (keptAs) => t('problem.restored', { file: keptAs }),
  )
  return (
    <Answer query={query}>
      {(backups) => (
        <section>
          <h2 className={classes.heading}>{t('problem.backups')}</h2>
          {backups.length === 0 ? (
            <p className={classes.lead}>{t('problem.noBackups')}</p>
          ) : (
            <SmallTable
              label={t('problem.backups')}
              columns={[
                { title: t('problem.when') },
                { title: t('problem.why') },
                { title: t('problem.size'), figure: true },
                { title: t('problem.restore') },
              ]}
              rows={backups.map((backup) => ({
                key: backup.file,
                cells: [
                  format.instant(backup.at),
                  t(`reason.${backup.reason}`),
                  format.size(backup.sizeBytes),
                  <Button
                    key="restore"
                    variant="default"
                    loading={restore.busy}
                    onClick={() => restore.run(backup.file)}
                  >
                    {t('problem.restore')}
                  </Button>,
                ],
              }))}
            />
          )}
        </section>
      )}
    </Answer>
  )
}
