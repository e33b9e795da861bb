/** Team passphrases in the system's keychain, which only main can reach: questions and answers over its line. */

import type { SecretAnswer, SecretQuestion } from '../../wire'
import type { Secrets } from './types'

export interface PortSecrets extends Secrets {
  /** Main has answered. */
  hear(answer: SecretAnswer): void
}

export function portSecrets(ask: (question: SecretQuestion) => void): PortSecrets {
  const waiting = new Map<number, (answer: SecretAnswer) => void>()
  let asked = 0
  const answerTo = (question: Omit<SecretQuestion, 'type' | 'n'>): Promise<SecretAnswer> =>
    new Promise((resolve) => {
      const n = ++asked
      waiting.set(n, resolve)
      ask({ type: 'secret', n, ...question })
    })
  return {
    passphrase: async (workspaceId) => (await answerTo({ what: 'read', workspaceId, passphrase: null })).passphrase,
    keep: async (workspaceId, passphrase) => (await answerTo({ what: 'keep', workspaceId, passphrase })).kept,
    state: async (workspaceId) => (await answerTo({ what: 'state', workspaceId, passphrase: null })).kept,
    hear: (answer) => {
      waiting.get(answer.n)?.(answer)
      waiting.delete(answer.n)
    },
  }
}
