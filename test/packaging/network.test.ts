/** The app talks to nobody: nothing that could is named anywhere in what is shipped. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SHIPPED = ['electron', 'renderer', 'shared', 'db']
const REACHES_OUT =
  /\bfetch\(\s*['"`]|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|['"](node:)?(http|https|http2|net|tls|dgram|dns)(\/promises)?['"]|\bnet\b[^'"\n]*from 'electron'|autoUpdater|crashReporter\.start/

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => join(folder, name))
}

test.each(SHIPPED)('nothing in %s can open a connection', (folder) => {
  const files = sources(folder)
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => REACHES_OUT.test(readFileSync(file, 'utf8')))).toEqual([])
})

test.each([
  "await fetch('https://x')",
  "import net from 'node:net'",
  "import { net } from 'electron'",
  'new WebSocket(x)',
])('and %s would be seen', (line) => expect(REACHES_OUT.test(line)).toBe(true))

test('no web preference that weakens the page is set anywhere in main', () => {
  const weak = /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegration: true/
  expect(sources('electron/main').filter((file) => weak.test(readFileSync(file, 'utf8')))).toEqual([])
})
