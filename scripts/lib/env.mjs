// What every script here shares: where things are, how to say what is being done, how to run a program.
// Node built-ins only, because these scripts run before node_modules exists.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const isLinux = process.platform === 'linux'
export const isWindows = process.platform === 'win32'
export const isMac = process.platform === 'darwin'
export const isRoot = process.getuid?.() === 0
export const node = process.execPath

/** Survives `npm ci` and is shared by all clones of the project. `STARBOARD_DEV_CACHE` moves it. */
export const cacheDir = process.env.STARBOARD_DEV_CACHE ?? path.join(userCache(), 'starboard-dev')

function userCache() {
  if (isWindows) return process.env.LOCALAPPDATA ?? os.homedir()
  if (isMac) return path.join(os.homedir(), 'Library/Caches')
  return process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache')
}

/** A failure that its message explains in full: printed without a stack. */
export class SetupError extends Error {}

export function fail(message) {
  throw new SetupError(message)
}

const started = performance.now()

/** One line about what happens now. On stderr: stdout belongs to the program that is run. */
export function log(message) {
  process.stderr.write(`[starboard +${((performance.now() - started) / 1000).toFixed(1)}s] ${message}\n`)
}

/**
 * Runs a program to its end. With `quiet` its output is kept and shown only when it fails.
 * Throws a `SetupError` when it fails, unless `allowFailure`.
 */
export function run(cmd, args, { quiet = false, env = {}, cwd = root, timeout, allowFailure = false } = {}) {
  const shell = isWindows && /^(npm|npx)$/.test(cmd)
  const result = spawnSync(shell ? `${cmd}.cmd` : cmd, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    timeout,
    shell,
    maxBuffer: 1 << 28,
  })
  const ok = result.status === 0
  const stdout = result.stdout ?? ''
  const stderr = result.stderr ?? ''
  if (!ok && !allowFailure) {
    if (quiet) process.stderr.write(`${stdout.slice(-4000)}${stderr.slice(-8000)}\n`)
    fail(`${path.basename(cmd)} ${args.map((arg) => path.basename(arg)).join(' ')} ${howItEnded(result)}`)
  }
  return { ok, stdout, stderr, signal: result.signal }
}

function howItEnded({ error, signal, status }) {
  if (error) return `could not run: ${error.message}`
  return signal ? `was ended by ${signal}` : `failed with exit code ${status}`
}

/** Runs a program that gets the terminal and our signals; resolves with its exit code. */
export function runInteractive(cmd, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(cmd, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    const settle = () => process.off('SIGINT', forward).off('SIGTERM', forward)
    child.on('error', (error) => {
      settle()
      reject(new SetupError(`${path.basename(cmd)} could not be started: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      settle()
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 1))
    })
  })
}

export function sha256(data) {
  return createHash('sha256').update(data).digest('hex')
}

export function sha256File(file) {
  const hash = createHash('sha256')
  const fd = fs.openSync(file, 'r')
  const buffer = Buffer.allocUnsafe(1 << 20)
  for (let read; (read = fs.readSync(fd, buffer, 0, buffer.length, null)) > 0;) hash.update(buffer.subarray(0, read))
  fs.closeSync(fd)
  return hash.digest('hex')
}

export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

/** A whole file or none of it, also when two clones write it at once. */
export function writeWhole(file, data) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const temporary = `${file}.tmp-${process.pid}`
  fs.writeFileSync(temporary, data)
  fs.renameSync(temporary, file)
}

/** The folder of an installed package. */
export function packageDir(name) {
  return path.join(root, 'node_modules', ...name.split('/'))
}

export function has(command) {
  return run('sh', ['-c', `command -v ${command}`], { quiet: true, allowFailure: true }).ok
}
