/** How the window gets to play a stored video: main is told of one file under a word that nobody can guess. */

import { randomBytes } from 'node:crypto'

export interface PlayableFile {
  /** In the store of the open workspace. */
  readonly path: string
  readonly size: number
  readonly mime: string
}

export interface MediaDoor {
  /** The address under which the window plays the file, until it was not asked for any more for a while. */
  open(file: PlayableFile): string
}

export function openMediaDoor(tell: (offer: PlayableFile & { readonly token: string }) => void): MediaDoor {
  return {
    open(file) {
      const token = randomBytes(32).toString('hex')
      tell({ ...file, token })
      return `media://starboard/${token}`
    },
  }
}

/** Where nobody looks: the command line, and tests that need no window. */
export const closedDoor: MediaDoor = openMediaDoor(() => undefined)
