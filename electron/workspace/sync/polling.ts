/**
 * The quiet exchange with the remembered folders: by itself, in the background, one at a time, for as long as the
 * workspace is open.
 *
 * A run follows what the folder's system tells, own changes, the window coming to the front, and each minute that it
 * stays there. What a run refuses becomes the folder's standing and is shown there, never a dialog.
 */

import { listPlaces } from '../../../db/sync/places'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import type { Opened } from '../host'
import type { FolderPorts } from './folder-run'
import { folderStore } from './folder-store'
import { runFolders } from './folders'

export interface Polling {
  /** Whether the window is in front of the others. */
  front(isFront: boolean): void
  /** Ends when no run is under way any more. */
  idle(): Promise<void>
  stop(): void
}

/** Calls `work` after so many ms; answers how to prevent it. */
export type Schedule = (ms: number, work: () => void) => () => void

const OPENED_MS = 1000
const WATCHED_MS = 1500
/** A person who edits writes more than one change. */
const COMMITTED_MS = 4000
const FRONT_MS = 60_000

export function startPolling(
  context: WorkspaceContext,
  { schedule = later, ports = {} }: { readonly schedule?: Schedule; readonly ports?: FolderPorts } = {},
): Polling {
  let isFront = true
  let round: Round | null = null
  const stopFile = context.host.onFile((file) => {
    round?.stop()
    round = file === null ? null : startRound(context, context.host.current(), () => isFront, schedule, ports)
  })
  const stopNotice = context.host.onNotice((topics) => {
    if (topics.includes('sync')) round?.look()
  })
  return {
    front: (is) => {
      isFront = is
      if (is) round?.soon(0)
    },
    idle: () => round?.idle() ?? Promise.resolve(),
    stop: () => {
      stopFile()
      stopNotice()
      round?.stop()
      round = null
    },
  }
}

type Round = ReturnType<typeof startRound>

/** The runs of one open workspace. */
function startRound(
  context: WorkspaceContext,
  { workspace, ended }: Opened,
  isFront: () => boolean,
  schedule: Schedule,
  ports: FolderPorts,
) {
  const watches = new Map<string, () => void>()
  let running: Promise<void> | null = null
  let due: { readonly at: number; readonly cancel: () => void } | null = null
  let again = false
  let tick = (): void => undefined

  const soon = (ms: number): void => {
    if (ended.aborted) return
    if (running !== null) {
      again = true
      return
    }
    const at = context.now() + ms
    if (due !== null && due.at <= at) return
    due?.cancel()
    due = { at, cancel: schedule(ms, begin) }
  }

  const begin = (): void => {
    due = null
    if (ended.aborted || listPlaces(workspace.reader).length === 0) return
    running = runQuietly(context, ended, ports).finally(() => {
      running = null
      if (!again || ended.aborted) return
      again = false
      soon(WATCHED_MS)
    })
  }

  /** Follows the folders that are remembered now. */
  const look = (): void => {
    if (ended.aborted) return
    const paths = new Set(listPlaces(workspace.reader).map(({ path }) => path))
    for (const [path, stop] of watches) {
      if (paths.has(path)) continue
      stop()
      watches.delete(path)
    }
    for (const path of paths) {
      if (watches.has(path)) continue
      watches.set(
        path,
        folderStore(path, ports.store).watch(() => soon(WATCHED_MS)),
      )
      soon(WATCHED_MS)
    }
  }

  const everyMinute = (): void => {
    tick = schedule(FRONT_MS, () => {
      if (isFront()) soon(0)
      everyMinute()
    })
  }

  const stopCommits = workspace.onCommitted(({ seq }) => {
    if (seq !== null) soon(COMMITTED_MS)
  })
  const stop = (): void => {
    stopCommits()
    due?.cancel()
    tick()
    for (const end of watches.values()) end()
    watches.clear()
  }
  ended.addEventListener('abort', stop, { once: true })
  look()
  everyMinute()
  soon(OPENED_MS)
  return { soon, look, stop, idle: () => running ?? Promise.resolve() }
}

async function runQuietly(context: WorkspaceContext, ended: AbortSignal, ports: FolderPorts): Promise<void> {
  try {
    await runFolders(context, {}, { report: () => undefined, signal: ended }, ports)
  } catch (error) {
    // A refusal stands beside its folder; what was cut off by closing begins again with the next opening.
    if (!(error instanceof AppError) && !ended.aborted) context.log.error('exchange with a shared folder', error)
  }
}

function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
