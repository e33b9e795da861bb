/** Team passphrases where there is no keychain to ask: kept in this process's memory, never written. */

import type { Secrets } from './types'

/** `given`: a passphrase for every workspace, as the command line's environment names it. */
export function memorySecrets(given: string | null = null): Secrets {
  const known = new Map<string, string>()
  const passphraseOf = (workspaceId: string) => known.get(workspaceId) ?? given
  const stateOf = (workspaceId: string) => (passphraseOf(workspaceId) === null ? 'none' : 'session')
  return {
    passphrase: async (workspaceId) => passphraseOf(workspaceId),
    keep: async (workspaceId, passphrase) => {
      if (passphrase === null) known.delete(workspaceId)
      else known.set(workspaceId, passphrase)
      return stateOf(workspaceId)
    },
    state: async (workspaceId) => stateOf(workspaceId),
  }
}
