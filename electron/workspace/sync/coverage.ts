/** How far somebody's segments in a shared folder reach: told by names alone. */

import type { LifeReason } from '../../../db/lives'
import type { OpenWorkspace } from '../../../db/open'
import { listPlaces } from '../../../db/sync/places'
import { AppError } from '../../../shared/errors'
import { parseBucket, parseSegment } from './folder-names'
import type { Store } from './types'

export interface Coverage {
  readonly to: number
  /** The first 16 hex digits of the chain's hash there; '' before the first step. */
  readonly hash: string
  /** The folder that the last of them is in, and how many are in it. */
  readonly bucket: string | null
  readonly segments: number
}

export const NO_COVERAGE: Coverage = { to: 0, hash: '', bucket: null, segments: 0 }

export async function coverageOf(store: Store, publisher: string, author: string): Promise<Coverage> {
  const folder = `s/${publisher}`
  const buckets = (await store.list(folder)).flatMap((name) => parseBucket(name) ?? [])
  const own = buckets.filter((bucket) => bucket.author === author).toSorted((a, b) => b.from - a.from)
  for (const { name } of own) {
    const segments = (await store.list(`${folder}/${name}`)).flatMap((file) => parseSegment(file) ?? [])
    const last = segments.toSorted((a, b) => b.to - a.to)[0]
    // A folder that was made and nothing more: the one before has the last.
    if (last !== undefined) return { to: last.to, hash: last.hash, bucket: name, segments: segments.length }
  }
  return NO_COVERAGE
}

/** Whether the last step that is covered is the one that is here under that name. */
export function agrees({ exchange }: OpenWorkspace, author: string, { to, hash }: Coverage): boolean {
  if (to === 0) return true
  const here = exchange.hashAt(author, to)
  return here !== null && Buffer.from(here).toString('hex', 0, 8) === hash
}

/** So long opening a workspace may wait for its folders; one that is slower is looked at by its first run. */
const PATIENCE_MS = 3000

/**
 * Whether a remembered folder has steps under this copy's name that it has not made: asked when a workspace is opened,
 * before anything is written. A folder that is not there says nothing.
 */
export async function signInFolders(
  workspace: OpenWorkspace,
  open: (folder: string) => Store,
): Promise<LifeReason | null> {
  const look = async (): Promise<LifeReason | null> => {
    for (const { path } of listPlaces(workspace.reader)) {
      try {
        const { self } = workspace.exchange
        if (!agrees(workspace, self, await coverageOf(open(path), self, self))) return 'folderAhead'
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }
    return null
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  try {
    return await Promise.race([look(), late])
  } finally {
    clearTimeout(timer)
  }
}
