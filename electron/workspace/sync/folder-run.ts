/** One exchange with one shared folder: look at the marker, take theirs, publish mine, say how it stands. */

import { toAppError } from '../../../db/failures'
import type { OpenWorkspace } from '../../../db/open'
import { markPlace } from '../../../db/sync/places'
import type { FolderRun } from '../../../shared/contract/sync'
import { AppError } from '../../../shared/errors'
import { encodeRequest } from '../../../shared/sync/vector'
import type { WorkspaceContext } from '../context'
import { reconcileImports } from '../importing/reconcile'
import type { Reporter } from '../progress'
import { type FolderKeys, type KeyRequest, openKeys, plainKeys } from './folder-keys'
import { parseHead } from './folder-names'
import { type FolderSession, OtherLife, type RunParts, type RunPoint } from './folder-session'
import type { FolderStoreOptions } from './folder-store'
import { ownNews } from './own-news'
import { publish, type Published } from './publish'
import { SNAPSHOT_AFTER_BYTES } from './publish-snapshot'
import { receive, type Taken } from './receive'
import { readMarker } from './team-folder'

/** What tests put in the place of this computer's disk, and how they end a run. */
export interface FolderPorts {
  readonly store?: FolderStoreOptions
  readonly keys?: Pick<KeyRequest, 'workFactor'>
  /** Bytes of steps that are worth a snapshot. */
  readonly snapshotAfter?: number
  readonly point?: (point: RunPoint) => void
}

export interface PlaceRun {
  readonly context: WorkspaceContext
  readonly workspace: OpenWorkspace
  readonly session: FolderSession
  readonly passphrase: string | undefined
  readonly reporter: Pick<Reporter, 'report' | 'signal'>
  readonly ports: FolderPorts
}

/** Refusals of the folder as a whole are remembered as its state, and thrown. */
export async function runPlace(run: PlaceRun): Promise<FolderRun> {
  const { workspace, session, context } = run
  try {
    const parts = partsOf(run, await enter(run))
    const taken = await receive(parts)
    const published = await publish(parts)
    await mark(run, 'upToDate', null)
    if (taken.applied.steps > 0 || taken.facts > 0 || taken.attachments > 0 || published.changes > 0)
      context.host.notify(['sync'])
    return answerOf(workspace, session, taken, published)
  } catch (cause) {
    session.keys = null
    if (cause instanceof OtherLife) throw cause
    if (aborted(run)) throw new AppError('sync.cancelled', {}, { cause })
    const error = toAppError(cause, workspace.file)
    // On a full disk the folder's standing may not go in either.
    if (error instanceof AppError && workspace.isOpen())
      await mark(run, stateOf(error), reasonOf(error)).catch(() => undefined)
    throw error
  }
}

function aborted({ reporter }: PlaceRun): boolean {
  return reporter.signal.aborted
}

/**
 * Whether it is this team's folder, and how to read it. Its marker is read once: later a head that was seen there shows
 * that it is the same folder, and one listing is all that is done where nothing is new.
 */
async function enter(run: PlaceRun): Promise<Pick<RunParts, 'keys' | 'headNames'>> {
  const { session } = run
  if (session.keys !== null) {
    const headNames = await session.store.list('h')
    const known = headNames.some((name) => {
      const head = parseHead(name)
      return head !== null && session.heads.get(head.replica)?.n === head.n
    })
    if (known) return { keys: session.keys, headNames }
  }
  session.keys = await keysOf(run)
  return { keys: session.keys, headNames: await session.store.list('h') }
}

async function keysOf({ workspace, session, passphrase, context, ports }: PlaceRun): Promise<FolderKeys> {
  const { store, place, opened } = session
  const { workspaceId } = workspace
  const { sealed } = await readMarker(store, place.path, workspaceId)
  if (!sealed) return plainKeys
  const given = passphrase ?? (await context.secrets.passphrase(workspaceId))
  const request = { store, folder: place.path, workspace: workspaceId, passphrase: given, ...ports.keys }
  return openKeys(request, opened)
}

function partsOf(
  { context, workspace, session, reporter, ports }: PlaceRun,
  entered: Pick<RunParts, 'keys' | 'headNames'>,
): RunParts {
  return {
    session,
    ...entered,
    workspace,
    me: ownNews(context, workspace),
    now: context.now,
    snapshotAfter: ports.snapshotAfter ?? SNAPSHOT_AFTER_BYTES,
    signal: reporter.signal,
    report: (step, done, total) => reporter.report({ step, done, total }),
    point: ports.point ?? (() => undefined),
    reconcile: async () => {
      const { done } = await reconcileImports(context, { signal: reporter.signal })
      return done.filter(({ action }) => action === 'published').length
    },
  }
}

async function mark(run: PlaceRun, state: string, detail: string | null): Promise<void> {
  const { workspace, session, context } = run
  const before = session.standing
  session.standing = `${state} ${detail ?? ''}`
  await workspace.inTurn(() => markPlace(workspace.writer, session.place.id, state, detail, context.now()))
  if (before !== session.standing) context.host.notify(['sync'])
}

function stateOf({ code }: AppError): 'unavailable' | 'waiting' | 'problem' {
  if (code === 'sync.folderUnavailable') return 'unavailable'
  return code === 'sync.passphraseNeeded' || code === 'sync.wrongPassphrase' ? 'problem' : 'waiting'
}

function reasonOf(error: AppError): string {
  const params: object = error.params
  return 'reason' in params ? String(params.reason) : error.code.replace('sync.', '')
}

function answerOf(workspace: OpenWorkspace, { place }: FolderSession, taken: Taken, published: Published): FolderRun {
  const { exchange } = workspace
  const persons = new Map(exchange.replicas().map(({ replica, news }) => [replica, news?.person ?? '']))
  const missing = exchange.missing().map(({ replica, from, to }) => {
    return { replicaId: replica, person: persons.get(replica) ?? '', from, to }
  })
  return {
    published: { ...published },
    taken: {
      file: place.path,
      arrival: taken.arrivals.at(-1) ?? null,
      applied: taken.applied.steps,
      alreadyHad: taken.had,
      conflicts: taken.applied.decisions,
      notices: taken.applied.notices,
      facts: taken.facts,
      attachments: taken.attachments,
      rejected: taken.rejected,
      missing,
      requestCode: missing.length === 0 ? null : encodeRequest(exchange.storedVector()),
    },
  }
}
