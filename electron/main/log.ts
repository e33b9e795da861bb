/**
 * The log of the app in `logs/starboard.log`: a file of at most a megabyte, and the two before it.
 *
 * Ids, codes and durations only; never names, addresses or money.
 */

import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MAX_BYTES = 1_000_000
const KEPT = 2

export type LogLevel = 'info' | 'warn' | 'error'

export interface FileLog {
  readonly folder: string
  write(level: LogLevel, text: string, stack?: string): void
  /** The last `count` lines. */
  tail(count: number): readonly string[]
}

export function openLog(folder: string, now: () => Date = () => new Date()): FileLog {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'starboard.log')

  function rotate(): void {
    if (!existsSync(file) || statSync(file).size < MAX_BYTES) return
    for (let number = KEPT; number > 0; number--) {
      const older = number === 1 ? file : join(folder, `starboard.${number - 1}.log`)
      if (existsSync(older)) renameSync(older, join(folder, `starboard.${number}.log`))
    }
  }

  return {
    folder,
    write(level, text, stack) {
      const lines = [text, ...(stack === undefined ? [] : stack.split('\n').map((line) => `    ${line.trim()}`))]
      try {
        rotate()
        appendFileSync(file, `${now().toISOString()} ${level} ${lines.join('\n')}\n`)
      } catch {
        // A full disk must not take the app with it.
      }
    },
    tail: (count) => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count) : []),
  }
}
