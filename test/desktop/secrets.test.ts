import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { type Keychain, openSecrets } from '../../electron/main/secrets'
import type { SecretAnswer, SecretQuestion } from '../../electron/wire'
import { memorySecrets } from '../../electron/workspace/sync/secrets'
import { portSecrets } from '../../electron/workspace/sync/port-secrets'

const ONE = '1'.repeat(32)
const TWO = '2'.repeat(32)

/** A keychain whose encryption is to turn the text round. */
function keychain(backend: 'gnome_libsecret' | 'basic_text', available = true): Keychain {
  const turned = (text: string) => [...Buffer.from(text, 'utf8')].toReversed()
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from([0, ...turned(text)]),
    decryptString: (bytes) => {
      if (bytes[0] !== 0) throw new Error('not of this keychain')
      return Buffer.from([...bytes.subarray(1)].toReversed()).toString('utf8')
    },
  }
}

function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'starboard-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'secrets.json')
}

/** The workspace process's side, with main's answering over what would be the line between them. */
function throughMain(file: string, chain: Keychain, platform = 'linux') {
  const asked: SecretQuestion[] = []
  const answer: (question: SecretQuestion) => SecretAnswer = openSecrets(file, chain, platform)
  const secrets = portSecrets((question) => {
    asked.push(question)
    queueMicrotask(() => secrets.hear(answer(question)))
  })
  return { secrets, asked }
}

test('a passphrase is kept in the keychain, by workspace, until it is forgotten; the file shows nothing of it', async () => {
  const file = profile()
  const { secrets } = throughMain(file, keychain('gnome_libsecret'))
  expect(await secrets.state(ONE)).toBe('none')
  expect(await secrets.keep(ONE, '蓝马 blue horse')).toBe('kept')
  expect(await secrets.keep(TWO, 'other')).toBe('kept')
  expect(readFileSync(file, 'utf8')).not.toMatch(/horse|other/u)
  const { secrets: again } = throughMain(file, keychain('gnome_libsecret'))
  expect(await Promise.all([again.passphrase(ONE), again.passphrase(TWO)])).toEqual(['蓝马 blue horse', 'other'])
  expect(await again.keep(ONE, null)).toBe('none')
  expect(await again.passphrase(ONE)).toBeNull()
  expect(await again.state(TWO)).toBe('kept')
})

test.each([
  ['a keychain with a known password', keychain('basic_text')],
  ['no keychain', keychain('gnome_libsecret', false)],
])('with %s a passphrase lives until the app ends and is written nowhere', async (_, chain) => {
  const file = profile()
  const { secrets } = throughMain(file, chain)
  expect(await secrets.keep(ONE, 'blue horse')).toBe('session')
  expect(await secrets.passphrase(ONE)).toBe('blue horse')
  expect(existsSync(file)).toBe(false)
  expect(await throughMain(file, chain).secrets.passphrase(ONE)).toBeNull()
})

test('what another account encrypted counts as none, and a damaged file too', async () => {
  const file = profile()
  const other: Keychain = { ...keychain('gnome_libsecret'), encryptString: () => Buffer.from([9, 9]) }
  await throughMain(file, other).secrets.keep(ONE, 'x')
  expect(await throughMain(file, keychain('gnome_libsecret')).secrets.state(ONE)).toBe('none')
})

test('asking how it is kept does not send it', async () => {
  const { secrets, asked } = throughMain(profile(), keychain('gnome_libsecret'))
  await secrets.keep(ONE, 'blue horse')
  await secrets.state(ONE)
  expect(asked.at(-1)).toMatchObject({ what: 'state', passphrase: null })
})

test('in the command line a passphrase of the environment is every workspace’s, unless another is given', async () => {
  const secrets = memorySecrets('blue horse')
  expect(await secrets.passphrase(ONE)).toBe('blue horse')
  expect(await secrets.keep(ONE, 'red horse')).toBe('session')
  expect(await secrets.passphrase(ONE)).toBe('red horse')
  expect(await memorySecrets().state(ONE)).toBe('none')
})
