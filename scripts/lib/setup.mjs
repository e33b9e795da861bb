// Everything that a fresh clone needs. Each step looks first, and does nothing when it is done already.
import { fail, log } from './env.mjs'
import { ensureElectron } from './electron.mjs'
import { ensureModules } from './modules.mjs'
import { ensureNative } from './native.mjs'
import { ensureSystem, sandboxArgs } from './system.mjs'

/** For what runs in Node alone: the command line, unit tests, lint. Needs no Electron and no display. */
export function setupForNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed (24 is recommended).`)
  ensureModules()
  ensureNative()
}

/** For what opens windows. Gives the Electron to run, the arguments it needs here and the environment that tells tools of it. */
export function setupForElectron() {
  setupForNode()
  const electron = ensureElectron()
  ensureSystem(electron.exe)
  ensureNative(electron.exe)
  const args = sandboxArgs(electron.dist)
  return { ...electron, args, env: environment(electron, args) }
}

function environment(electron, args) {
  return {
    ELECTRON_EXEC_PATH: electron.exe,
    ...(electron.kind !== 'official' && { ELECTRON_OVERRIDE_DIST_PATH: electron.dist }),
    STARBOARD_ELECTRON_KIND: electron.kind,
    STARBOARD_ELECTRON_ARGS: JSON.stringify(args),
  }
}

export function setup() {
  const electron = setupForElectron()
  log(`ready: Electron ${electron.version ?? ''} at ${electron.exe}`)
  return 0
}
