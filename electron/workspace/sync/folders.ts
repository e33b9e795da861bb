/**
 * The shared folders of the open workspace: use one, stop using it, exchange with it once.
 *
 * What is here publishes and takes; it never deletes anything because something is missing. One run at a time.
 */

import fs from 'node:fs'
import path from 'node:path'

import { createGate, type Gate } from '../../../db/capture/gate'
import { forgetNewLife, readNewLife } from '../../../db/lives'
import type { OpenWorkspace } from '../../../db/open'
import { addPlace, forgetPlace, listPlaces, type Place } from '../../../db/sync/places'
import type { Folder, FolderRun, SyncStatus } from '../../../shared/contract/sync'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { identityOf } from '../lookups/workspace'
import type { Reporter } from '../progress'
import { makeKey, openKeys } from './folder-keys'
import { type FolderPorts, runPlace } from './folder-run'
import { type FolderSession, newSession, OtherLife } from './folder-session'
import { folderOf } from './folder-standing'
import { folderStore } from './folder-store'
import { findTeamFolder, layOut, putMarker, readMarker, unavailable } from './team-folder'

export interface FolderChoice {
  readonly folder: string
  /** Where none is kept; wrong or missing ones are refused. */
  readonly passphrase?: string | undefined
}

/** What this process remembers of the folders of an open workspace. */
interface Engine {
  readonly gate: Gate
  readonly sessions: Map<number, FolderSession>
}

const engines = new WeakMap<OpenWorkspace, Engine>()

function engineOf(workspace: OpenWorkspace): Engine {
  const engine = engines.get(workspace) ?? { gate: createGate(), sessions: new Map() }
  engines.set(workspace, engine)
  return engine
}

/** Uses `folder` from now on, making the team's part of it when it has none; refusals: `sync.folderUnavailable`, `sync.passphraseNeeded`, `sync.wrongPassphrase`. */
export async function addFolder(
  context: WorkspaceContext,
  choice: FolderChoice,
  ports: FolderPorts = {},
): Promise<Folder> {
  const opened = context.host.current()
  const { workspace } = opened
  const { workspaceId, writer } = workspace
  const open = (folder: string) => folderStore(folder, ports.store)
  const chosen = path.resolve(choice.folder)
  const { folder, exists } = await findTeamFolder(chosen, { id: workspaceId, name: identityOf(opened).name }, open)
  const passphrase = choice.passphrase ?? (await context.secrets.passphrase(workspaceId))
  const request = { store: open(folder), folder, workspace: workspaceId, passphrase, ...ports.keys }
  if (!exists) {
    await makeInside(chosen, folder)
    await layOut(request.store)
    // The key before the marker: a folder that says it is encrypted has one.
    await makeKey({ ...request, replica: workspace.replicaId })
    await putMarker(request.store, { workspace: workspaceId, sealed: passphrase !== null })
  }
  // Read back: somebody else may have been quicker, and what they decided holds.
  const { sealed } = await readMarker(request.store, folder, workspaceId)
  if (sealed) await openKeys(request, new Map())
  if (sealed && choice.passphrase !== undefined) await context.secrets.keep(workspaceId, choice.passphrase)
  const place = await workspace.inTurn(() => addPlace(writer, folder))
  context.host.notify(['sync'])
  return folderOf(workspace, place, context.now())
}

/** Makes the team's folder in the chosen one, which is there. */
async function makeInside(chosen: string, folder: string): Promise<void> {
  if (folder === chosen) return
  try {
    await fs.promises.mkdir(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'EEXIST') throw unavailable(chosen, code === 'ENOSPC' ? 'full' : 'readOnly')
  }
}

/** Stops using it. Everything that was published there stays. */
export async function forgetFolder(context: WorkspaceContext, folder: string): Promise<void> {
  const { workspace } = context.host.current()
  const engine = engineOf(workspace)
  await engine.gate.run(async () => {
    for (const { id } of placesAt(workspace, folder)) {
      engine.sessions.delete(id)
      await workspace.inTurn(() => forgetPlace(workspace.writer, id))
    }
  })
  context.host.notify(['sync'])
}

