/** The files attached to a record: added, saved, removed; of one that a colleague has, where it is. */

import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { IconDownload, IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'

import { asAppError } from '../../shared/contract/refusal'
import type { Attachment } from '../../shared/contract/attachments'
import { api, desktop, orpc } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { finish } from '../session/job'
import { Answer } from './Answer'
import { ErrorLine } from './ErrorState'
import classes from './parts.module.css'
import { StateMark } from './StateMark'
import { useCommand } from './use-save'

export interface AttachmentsProps {
  readonly entity: string
  readonly id: string
}

export function Attachments({ entity, id }: AttachmentsProps) {
  const t = useText('attachments')
  const answers = useQueryClient()
  const query = useQuery(orpc.attachments.list.queryOptions({ input: { entity, recordId: id } }))
  const add = useCommand(
    async () => {
      const paths = await desktop.chooseFiles({ title: t('addTitle'), filters: [], many: true })
      for (const path of paths) {
        await finish(await api.attachments.add({ entity, recordId: id, path }))
      }
      await answers.invalidateQueries({ queryKey: orpc.attachments.key() })
      return paths
    },
    (paths) => paths.map((file) => t('added', { file: file.split(/[\\/]/).at(-1) ?? file })).join(' '),
  )
  return (
    <Answer query={query}>
      {(files) => (
        <div className={classes.attached}>
          {files.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
          {files.map((file) => (
            <OneFile key={file.id} file={file} />
          ))}
          <div>
            <Button variant="default" loading={add.busy} onClick={() => add.run()}>
              {t('add')}
            </Button>
          </div>
          {add.error !== null && <ErrorLine error={add.error} />}
        </div>
      )}
    </Answer>
  )
}

function OneFile({ file }: { readonly file: Attachment }) {
  const t = useText('attachments')
  const format = useFormat()
  const answers = useQueryClient()
  const { id, name, size, addedBy, addedAt, state } = file
  const again = () => answers.invalidateQueries({ queryKey: orpc.attachments.key() })
  const save = useSave(file)
  const remove = useCommand(
    async () => {
      await api.attachments.remove({ id })
      await again()
    },
    () => t('removed', { file: name }),
  )
  const word = state === 'here' ? t('saveOf', { file: name }) : t('ask', { file: name })
  return (
    <div className={classes.attachment}>
      <span className={classes.fileName} title={name}>
        {name}
      </span>
      <span className={classes.quiet}>
        {format.size(size)} · {t('by', { person: addedBy, at: format.instant(addedAt) })}
      </span>
      {state !== 'here' && <StateMark tone={state === 'wanted' ? 'held' : 'watch'}>{t(state)}</StateMark>}
      <Group gap={0} wrap="nowrap" className={classes.fileWays ?? ''}>
        <Tooltip label={word}>
          <ActionIcon aria-label={word} loading={save.busy} onClick={() => save.run()}>
            <IconDownload size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('removeOf', { file: name })}>
          <ActionIcon aria-label={t('removeOf', { file: name })} loading={remove.busy} onClick={() => remove.run()}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </div>
  )
}

/** Saves the bytes; where a colleague has them, they are asked for by that. */
function useSave({ id, name, state }: Attachment) {
  const t = useText('attachments')
  const answers = useQueryClient()
  return useCommand(
    async (): Promise<string | null | undefined> => {
      const to =
        state === 'here' ? await desktop.chooseSave({ title: t('save'), suggestedName: name, filters: [] }) : name
      if (to === null) {
        return undefined
      }
      try {
        return (await api.attachments.save({ id, to })).file
      } catch (refusal) {
        if (asAppError(refusal).code !== 'attachment.elsewhere') {
          throw refusal
        }
        return null
      } finally {
        await answers.invalidateQueries({ queryKey: orpc.attachments.key() })
      }
    },
    (file) => (file === undefined ? '' : file === null ? t('asked', { file: name }) : t('saved', { file })),
  )
}
