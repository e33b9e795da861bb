/**
 * The team's part of a shared folder: known by its marker, made once, never made again where it is missing.
 *
 * A folder whose marker is missing or of another workspace is not read, written or repaired: an unmounted drive and an
 * empty download look just like it.
 */

import path from 'node:path'

import { AppError, type AppErrorParams } from '../../../shared/errors'
import { FOLDERS, MARKER, README } from './folder-names'
import { FORMAT_VERSION } from './refusal'
import { wholeFile } from './store-files'
import type { Store } from './types'

/** What the marker says: whose folder it is, and whether its files are encrypted. */
export interface Marker {
  readonly workspace: string
  readonly sealed: boolean
}

const README_TEXT = `这个文件夹由 Starboard 管理，用来在同事的电脑之间交换变更。
请不要改动、重命名、移动或删除其中的文件。

This folder is managed by Starboard, which exchanges changes between colleagues' computers through it.
Please do not change, rename, move or delete the files in it.
`

/**
 * Reads the marker; refuses with `sync.folderUnavailable` whatever is not this workspace's folder (null: any team's), whole
 * and here.
 */
export async function readMarker(store: Store, folder: string, workspace: string | null): Promise<Marker> {
  const names = await store.list('')
  const bytes = names.includes(MARKER) ? await wholeFile(store, MARKER) : null
  const text = bytes === null ? '' : Buffer.from(bytes).toString('latin1')
  // Missing, or not delivered yet.
  if (text === '' || !text.endsWith('\n')) throw unavailable(folder, 'empty')
  const version = /^WSYNC (\d{1,6})\n/u.exec(text)?.[1]
  if (version !== undefined && Number(version) > FORMAT_VERSION) throw unavailable(folder, 'newer')
  const [, found, kind] = /^WSYNC 1\nworkspace ([0-9a-f]{32})\n(sealed|plain)\n$/u.exec(text) ?? []
  if (found === undefined || (workspace !== null && found !== workspace)) throw unavailable(folder, 'otherTeam')
  return { workspace: found, sealed: kind === 'sealed' }
}

/** Lays out an empty team folder: the tree and the note for people. The marker comes last, when the rest is there. */
export async function layOut(store: Store): Promise<void> {
  await store.putNew(README, Buffer.from(README_TEXT))
  for (const name of FOLDERS) await store.makeFolder(name)
}

export async function putMarker(store: Store, { workspace, sealed }: Marker): Promise<void> {
  const text = `WSYNC ${FORMAT_VERSION}\nworkspace ${workspace}\n${sealed ? 'sealed' : 'plain'}\n`
  await store.putNew(MARKER, Buffer.from(text))
}

/** Where the team's folder is, or is to be made, when a person chose `chosen`. */
export interface TeamPlace {
  readonly folder: string
  readonly exists: boolean
}

/**
 * The chosen folder itself where it is a team's folder, else the one in it that is this workspace's, else a new one in
 * it, named after the workspace. `open` gives a store of a folder.
 */
export async function findTeamFolder(
  chosen: string,
  workspace: { readonly id: string; readonly name: string },
  open: (folder: string) => Store,
): Promise<TeamPlace> {
  const names = await open(chosen).list('')
  if (names.includes(MARKER)) return { folder: chosen, exists: true }
  // An own folder of which only the marker is missing is not delivered yet: never laid out a second time.
  if (chosen.toLowerCase().endsWith(ENDING)) {
    if (names.some((name) => !isOfTheSystem(name))) throw unavailable(chosen, 'empty')
    return { folder: chosen, exists: false }
  }
  const inside = names.filter((name) => name.toLowerCase().endsWith(ENDING)).toSorted()
  for (const name of inside) {
    const folder = path.join(chosen, name)
    if (await isOurs(open(folder), folder, workspace.id)) return { folder, exists: true }
  }
  const name = inside.includes(nameOf(workspace.name))
    ? `${fileNameOf(workspace.name)} 2${ENDING}`
    : nameOf(workspace.name)
  return { folder: path.join(chosen, name), exists: false }
}

/** The team's folder that a newcomer chose, or the only one in what they chose, with whose it is. */
export async function teamFolderIn(
  chosen: string,
  open: (folder: string) => Store,
): Promise<{ readonly folder: string; readonly workspace: string }> {
  const names = await open(chosen).list('')
  const inside = names.filter((name) => name.toLowerCase().endsWith(ENDING))
  const [only] = inside
  if (!names.includes(MARKER) && inside.length > 1) throw unavailable(chosen, 'otherTeam')
  const folder = names.includes(MARKER) || only === undefined ? chosen : path.join(chosen, only)
  const { workspace } = await readMarker(open(folder), folder, null)
  return { folder, workspace }
}

async function isOurs(store: Store, folder: string, workspace: string): Promise<boolean> {
  try {
    await readMarker(store, folder, workspace)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

export const ENDING = '.wsync'

function nameOf(workspaceName: string): string {
  return `${fileNameOf(workspaceName)}${ENDING}`
}

/** What every system takes as the name of a folder. */
function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- exactly those that no file name may have
    .replaceAll(/[\u0000-\u001f<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/gu, '')
  return plain === '' ? 'Starboard' : Array.from(plain).slice(0, 40).join('')
}

function isOfTheSystem(name: string): boolean {
  return name.startsWith('.') || /^(?:desktop\.ini|thumbs\.db)$/iu.test(name)
}

export function unavailable(
  folder: string,
  reason: AppErrorParams<'sync.folderUnavailable'>['reason'],
): AppError<'sync.folderUnavailable'> {
  return new AppError('sync.folderUnavailable', { folder, reason })
}
