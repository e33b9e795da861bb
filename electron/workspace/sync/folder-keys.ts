/**
 * The team's keys in a shared folder: each closed with the passphrase, opened once and kept in memory.
 *
 * Two people who begin at once may each make one. Everybody then reads with all of them and writes with the same one: of
 * the newest epoch the one whose name comes first.
 */

import { createHmac } from 'node:crypto'

import { generateX25519Identity, identityToRecipient } from 'age-encryption'

import { AppError } from '../../../shared/errors'
import { keyName, parseKey } from './folder-names'
import { decodeKeyFile, encodeKeyFile, type FolderKey, type Reading } from './segment-file'
import { wholeFile } from './store-files'
import { unavailable } from './team-folder'
import type { Store } from './types'

export interface FolderKeys {
  /** What files are closed with; null: nothing here is encrypted. */
  readonly writing: FolderKey | null
  /** Reads with each of the keys in turn. */
  open<T>(read: (reading: Pick<Reading, 'key'>) => Promise<T>): Promise<T>
  /** What may stand for some content in names, ours first: says nothing to those who have no key. 64 hex digits each. */
  marksOf(content: string): readonly [string, ...string[]]
}

export interface KeyRequest {
  readonly store: Store
  readonly folder: string
  readonly workspace: string
  readonly passphrase: string | null
  /** The work of scrypt as a power of two; tests ask for less. */
  readonly workFactor?: number
}

/** Keys that were opened in this process, by the name and folder of their file. */
export type OpenedKeys = Map<string, FolderKey>

/** Makes the first key of a folder. */
export async function makeKey(request: KeyRequest & { readonly replica: string }): Promise<void> {
  const { store, workspace, passphrase, workFactor, replica } = request
  if (passphrase === null) return
  const identity = await generateX25519Identity()
  const lock = { passphrase, ...(workFactor !== undefined && { workFactor }) }
  await store.putNew(`k/${keyName(1, 1, replica)}`, await encodeKeyFile(workspace, 1, identity, lock))
}

/** Opens the folder's keys; refuses with `sync.passphraseNeeded` or `sync.wrongPassphrase` when there are and none opens. */
export async function openKeys(request: KeyRequest, opened: OpenedKeys): Promise<FolderKeys> {
  const names = (await request.store.list('k')).flatMap((name) => parseKey(name) ?? [])
  const ordered = names.toSorted((a, b) => b.epoch - a.epoch || (a.name < b.name ? -1 : 1))
  const keys: FolderKey[] = []
  let refusal: unknown = unavailable(request.folder, 'empty')
  for (const { name } of ordered) {
    try {
      const key = await openKey(request, name, opened)
      if (key !== null && !keys.some(({ identity }) => identity === key.identity)) keys.push(key)
    } catch (error) {
      // Not whole yet, or of somebody with another passphrase: another key may do.
      if (!(error instanceof AppError)) throw error
      refusal = error
    }
  }
  if (keys.length === 0) throw refusal
  return sealedWith(keys)
}

export const plainKeys: FolderKeys = {
  writing: null,
  open: (read) => read({ key: null }),
  marksOf: (content) => [markWith('', content)],
}

async function openKey(request: KeyRequest, name: string, opened: OpenedKeys): Promise<FolderKey | null> {
  const { store, folder, workspace, passphrase } = request
  const known = opened.get(`${folder}/${name}`)
  if (known !== undefined) return known
  if (passphrase === null) throw new AppError('sync.passphraseNeeded', { file: folder })
  const bytes = await wholeFile(store, `k/${name}`)
  if (bytes === null) return null
  const { identity } = await decodeKeyFile(bytes, passphrase, { file: folder, workspace })
  const key = { identity, recipient: await identityToRecipient(identity) }
  opened.set(`${folder}/${name}`, key)
  return key
}

function sealedWith(keys: readonly FolderKey[]): FolderKeys {
  const [first, ...others] = keys
  if (first === undefined) throw new RangeError('no key')
  return {
    writing: first,
    async open(read) {
      for (const key of [first, ...others].slice(0, -1)) {
        try {
          return await read({ key })
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'sync.wrongPassphrase') throw error
        }
      }
      return read({ key: keys.at(-1) ?? first })
    },
    marksOf: (content) => [
      markWith(first.identity, content),
      ...others.map(({ identity }) => markWith(identity, content)),
    ],
  }
}

function markWith(identity: string, content: string): string {
  return createHmac('sha256', `starboard names ${identity}`).update(content).digest('hex')
}
