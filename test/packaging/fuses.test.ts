/** What the package allows is stated in electron-builder.yml, switch by switch: none is left to a default. */

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const builder = read('electron-builder.yml')

/** The `name: value` lines indented below a key of electron-builder.yml. */
function block(key: string): Record<string, string> {
  const lines = builder.split('\n')
  const from = lines.indexOf(`${key}:`) + 1
  expect(from).toBeGreaterThan(0)
  const end = lines.findIndex((line, i) => i >= from && !line.startsWith('  '))
  return Object.fromEntries(
    lines.slice(from, end).map((line) => {
      const [name = '', value = ''] = line.trim().split(': ')
      return [name, value]
    }),
  )
}

test('every fuse that Electron has is stated, and only the protective ones are on', () => {
  expect(block('electronFuses')).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    loadBrowserProcessSpecificV8Snapshot: 'false',
    grantFileProtocolExtraPrivileges: 'false',
  })
})

test('the packager knows no fuse that is not stated', () => {
  // The packager's own published schema.
  const schema = JSON.parse(read('node_modules/app-builder-lib/scheme.json')) as {
    definitions: { FuseOptionsV1: { properties: Record<string, unknown> } }
  }
  const known = Object.keys(schema.definitions.FuseOptionsV1.properties)
  // Not a fuse: whether the packager signs again after it has set them.
  expect(known.filter((name) => name !== 'resetAdHocDarwinSignature').toSorted()).toEqual(
    Object.keys(block('electronFuses')).toSorted(),
  )
})

test('workspace files open with the app, and no web address does', () => {
  expect(builder).toMatch(/^fileAssociations:\n {2}- ext: starboard$/m)
  expect(builder).not.toMatch(/^\s*protocols:/m)
})

test('the app never asks for updates', () => {
  expect(builder).toMatch(/^publish: null$/m)
})

test('the mac app gives up nothing of the hardened runtime but compiling at run time', () => {
  const keys = [...read('electron/resources/entitlements.mac.plist').matchAll(/<key>(.*?)<\/key>/g)].map(
    ([, key]) => key,
  )
  expect(keys).toEqual(['com.apple.security.cs.allow-jit'])
  expect(builder).toMatch(/^ {2}hardenedRuntime: true$/m)
})

test('the one dependency that is not bundled is the database, and its binary lies outside the archive', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  expect(Object.keys(dependencies)).toEqual(['better-sqlite3'])
  expect(builder).toMatch(/^asarUnpack: \['\*\*\/\*\.node'\]$/m)
})

test('every dependency is pinned to one version and told in docs/dependencies.md', () => {
  const manifest = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  const table = read('docs/dependencies.md')
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
    expect(table).toContain(`| \`${name}\` | ${version} |`)
  }
})
