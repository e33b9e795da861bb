/** This installation of Starboard: where it keeps its own small files, and the number that names it. */

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { toAppError } from '../../../db/failures'
import { AppError } from '../../../shared/errors'

type Environment = Readonly<Record<string, string | undefined>>

/** The folder that the window and the command line of one account share. `STARBOARD_HOME` names another. */
export function homeFolder(environment: Environment = process.env, platform: string = process.platform): string {
  const named = environment['STARBOARD_HOME'] || environment['STARBOARD_USER_DATA']
  if (named) return path.resolve(named)
  return path.join(configFolder(environment, platform), 'Starboard')
}

/** Where the system keeps programs' settings: as Electron has it. */
function configFolder(environment: Environment, platform: string): string {
  if (platform === 'win32') return environment['APPDATA'] || path.join(os.homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support')
  return environment['XDG_CONFIG_HOME'] || path.join(os.homedir(), '.config')
}

/**
 * 32 hex digits, the same at every start; made at the first; it says nothing of the computer. Refuses with
 * `workspace.notWritable` where nothing can be kept: without it, a restored or copied file would not be noticed.
 */
export function deviceOf(home: string): string {
  const file = path.join(home, 'device.json')
  const stored = readDevice(file)
  if (stored !== null) return stored
  const part = `${file}.${process.pid}.tmp`
  try {
    fs.mkdirSync(home, { recursive: true })
    fs.writeFileSync(part, `${JSON.stringify({ device: randomBytes(16).toString('hex') }, null, 2)}\n`)
    fs.renameSync(part, file)
  } catch (error) {
    const refusal = toAppError(error, home)
    const full = refusal instanceof AppError && refusal.code === 'workspace.diskFull'
    throw full ? refusal : new AppError('workspace.notWritable', { file: home }, { cause: error })
  }
  // Read back: another start may have been quicker.
  const device = readDevice(file)
  if (device === null) throw new AppError('workspace.notWritable', { file })
  return device
}

function readDevice(file: string): string | null {
  try {
    const { device } = JSON.parse(fs.readFileSync(file, 'utf8')) as { readonly device?: unknown }
    return typeof device === 'string' && /^[0-9a-f]{32}$/u.test(device) ? device : null
  } catch {
    return null
  }
}