function placesAt(workspace: OpenWorkspace, folder: string): readonly Place[] {
  const full = path.resolve(folder)
  // What a person chose may be the folder around the team's.
  return listPlaces(workspace.reader).filter(({ path: at }) => at === full || path.dirname(at) === full)
}

/** Takes theirs and publishes mine once, in one folder or in all. Waits for a run under way. */
export async function runFolders(
  context: WorkspaceContext,
  choice: Partial<FolderChoice>,
  reporter: Pick<Reporter, 'report' | 'signal'>,
  ports: FolderPorts = {},
): Promise<FolderRun> {
  try {
    return await runOnce(context, choice, reporter, ports)
  } catch (error) {
    if (!(error instanceof OtherLife)) throw error
    await context.host.renew(error.reason)
    return runOnce(context, choice, reporter, ports)
  }
}

async function runOnce(
  context: WorkspaceContext,
  choice: Partial<FolderChoice>,
  reporter: Pick<Reporter, 'report' | 'signal'>,
  ports: FolderPorts,
): Promise<FolderRun> {
  const { workspace } = context.host.current()
  const engine = engineOf(workspace)
  return engine.gate.run(async () => {
    const places = choice.folder === undefined ? listPlaces(workspace.reader) : placesAt(workspace, choice.folder)
    if (places.length === 0 && choice.folder !== undefined) throw unavailable(choice.folder, 'missing')
    let sum: FolderRun | null = null
    let refusal: AppError | null = null
    for (const place of places) {
      const session = engine.sessions.get(place.id) ?? newSession(place, folderStore(place.path, ports.store))
      engine.sessions.set(place.id, session)
      try {
        const run = await runPlace({ context, workspace, session, passphrase: choice.passphrase, reporter, ports })
        sum = sum === null ? run : together(sum, run)
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'sync.cancelled') throw error
        // One folder that is not there keeps nobody from the others.
        refusal ??= error
      }
    }
    if (refusal !== null) throw refusal
    return sum ?? NOTHING
  })
}

const NOTHING: FolderRun = {
  published: { changes: 0, facts: 0, attachments: 0 },
  taken: {
    file: '',
    arrival: null,
    applied: 0,
    alreadyHad: 0,
    conflicts: 0,
    notices: 0,
    facts: 0,
    attachments: 0,
    rejected: 0,
    missing: [],
    requestCode: null,
  },
}

function together(a: FolderRun, b: FolderRun): FolderRun {
  const { taken } = a
  return {
    published: {
      changes: a.published.changes + b.published.changes,
      facts: a.published.facts + b.published.facts,
      attachments: a.published.attachments + b.published.attachments,
    },
    taken: {
      ...b.taken,
      arrival: b.taken.arrival ?? taken.arrival,
      applied: taken.applied + b.taken.applied,
      alreadyHad: taken.alreadyHad + b.taken.alreadyHad,
      conflicts: taken.conflicts + b.taken.conflicts,
      notices: taken.notices + b.taken.notices,
      facts: taken.facts + b.taken.facts,
      attachments: taken.attachments + b.taken.attachments,
      rejected: taken.rejected + b.taken.rejected,
    },
  }
}

/** How the folders stand, for `sync.status`. Reads the workspace only. */
export function listFolders(context: WorkspaceContext): readonly Folder[] {
  const { workspace } = context.host.current()
  return listPlaces(workspace.reader).map((place) => folderOf(workspace, place, context.now()))
}

/** The new life that nobody has looked at yet, for `sync.status`. */
export function newLifeOf(context: WorkspaceContext): SyncStatus['newLife'] {
  return readNewLife(context.host.current().workspace.reader)
}

export function newLifeSeen(context: WorkspaceContext): Promise<void> {
  const { workspace } = context.host.current()
  return workspace.inTurn(() => forgetNewLife(workspace.writer))
}
