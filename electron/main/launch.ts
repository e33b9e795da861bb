/** What the app was started with: a workspace file or a colleague's package, the demo, or the command line instead of a window. */

import { isAbsolute, resolve } from 'node:path'

const OPENED = /\.(starboard|starpack)$/i

export interface Launch {
  /** Absolute path of a `.starboard` or `.starpack` file, or null. */
  readonly file: string | null
  readonly demo: boolean
  /** The arguments of the command line, or null for a window. */
  readonly cli: readonly string[] | null
}

/**
 * Reads `argv` as the system passed it; relative paths are meant from `folder`.
 *
 * Everything after `--cli` belongs to the command line. Switches of Chromium are nobody's file.
 */
export function readLaunch(argv: readonly string[], folder: string): Launch {
  const at = argv.indexOf('--cli')
  const own = at === -1 ? argv : argv.slice(0, at)
  const named = own.filter((arg) => !arg.startsWith('-') && OPENED.test(arg)).at(-1)
  return {
    file: named === undefined ? null : isAbsolute(named) ? named : resolve(folder, named),
    demo: own.includes('--demo'),
    cli: at === -1 ? null : argv.slice(at + 1),
  }
}
