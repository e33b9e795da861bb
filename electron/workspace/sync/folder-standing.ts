/** How a shared folder stands, in what the screens show: what is on its way, since when, and what cannot be read. */

import type { OpenWorkspace } from '../../../db/open'
import { listPlaceFiles, type Place, type PlaceFile } from '../../../db/sync/places'
import type { Folder } from '../../../shared/contract/sync'
import { parseHead } from './folder-names'
import { announcedOf } from './receive'

/** So long a file may be damaged or half there before anybody is told: the program that copies it may be at work. */
const PATIENCE_MS = 10 * 60_000

export function folderOf(workspace: OpenWorkspace, place: Place, now: number): Folder {
  const files = listPlaceFiles(workspace.reader, place.id)
  const bad = files.filter(({ state, firstSeen }) => state === 'unreadable' && now - firstSeen >= PATIENCE_MS)
  const coming = files.filter((file) => !bad.includes(file))
  return {
    path: place.path,
    state: stateOf(place, coming.length > 0, bad.length > 0),
    reason: reasonOf(place, coming, bad),
    undelivered: undelivered(workspace, coming),
    unreadable: bad.map(({ name, detail, firstSeen }) => ({ name, reason: detail, since: firstSeen })),
    lastRun: place.at,
  }
}

function stateOf({ state }: Place, coming: boolean, bad: boolean): Folder['state'] {
  if (state === 'unavailable' || state === 'working' || state === 'neverRun' || state === 'problem') return state
  if (bad) return 'problem'
  return coming ? 'waiting' : 'upToDate'
}

function reasonOf({ detail }: Place, coming: readonly PlaceFile[], bad: readonly PlaceFile[]): string | null {
  return detail ?? bad[0]?.detail ?? coming[0]?.detail ?? null
}

/** By person: so many files, since the first of them was missed. */
function undelivered(workspace: OpenWorkspace, files: readonly PlaceFile[]): Folder['undelivered'] {
  const persons = new Map(workspace.exchange.replicas().map(({ replica, news }) => [replica, news?.person ?? '']))
  const found = new Map<string, { files: number; since: number }>()
  for (const { name, firstSeen } of files) {
    const person = persons.get(replicaOf(name)) ?? ''
    const { files: count, since } = found.get(person) ?? { files: 0, since: firstSeen }
    found.set(person, { files: count + 1, since: Math.min(since, firstSeen) })
  }
  return [...found].map(([person, at]) => ({ person, ...at }))
}

/** Whose file it is, '' where the name does not say. */
function replicaOf(name: string): string {
  const [folder, first = ''] = name.split('/')
  if (folder === 'h') return parseHead(first)?.replica ?? ''
  return folder === 's' ? first.toLowerCase() : (announcedOf(name) ?? '')
}
