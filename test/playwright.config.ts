import { defineConfig } from '@playwright/test'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const summary = process.env.STARBOARD_E2E_REPORT

export default defineConfig({
  testDir: 'e2e',
  outputDir: resolve(root, 'test-results'),
  workers: 1,
  timeout: 60_000,
  // docs/decisions/second-try-in-ci.md: at a developer's desk a journey that fails once has failed.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ...(summary === undefined ? [] : [['json', { outputFile: summary }] as const])],
  use: { trace: 'retain-on-failure' },
  // `*.spec.ts` are journeys; `*.shots.ts` write the pictures of the documentation (npm run screenshots).
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts' },
    { name: 'screenshots', testMatch: '**/*.shots.ts' },
  ],
})
