// npm run package: the app as it is installed, in a folder under dist/, for this system and with the Electron at hand.
// Arguments are electron-builder's, for instance `npm run package -- --linux tar.gz` or, for a release, `--mac --publish never`.
// `--testable` leaves the inspector on, so that Playwright can drive the package; such a build is never released.
import { isMac, isWindows, log, node, runInteractive } from '../lib/env.mjs'
import { setupForElectron } from '../lib/setup.mjs'
import { buildApp, tool } from '../lib/tools.mjs'

export async function packageApp(args) {
  const electron = setupForElectron()
  await buildApp(electron.env)
  const testable = args.includes('--testable')
  const rest = args.filter((arg) => arg !== '--testable' && arg !== '--')
  const local =
    electron.kind === 'official' ? [] : [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`]
  const inspector = testable
    ? ['-c.electronFuses.enableNodeCliInspectArguments=true', '-c.directories.output=dist/testable']
    : []
  const target = rest.some((arg) => !arg.startsWith('-c')) ? [] : [platformFlag(), 'dir']
  log(`packaging with Electron ${electron.version}${testable ? ', inspector on: for tests only' : ''}`)
  return runInteractive(node, [
    tool('electron-builder'),
    '--config',
    'electron-builder.yml',
    ...target,
    ...local,
    ...inspector,
    '--publish',
    'never',
    ...rest,
  ])
}

function platformFlag() {
  if (isMac) return '--mac'
  return isWindows ? '--win' : '--linux'
}
