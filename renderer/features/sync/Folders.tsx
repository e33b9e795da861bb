/** Shared folders: in which state each is, what has not been delivered or cannot be read; exchange now, add, stop using. */

import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'

import type { SyncStatus } from '../../../shared/contract/sync'
import type { z } from '../../../shared/schema'
import type { Folder as FolderSchema } from '../../../shared/contract/sync'
import { api, desktop } from '../../api'
import { useFormat } from '../../format/use-format'
import { fileName } from '../../messages/error-words'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { useNow } from '../../session/now'
import { say } from '../../session/status'
import { ErrorLine } from '../../ui/ErrorState'
import { StateMark, type Tone } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import { reasonText } from './reason-text'
import classes from './sync.module.css'

type Folder = z.infer<typeof FolderSchema>

export function Folders({ folders }: { readonly folders: SyncStatus['folders'] }) {
  const t = useText('sync')
  const add = useCommand(
    async () => {
      const folder = await desktop.chooseFolder({ title: t('folders.addTitle') })
      return folder === null ? null : api.sync.addFolder({ folder })
    },
    (added) => (added ? t('folders.added') : ''),
  )
  return (
    <section aria-label={t('folders.title')}>
      <h2 className={classes.heading}>{t('folders.title')}</h2>
      <p className={classes.lead}>{t('folders.lead')}</p>
      {folders.map((folder) => (
        <FolderCard key={folder.path} folder={folder} />
      ))}
      <Group gap="sm">
        {folders.length === 0 && <span className={classes.muted}>{t('folders.none')}</span>}
        <Button variant="default" loading={add.busy} onClick={() => add.run()}>
          {t('folders.add')}
        </Button>
      </Group>
      {add.error !== null && <ErrorLine error={add.error} />}
    </section>
  )
}

const TONES: Readonly<Record<Folder['state'], Tone>> = {
  upToDate: 'good',
  working: 'held',
  waiting: 'watch',
  unavailable: 'bad',
  problem: 'bad',
  neverRun: 'unknown',
}

function FolderCard({ folder }: { readonly folder: Folder }) {
  const t = useText('sync')
  const format = useFormat()
  const now = useNow()
  const { path, state, reason, undelivered, unreadable, lastRun } = folder
  return (
    <div className={classes.folder}>
      <div className={classes.folderHead}>
        <StateMark tone={TONES[state]}>{t(`folders.states.${state}`)}</StateMark>
        <span className={classes.path} title={path}>
          {path}
        </span>
        <span className={classes.muted}>
          {lastRun === null ? t('folders.neverRun') : t('folders.lastRun', { ago: format.ago(lastRun, now) })}
        </span>
        <FolderWays folder={folder} />
      </div>
      {reason !== null && <p className={classes.text}>{reasonText(reason)}</p>}
      {undelivered.length > 0 && (
        <ul className={classes.lines}>
          {undelivered.map(({ person, files, since }) => (
            <li key={person}>
              {t('folders.undelivered', {
                count: files,
                person: person || t('people.unnamed'),
                at: format.instant(since),
              })}
            </li>
          ))}
          <li className={classes.muted}>{t('folders.undeliveredNext')}</li>
        </ul>
      )}
      {unreadable.length > 0 && (
        <>
          <p className={classes.text}>{t('folders.unreadableTitle')}</p>
          <ul className={classes.lines}>
            {unreadable.map(({ name, reason: why, since }) => (
              <li key={name} title={name}>
                {t('folders.unreadable', {
                  name: fileName(name),
                  reason: reasonText(why),
                  at: format.instant(since),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function FolderWays({ folder: { path } }: { readonly folder: Folder }) {
  const t = useText('sync')
  const [stop, setStop] = useState<AbortController | null>(null)
  const run = useCommand(
    async () => {
      const stopped = new AbortController()
      setStop(stopped)
      try {
        return await finish(await api.sync.runFolder({ folder: path }, { signal: stopped.signal }))
      } catch (error) {
        if (stopped.signal.aborted) {
          return null
        }
        throw error
      } finally {
        setStop(null)
      }
    },
    (done) =>
      done ? t('folders.ran', { sent: done.published.changes, received: done.taken.applied }) : t('folders.stopped'),
  )
  const forget = useCommand(
    () => api.sync.forgetFolder({ folder: path }),
    () => t('folders.forgotten'),
  )
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        {stop ? (
          <Button variant="default" onClick={() => stop.abort()}>
            {t('folders.stop')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => run.run()}>
            {t('folders.run')}
          </Button>
        )}
        <Button variant="default" loading={forget.busy} disabled={stop !== null} onClick={() => forget.run()}>
          {t('folders.forget')}
        </Button>
        <Tooltip label={t('folders.reveal')}>
          <ActionIcon
            aria-label={t('folders.reveal')}
            onClick={() => void desktop.reveal({ file: path }).catch((error: unknown) => say(String(error), 'bad'))}
          >
            <IconFolderOpen size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {run.error !== null && <ErrorLine error={run.error} />}
    </>
  )
}
