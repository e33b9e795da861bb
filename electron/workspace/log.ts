/**
 * What the workspace process writes down for support: ids, codes and durations, never names, addresses or money.
 *
 * The process only makes the entries; where they end up (a file kept by main, standard error, nowhere) is passed in.
 */

export type LogLevel = 'info' | 'warn' | 'error'

export interface LogEntry {
  readonly level: LogLevel
  /** One line. */
  readonly text: string
  /** A stack, for bugs only. */
  readonly stack?: string
}

export interface Log {
  info(text: string): void
  warn(text: string): void
  /** `error` is the bug itself: its stack is kept for support and shown to nobody else. */
  error(text: string, error?: unknown): void
}

export function createLog(write: (entry: LogEntry) => void): Log {
  return {
    info: (text) => write({ level: 'info', text }),
    warn: (text) => write({ level: 'warn', text }),
    error: (text, error) => write({ level: 'error', text, ...(error !== undefined && { stack: stackOf(error) }) }),
  }
}

/** For callers that keep no log. */
export const noLog: Log = createLog(() => {})

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = error.stack ?? error.message
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`
}
