import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    environment: 'node',
    pool: 'forks',
    // Real files and real processes: two of them at once keep both cores of a small machine busy.
    maxWorkers: 2,
  },
})
