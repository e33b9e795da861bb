/** Shared folders: in which state each is, what has not been delivered or cannot be read; exchange now, add, stop using. */

import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { SyncStatus } from '../../../shared/contract/sync'
import type { z } from '../../../shared/schema'
import type { Folder as FolderSchema } from '../../../shared/contract/sync'
import { api, desktop, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { fileName } from '../../messages/error-words'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { useNow } from '../../session/now'
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
  const { run, stop, said, error } = useExchange(path)
  const forget = useCommand(
    () => api.sync.forgetFolder({ folder: path }),
    () => t('folders.forgotten'),
  )
  const reveal = useCommand(
    () => desktop.reveal({ file: path }),
    () => '',
  )
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        {stop ? (
          <Button variant="default" onClick={stop}>
            {t('folders.stop')}
          </Button>
        ) : (
          <Button variant="default" onClick={run}>
            {t('folders.run')}
          </Button>
        )}
        <Button variant="default" loading={forget.busy} disabled={stop !== null} onClick={() => forget.run()}>
          {t('folders.forget')}
        </Button>
        <Tooltip label={t('folders.reveal')}>
          <ActionIcon aria-label={t('folders.reveal')} onClick={() => reveal.run()}>
            <IconFolderOpen size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {said !== null && (
        <p className={classes.said} role="status">
          {said}
        </p>
      )}
      {error !== null && <ErrorLine error={error} />}
    </>
  )
}

interface Exchanging {
  readonly run: () => void
  /** Null while nothing is under way. */
  readonly stop: (() => void) | null
  /** What the last exchange did. */
  readonly said: string | null
  readonly error: unknown
}

function useExchange(folder: string): Exchanging {
  const t = useText('sync')
  const answers = useQueryClient()
  const [running, setRunning] = useState<AbortController | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  async function run(): Promise<void> {
    const mine = new AbortController()
    setRunning(mine)
    setSaid(null)
    setError(null)
    try {
      const { published, taken } = await finish(await api.sync.runFolder({ folder }, { signal: mine.signal }))
      setSaid(t('folders.ran', { sent: published.changes, received: taken.applied }))
    } catch (refusal) {
      setSaid(mine.signal.aborted ? t('folders.stopped') : null)
      setError(mine.signal.aborted ? null : refusal)
    } finally {
      setRunning(null)
      await answers.invalidateQueries({ queryKey: orpc.sync.key() })
    }
  }
  return { run: () => void run(), stop: running && (() => running.abort()), said, error }
}
