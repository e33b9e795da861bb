/**
 * Team passphrases, encrypted by the system's keychain in one file of the profile.
 *
 * Where the system has none (or one that encrypts with a known password) a passphrase lives in memory until the app ends;
 * it is written nowhere.
 */

import type { SafeStorage } from 'electron'

import { z } from '../../shared/schema'
import type { SecretAnswer, SecretQuestion } from '../wire'
import { readJson, writeJson } from './json-file'

/** The part of Electron that talks to the keychain. */
export type Keychain = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>

/** By workspace: base64 of what the keychain made of the passphrase. */
const Stored = z.object({ passphrases: z.record(z.string(), z.string()) })

/** Answers the workspace process's questions; `file` is in the profile. */
export function openSecrets(
  file: string,
  keychain: Keychain,
  platform: string = process.platform,
): (question: SecretQuestion) => SecretAnswer {
  const session = new Map<string, string>()
  const stored = (): Record<string, string> => readJson(file, Stored)?.passphrases ?? {}
  const trusted = (): boolean =>
    keychain.isEncryptionAvailable() &&
    (platform !== 'linux' || keychain.getSelectedStorageBackend?.() !== 'basic_text')

  const read = (workspaceId: string): string | null => {
    const kept = session.get(workspaceId)
    const sealed = stored()[workspaceId]
    if (kept !== undefined || sealed === undefined || !trusted()) return kept ?? null
    try {
      return keychain.decryptString(Buffer.from(sealed, 'base64'))
    } catch {
      // Of another account or another system: as if there were none.
      return null
    }
  }

  const keep = (workspaceId: string, passphrase: string | null): void => {
    session.delete(workspaceId)
    const { [workspaceId]: before, ...others } = stored()
    if (passphrase !== null && !trusted()) session.set(workspaceId, passphrase)
    if (passphrase !== null && trusted()) {
      const sealed = keychain.encryptString(passphrase).toString('base64')
      writeJson(file, { passphrases: { ...others, [workspaceId]: sealed } })
    } else if (before !== undefined) writeJson(file, { passphrases: others })
  }

  const keptIn = (workspaceId: string): SecretAnswer['kept'] => {
    if (session.has(workspaceId)) return 'session'
    return read(workspaceId) === null ? 'none' : 'kept'
  }

  return ({ n, what, workspaceId, passphrase }) => {
    if (what === 'keep') keep(workspaceId, passphrase)
    const answer = what === 'read' ? read(workspaceId) : null
    return { type: 'secret', n, passphrase: answer, kept: keptIn(workspaceId) }
  }
}
