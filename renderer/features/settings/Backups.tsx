/** Copies of the workspace: made by themselves, made now, and brought back. */

import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'

import { api, desktop, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { useWorkspace } from '../../session/workspace'
import { Answer } from '../../ui/Answer'
import { ErrorLine } from '../../ui/ErrorState'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import classes from './settings.module.css'

export function Backups() {
  const t = useText('settings')
  const welcome = useText('welcome')
  const format = useFormat()
  const query = useQuery(orpc.workspace.backups.queryOptions({ input: {}, staleTime: 0 }))
  return (
    <div className={classes.settings}>
      <Group>
        <BackUpNow />
      </Group>
      <Answer query={query}>
        {(backups) =>
          backups.length === 0 ? (
            <p className={classes.lead}>{t('noBackups')}</p>
          ) : (
            <SmallTable
              label={t('tabs.backups')}
              columns={[
                { title: t('when') },
                { title: t('why') },
                { title: t('size'), figure: true },
                { title: t('file') },
                { title: t('restore') },
              ]}
              rows={backups.map((backup) => ({
                key: backup.file,
                cells: [
                  format.instant(backup.at),
                  welcome(`reason.${backup.reason}`),
                  format.size(backup.sizeBytes),
                  backup.file.split(/[\\/]/).at(-1),
                  <Restore key="restore" backup={backup.file} at={format.instant(backup.at)} />,
                ],
              }))}
            />
          )
        }
      </Answer>
    </div>
  )
}

function BackUpNow() {
  const t = useText('settings')
  const welcome = useText('welcome')
  const format = useFormat()
  const answers = useQueryClient()
  const name = useWorkspace()?.name ?? 'Starboard'
  const backUp = useCommand(
    async () => {
      const suggestedName = `${name} ${new Date().toISOString().slice(0, 10)}.starboard`
      const to = await desktop.chooseSave({
        title: welcome('backUpTitle'),
        suggestedName,
        filters: [{ name: welcome('files'), extensions: ['starboard'] }],
      })
      const made = to === null ? null : await finish(await api.workspace.backup({ to }))
      await answers.invalidateQueries({ queryKey: orpc.workspace.backups.key() })
      return made
    },
    (made) => (made ? welcome('backedUp', { file: made.file, size: format.size(made.sizeBytes) }) : ''),
  )
  return (
    <>
      <Button onClick={() => backUp.run()} loading={backUp.busy}>
        {t('backUpNow')}
      </Button>
      {backUp.error !== null && <ErrorLine error={backUp.error} />}
    </>
  )
}

/** Cannot be undone with Ctrl+Z, so it says what goes before it is done. */
function Restore({ backup, at }: { readonly backup: string; readonly at: string }) {
  const t = useText('settings')
  const answers = useQueryClient()
  const restore = useCommand(
    async () => {
      const { keptAs } = await finish(await api.workspace.restore({ backup }))
      await answers.resetQueries()
      return keptAs
    },
    (file) => t('restored', { file }),
  )
  return (
    <Popover width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default">{t('restore')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{t('restoreAsk', { at })}</Text>
          <Button onClick={() => restore.run()} loading={restore.busy}>
            {t('restoreYes', { at })}
          </Button>
          {restore.error !== null && <ErrorLine error={restore.error} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
