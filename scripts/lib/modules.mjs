// The npm packages: installed when package-lock.json asks for others than node_modules holds.
import fs from 'node:fs'
import path from 'node:path'
import { fail, log, readJson, root, run, sha256, writeWhole } from './env.mjs'

const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.setup-stamp')

export function ensureModules() {
  const lockText = readLock()
  const want = sha256([lockText, process.platform, process.arch].join('|'))
  if (readStamp() === want) return
  // `npm install` by hand leaves the right packages without our stamp.
  if (!installedForOtherPlatform() && holdsWhatLockAsks(JSON.parse(lockText))) return writeStamp(want)
  if (fs.lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail(
      `node_modules is a link to ${fs.realpathSync(modules)}, which does not hold what package-lock.json asks for: install there, or remove the link.`,
    )
  }
  log('installing the npm packages (npm ci, about a minute)')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  const result = run('npm', args, { quiet: true, allowFailure: true, env: { npm_config_update_notifier: 'false' } })
  if (!result.ok)
    fail(
      `npm ci could not install the packages: ${npmReason(result.stderr)}. Check the connection to the npm registry and run the command again.`,
    )
  writeStamp(want)
}

function readLock() {
  try {
    return fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  } catch {
    return fail('package-lock.json is missing: this is not a whole checkout of the project.')
  }
}

function readStamp() {
  return fs.existsSync(stampFile) ? fs.readFileSync(stampFile, 'utf8').split('\n')[0] : undefined
}

function writeStamp(want) {
  writeWhole(stampFile, `${want}\n${process.platform}-${process.arch}\n`)
}

function installedForOtherPlatform() {
  const platform = fs.existsSync(stampFile) ? fs.readFileSync(stampFile, 'utf8').split('\n')[1] : undefined
  return platform !== undefined && platform !== '' && platform !== `${process.platform}-${process.arch}`
}

/** npm writes `.package-lock.json` last, so a broken-off install does not have it. */
function holdsWhatLockAsks(lock) {
  const hidden = path.join(modules, '.package-lock.json')
  if (!fs.existsSync(hidden)) return false
  const have = readJson(hidden).packages
  return Object.entries(lock.packages).every(
    ([name, entry]) => name === '' || !wanted(entry) || have[name]?.version === entry.version,
  )
}

function wanted(entry) {
  if (!entry.optional) return true
  return Boolean(entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && !entry.libc)
}

function npmReason(stderr) {
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  return lines.find((line) => line && !/^(code|errno|syscall|network) /.test(line))?.slice(0, 200) ?? 'no reason given'
}
