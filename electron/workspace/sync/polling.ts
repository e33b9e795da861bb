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
  const paths = (): string[] => listPlaces(workspace.reader).map(({ path }) => path)
  const runs = createRuns(context.now, schedule, ended, async () => {
    if (paths().length > 0) await runQuietly(context, ended, ports)
  })
  const { soon, idle } = runs
  const follow = followFolders((path) => folderStore(path, ports.store).watch(() => soon(WATCHED_MS)))
  /** Follows the folders that are remembered now. */
  const look = (): void => {
    if (!ended.aborted && follow(paths())) soon(WATCHED_MS)
  }
  let tick = (): void => undefined
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
    runs.cancel()
    tick()
    follow([])
  }
  ended.addEventListener('abort', stop, { once: true })
  look()
  everyMinute()
  soon(OPENED_MS)
  return { soon, look, stop, idle }
}

/** Runs `work` a while after it was asked for, never twice at once; what is asked meanwhile is one more run. */
function createRuns(now: () => number, schedule: Schedule, ended: AbortSignal, work: () => Promise<void>) {
  let running: Promise<void> | null = null
  let due: { readonly at: number; readonly cancel: () => void } | null = null
  let again = false

  const begin = (): void => {
    due = null
    if (ended.aborted) return
    running = work().finally(() => {
      running = null
      if (!again) return
      again = false
      soon(WATCHED_MS)
    })
  }

  const soon = (ms: number): void => {
    if (ended.aborted) return
    if (running !== null) {
      again = true
      return
    }
    const at = now() + ms
    if (due !== null && due.at <= at) return
    due?.cancel()
    due = { at, cancel: schedule(ms, begin) }
  }

  return { soon, cancel: () => due?.cancel(), idle: () => running ?? Promise.resolve() }
}

/** Watches exactly the folders it is given; answers whether one of them is new. */
function followFolders(watch: (path: string) => () => void): (paths: readonly string[]) => boolean {
  const watches = new Map<string, () => void>()
  return (paths) => {
    for (const [path, stop] of watches) {
      if (paths.includes(path)) continue
      stop()
      watches.delete(path)
    }
    const added = paths.filter((path) => !watches.has(path))
    for (const path of added) watches.set(path, watch(path))
    return added.length > 0
  }
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
