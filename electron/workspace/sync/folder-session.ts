/**
 * What one run of the exchange with a shared folder works with, and what is remembered of the folder from run to run.
 *
 * The memory only spares work: without it a run reads again what it has read and finds that it is here.
 */

import type { OpenWorkspace } from '../../../db/open'
import type { LifeReason } from '../../../db/lives'
import { clearPlaceFile, listPlaceFiles, notePlaceFile, type Place } from '../../../db/sync/places'
import type { ReplicaNews } from '../../../db/sync/types'
import { AppError } from '../../../shared/errors'
import type { FolderKeys, OpenedKeys } from './folder-keys'
import { noSnapshots, type SnapshotMemory } from './publish-snapshot'
import type { Head } from './segment-file'
import type { Store } from './types'

export interface FolderSession {
  readonly place: Place
  readonly store: Store
  readonly opened: OpenedKeys
  /** The newest head of each replica that was read. */
  readonly heads: Map<string, Head>
  /** Files whose content is here, so that they are not opened again. */
  readonly taken: Set<string>
  /** When a file that was not whole or not here is looked at again, epoch ms. */
  readonly nextTry: Map<string, number>
  /** Imports whose lines are in the folder. */
  readonly factsThere: Set<string>
  /** Attached files that are, by hash. */
  readonly filesThere: Set<string>
  /** Of others, up to where somebody's segments in the folder reach. */
  readonly covered: Map<string, number>
  readonly snapshots: SnapshotMemory
  /** What our own newest head says, so that it is said once. */
  said: string | null
  /** The keys of the folder once its marker was read and right; null: to be looked at (again). */
  keys: FolderKeys | null
  /** How far our own segments reach. */
  ownTo: number
  /** The number of the newest head under our own name, whatever it says. */
  ownHead: number
  /** How it stood after the last run, so that a change is told. */
  standing: string
}

export function newSession(place: Place, store: Store): FolderSession {
  return {
    place,
    store,
    opened: new Map(),
    heads: new Map(),
    taken: new Set(),
    nextTry: new Map(),
    factsThere: new Set(),
    filesThere: new Set(),
    covered: new Map(),
    snapshots: noSnapshots(),
    said: null,
    keys: null,
    ownTo: 0,
    ownHead: 0,
    standing: '',
  }
}

/** Moments between two steps of a run, at which tests end the process. */
export type RunPoint =
  | 'durable'
  | 'remembered'
  | 'contentPut'
  | 'beforeSegment'
  | 'segmentsPut'
  | 'snapshotPart'
  | 'snapshotPut'
  | 'headPut'
  | 'published'
  | 'segmentRead'
  | 'arrivalOpen'
  | 'segmentStored'
  | 'settled'
  | 'draining'
  | 'drained'
  | 'factsStaged'

export interface RunParts {
  readonly session: FolderSession
  readonly keys: FolderKeys
  /** The names of the folder's heads. */
  readonly headNames: readonly string[]
  readonly workspace: OpenWorkspace
  readonly me: ReplicaNews
  readonly now: () => number
  /** Bytes of steps beyond the last snapshot from which on another is made. */
  readonly snapshotAfter: number
  readonly signal: AbortSignal | undefined
  readonly report: (step: string, done: number, total: number | null) => void
  readonly point: (point: RunPoint) => void
  /** Brings imported lines in line with what came; answers how many files count from now on. */
  readonly reconcile: () => Promise<number>
}

/** The run found that this copy must go on under another name, before anything is published. */
export class OtherLife extends Error {
  readonly reason: LifeReason

  constructor(reason: LifeReason) {
    super(`another copy goes on under this name: ${reason}`)
    this.name = 'OtherLife'
    this.reason = reason
  }
}

const FIRST_WAIT_MS = 5000
const LONGEST_WAIT_MS = 5 * 60_000

/** Whether it is time to look at a file again that was not whole or not here. */
export function isDue({ session, now }: Pick<RunParts, 'session' | 'now'>, name: string): boolean {
  const at = session.nextTry.get(name) ?? 0
  // A time that is further off than any wait was set while this computer's clock was ahead.
  return at <= now() || at > now() + LONGEST_WAIT_MS
}

/** Notes that a file is not here or not whole yet, or why it cannot be taken; it is looked at again a while later. */
export async function noteFile(
  { session, workspace, now }: Pick<RunParts, 'session' | 'workspace' | 'now'>,
  name: string,
  size: number,
  error: AppError | null,
): Promise<void> {
  const detail = error === null ? 'missing' : detailOf(error)
  const state = error === null || detail === 'incomplete' ? 'waiting' : 'unreadable'
  await workspace.inTurn(() => notePlaceFile(workspace.writer, session.place.id, { name, size, state, detail }, now()))
  const tries = listPlaceFiles(workspace.writer, session.place.id).find((file) => file.name === name)?.tries ?? 1
  session.nextTry.set(name, now() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10)))
}

/** A file was taken, whatever was the matter with it before. */
export async function fileTaken(
  { session, workspace }: Pick<RunParts, 'session' | 'workspace'>,
  name: string,
): Promise<void> {
  session.nextTry.delete(name)
  if (!listPlaceFiles(workspace.writer, session.place.id).some((file) => file.name === name)) return
  await workspace.inTurn(() => clearPlaceFile(workspace.writer, session.place.id, name))
}

/** A reason of `sync.unreadable`, or the name of the refusal itself. */
function detailOf(error: AppError): string {
  const params: object = error.params
  return error.code === 'sync.unreadable' && 'reason' in params
    ? String(params.reason)
    : error.code.replace('sync.', '')
}
