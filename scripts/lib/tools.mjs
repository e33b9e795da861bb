// The development tools, run by their own entry files: no shell, no npx, the same on every system.
import path from 'node:path'
import { fail, log, node, packageDir, readJson, root, run } from './env.mjs'
import { buildWhenStale } from './fresh.mjs'

/** The file behind a tool's command, for instance `tool('typescript', 'tsc')`. */
export function tool(name, command = name) {
  const { bin } = readJson(path.join(packageDir(name), 'package.json'))
  const file = typeof bin === 'string' ? bin : bin?.[command]
  if (!file) fail(`The package ${name} has no command ${command}.`)
  return path.join(packageDir(name), file)
}

const VITE_CONFIG = ['--config', 'electron/vite.config.ts']

export function electronVite(command, ...args) {
  return [tool('electron-vite'), command, ...VITE_CONFIG, ...args]
}

export function vitest(...args) {
  return [tool('vitest'), 'run', '--config', 'test/vitest.config.ts', ...args]
}

export function playwright(project, ...args) {
  return [
    tool('@playwright/test', 'playwright'),
    'test',
    '--config',
    'test/playwright.config.ts',
    // One word, because the option would take the file names after it for projects.
    `--project=${project}`,
    ...args,
  ]
}

const APP_SOURCES = ['electron', 'renderer', 'shared', 'db', 'package.json', 'package-lock.json']

/** Builds the app into out/ when a source changed since the last time. */
export function buildApp(env) {
  return buildWhenStale('out/.app-built', APP_SOURCES, () => {
    log('building the app (a few seconds)')
    run(node, electronVite('build', '--logLevel', 'warn'), { env, cwd: root })
  })
}
