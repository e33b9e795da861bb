// npm start and npm run dev: the app in a window.
import { log, node, root, runInteractive } from '../lib/env.mjs'
import { setupForElectron } from '../lib/setup.mjs'
import { hasDisplay, withDisplay } from '../lib/system.mjs'
import { buildApp, electronVite } from '../lib/tools.mjs'

/** Runs the built app; `args` are the app's own, such as --demo. */
export async function start(args) {
  const electron = setupForElectron()
  await buildApp(electron.env)
  if (!hasDisplay) log('the window cannot be seen here; Ctrl-C ends the app')
  return withDisplay((display) => {
    const env = { ...electron.env, ...display, NODE_ENV: 'production' }
    return runInteractive(electron.exe, [...electron.args, root, ...args], { env })
  })
}

/** Runs the app from its sources, with the window reloading as they change. */
export async function dev(args) {
  const electron = setupForElectron()
  const sandbox = electron.args.length > 0 ? ['--noSandbox'] : []
  return withDisplay((display) => {
    const passed = args.length > 0 ? ['--', ...args] : []
    return runInteractive(node, electronVite('dev', ...sandbox, ...passed), { env: { ...electron.env, ...display } })
  })
}
