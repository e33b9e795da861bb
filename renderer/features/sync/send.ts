/** The package being made: what was chosen, how far it is, the file at the end. */

import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import type { Progress } from '../../../shared/contract/define'
import type { Device, ExportResult as ExportSchema, Recipient } from '../../../shared/contract/sync'
import type { z } from '../../../shared/schema'
import { api, desktop, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { PACKAGE_EXTENSION } from '../../session/exchange'
import { finish } from '../../session/job'
import { useToday } from '../../session/scope'
import { useWorkspace } from '../../session/workspace'

export type Exported = z.infer<typeof ExportSchema>

export interface Draft {
  /** A computer's id, or a kind of recipient; null: nobody was chosen yet. */
  readonly whom: string | null
  readonly code: string
  readonly facts: boolean
  readonly attachments: boolean
  readonly partBytes: number | null
}

/** What chats let through, below their limits of 25 and 100 MB. */
export const PART_SIZES = [20_000_000, 95_000_000] as const

export interface Sending {
  /** Whose copy the package is for; '' for several or unknown people. */
  readonly person: string
  readonly canStart: boolean
  readonly progress: Progress | null
  readonly stopped: boolean
  readonly error: unknown
  readonly done: Exported | null
  readonly start: () => void
  readonly stop: () => void
  readonly again: () => void
}

/** What a package for `to` would hold; asked for again after every change. */
export function useOutgoing(to: Recipient) {
  return useQuery(orpc.sync.outgoing.queryOptions({ input: { recipient: to }, staleTime: 0 }))
}

export function useSending(to: Recipient | null, draft: Draft, people: readonly Device[]): Sending {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [done, setDone] = useState<Exported | null>(null)
  const [stopped, setStopped] = useState(false)
  const stop = useRef<AbortController | null>(null)
  const person = people.find(({ replicaId }) => to?.to === 'device' && replicaId === to.replicaId)?.person ?? ''
  const chooseFile = useChooseFile(person)
  async function start(recipient: Recipient): Promise<void> {
    setError(null)
    setStopped(false)
    const mine = new AbortController()
    stop.current = mine
    try {
      const file = await chooseFile()
      if (file === null) {
        return
      }
      setProgress({ step: 'export', done: 0, total: null })
      const { facts, attachments, partBytes } = draft
      const order = { to: file, recipient, facts, attachments, ...(partBytes !== null && { partBytes }) }
      setDone(await finish(await api.sync.export(order, { signal: mine.signal }), setProgress))
    } catch (refusal) {
      setStopped(mine.signal.aborted)
      setError(mine.signal.aborted ? null : refusal)
    } finally {
      setProgress(null)
    }
  }
  return {
    person,
    canStart: to !== null && progress === null,
    progress,
    stopped,
    error,
    done,
    start: () => to && void start(to),
    stop: () => stop.current?.abort(),
    again: () => setDone(null),
  }
}

function useChooseFile(person: string): () => Promise<string | null> {
  const t = useText('sync')
  const workspace = useWorkspace()?.name ?? 'Starboard'
  const day = useToday()
  const name =
    person === '' ? t('send.fileNameAll', { workspace, day }) : t('send.fileName', { workspace, person, day })
  return () =>
    desktop.chooseSave({
      title: t('send.saveTitle'),
      suggestedName: `${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}.${PACKAGE_EXTENSION}`,
      filters: [{ name: t('packages'), extensions: [PACKAGE_EXTENSION] }],
    })
}
