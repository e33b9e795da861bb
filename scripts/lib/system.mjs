// Linux only: the shared libraries that Electron needs, and a display to run it on.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { fail, has, isLinux, isRoot, log, run, SetupError } from './env.mjs'

const PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libxss1',
  'libxkbcommon0',
  'libxcomposite1',
  'libxdamage1',
  'libxrandr2',
  'libatspi2.0-0',
  'fonts-wqy-microhei',
]

export const hasDisplay = !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Installs with apt-get what Electron misses when we are root, else tells the command. `STARBOARD_NO_APT` forbids it. */
export function ensureSystem(electronExe) {
  if (!isLinux) return
  const libraries = missingLibraries(electronExe)
  const noXvfb = !hasDisplay && !has('Xvfb')
  if (libraries.length === 0 && !noXvfb) return
  const what = [libraries.length > 0 && `the libraries ${shortened(libraries)}`, noXvfb && 'Xvfb (there is no display)']
    .filter(Boolean)
    .join(' and ')
  const wanted = [...PACKAGES, ...(noXvfb ? ['xvfb'] : [])]
  if (!has('apt-get'))
    fail(`Electron needs ${what}: install them with this system's package manager (on Debian: ${wanted.join(' ')}).`)
  if (!isRoot || process.env.STARBOARD_NO_APT) {
    fail(
      `Electron needs ${what}. Run:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${wanted.join(' ')}`,
    )
  }
  install(wanted, what)
  const still = missingLibraries(electronExe)
  if (still.length > 0) fail(`apt-get installed ${wanted.join(' ')}, but Electron still misses ${still.join(' ')}.`)
}

/** Programs of the tests alone: a model checker, and second readers of PDFs and Word files. Installed with apt-get when we are root; without them their tests are skipped, aloud. */
export function ensureTestPrograms() {
  if (!isLinux || (has('spin') && has('gcc') && has('pdftotext') && has('soffice'))) return
  const wanted = ['spin', 'gcc', 'libc6-dev', 'poppler-utils', 'libreoffice-writer-nogui']
  const said = `spin, gcc, pdftotext or soffice is not here: tests that need them will be skipped`
  if (!has('apt-get') || !isRoot || process.env.STARBOARD_NO_APT) {
    log(`${said} (on Debian: sudo apt-get install ${wanted.join(' ')})`)
    return
  }
  log('installing with apt-get a model checker and readers of PDFs and Word files for the tests')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const args = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...wanted]
  run('apt-get', ['update'], { quiet: true, env, allowFailure: true })
  if (!run('apt-get', args, { quiet: true, env, allowFailure: true }).ok) log(`apt-get could not install it; ${said}`)
}

function install(wanted, what) {
  log(`installing with apt-get what Electron needs: ${what}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update'], { quiet: true, env, allowFailure: true })
  // Debian 13 and Ubuntu 24.04 renamed some of them with a t64 ending.
  const names = wanted.map((name) =>
    run('apt-cache', ['show', `${name}t64`], { quiet: true, allowFailure: true }).ok ? `${name}t64` : name,
  )
  const args = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...names]
  if (!run('apt-get', args, { quiet: true, env, allowFailure: true }).ok) {
    fail(
      `apt-get could not install what Electron needs. Run it yourself to see why:\n  apt-get install -y --no-install-recommends ${names.join(' ')}`,
    )
  }
}

function missingLibraries(exe) {
  const { stdout } = run('ldd', [exe], { quiet: true, allowFailure: true })
  return stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])
}

function shortened(names) {
  return names.length > 5 ? `${names.slice(0, 5).join(' ')} and ${names.length - 5} more` : names.join(' ')
}

/** Electron refuses its sandbox as root, and has none where user namespaces are closed and chrome-sandbox is not setuid. */
export function sandboxArgs(dist) {
  if (!isLinux) return []
  if (isRoot) return ['--no-sandbox']
  const closed =
    flag('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    flag('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    flag('/proc/sys/user/max_user_namespaces') === '0'
  const helper = fs.statSync(`${dist}/chrome-sandbox`, { throwIfNoEntry: false })
  const setuid = helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0
  return closed && !setuid ? ['--no-sandbox'] : []
}

function flag(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim()
  } catch {
    return undefined // this kernel does not have that switch
  }
}

/** Runs `task` with the environment of a display: the one there is, or an Xvfb of our own that ends with us. */
export async function withDisplay(task) {
  if (hasDisplay) return task({})
  log('there is no display here: using a virtual one (Xvfb)')
  const { display, stop } = await startXvfb()
  try {
    return await task({ DISPLAY: display })
  } finally {
    stop()
  }
}

function startXvfb() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset']
  return new Promise((resolve, reject) => {
    const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (text) => (errors += text))
    child.once('error', (error) => reject(new SetupError(`Xvfb could not be started: ${error.message}`)))
    child.once('exit', (code) => reject(new SetupError(`Xvfb ended with ${code}: ${errors.trim()}`)))
    child.stdio[3].once('data', (text) => {
      const stop = () => child.kill('SIGTERM')
      process.once('exit', stop)
      for (const handle of [child, child.stderr, child.stdio[3]]) handle.unref()
      resolve({ display: `:${String(text).trim()}`, stop })
    })
  })
}
