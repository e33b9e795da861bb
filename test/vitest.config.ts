import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

// What an installation remembers outside of workspace files: never this account's own.
const home = mkdtempSync(join(tmpdir(), 'starboard-home-'))
process.once('exit', () => rmSync(home, { recursive: true, force: true }))

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    environment: 'node',
    env: { STARBOARD_HOME: home },
    pool: 'forks',
    // Real files and real processes: two of them at once keep both cores of a small machine busy.
    maxWorkers: 2,
    // An upper limit for busy machines; nothing waits by it, and no speed is judged here.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
