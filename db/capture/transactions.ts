/** One transaction of the writer, short or long: opened, captured into the log, committed or taken back whole. */

import { AppError } from '../../shared/errors'
import type { Sqlite, WritableDb } from '../database'
import { Pacer } from '../facts/pacer'
import { toAppError } from '../failures'
import { prepared } from '../prepared'
import { openFor } from './context'
import type { CommitNotice, Log, StepIntent } from './log'
import { type Direction, flagOf, type Step, type Steps } from './steps'

export interface ExclusiveIntent extends StepIntent {
  /** This work takes a step back or does it again, instead of being one. */
  readonly moves?: { readonly step: Step; readonly direction: Direction }
}

/** What an import works with. Its transaction is open; throwing takes everything back, returning commits. */
export interface Exclusive {
  readonly tx: WritableDb
}

export interface TransactionParts {
  readonly file: string
  readonly sqlite: Sqlite
  readonly tx: WritableDb
  readonly log: Log
  readonly steps: Steps
  /** Something was taken back: what follows the tables in memory is to be read again. */
  readonly takenBack: () => void
}

export interface Transactions {
  commit<T>(intent: ExclusiveIntent, work: (tx: WritableDb) => T): T
  exclusive<T>(intent: ExclusiveIntent, work: (exclusive: Exclusive) => Promise<T>): Promise<T>
  /** A transaction that is no step of this replica: colleagues' work, and what is known of them. */
  aside<T>(work: () => T): T
  /** A transaction that is taken back whole, however it ends. */
  rehearse<T>(work: () => Promise<T>): Promise<T>
  tell(notice: CommitNotice): void
  onCommitted(listener: (notice: CommitNotice) => void): () => void
}

/** Its callers see to it that only one runs at a time. */
export function createTransactions(parts: TransactionParts): Transactions {
  const { sqlite, tx } = parts
  const listeners = new Set<(notice: CommitNotice) => void>()
  // Later, so that a listener that throws cannot make a finished commit look like a failed one.
  const tell = (notice: CommitNotice) => {
    for (const listener of listeners) queueMicrotask(() => listener(notice))
  }
  const tellStep = (notice: CommitNotice) => {
    if (notice.seq !== null) tell(notice)
  }

  return {
    commit: (intent, work) => {
      try {
        begin(sqlite, 1)
        const result = work(tx)
        if (result instanceof Promise) throw new TypeError('the work of a commit is synchronous')
        tellStep(toItsEnd(settle(parts, intent)))
        return result
      } catch (error) {
        throw takenBack(parts, error)
      }
    },
    exclusive: async (intent, work) => {
      try {
        if (sqlite.open) sqlite.pragma('synchronous = FULL')
        begin(sqlite, 2)
        const result = await work({ tx })
        tellStep(await withBreaths(settle(parts, intent)))
        return result
      } catch (error) {
        throw takenBack(parts, error)
      } finally {
        afterwards(sqlite)
      }
    },
    aside: (work) => {
      try {
        begin(sqlite, 0)
        const result = work()
        prepared(sqlite, 'COMMIT').run()
        return result
      } catch (error) {
        throw takenBack(parts, error)
      }
    },
    rehearse: (work) => rehearsed(parts, work),
    tell,
    onCommitted: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function begin(sqlite: Sqlite, open: 0 | 1 | 2): void {
  if (!sqlite.open) throw new AppError('workspace.notOpen', {})
  prepared(sqlite, 'BEGIN IMMEDIATE').run()
  if (open !== 0) openFor(sqlite, open)
}

function* settle({ sqlite, log, steps }: TransactionParts, intent: ExclusiveIntent): Generator<void, CommitNotice> {
  const { author, label, moves } = intent
  // Taking a step back says which values it writes; what it would end unseen it refuses by itself.
  const resolve = intent.resolve === true || moves !== undefined
  const notice = yield* log.append({ author, label, resolve }, moves === undefined ? 0 : flagOf(moves.direction))
  if (moves !== undefined) steps.moved(moves.step, moves.direction, notice.seq ?? moves.step.latest)
  else if (notice.seq !== null) steps.added(notice.seq, intent.lasting === true)
  openFor(sqlite, 0)
  prepared(sqlite, 'COMMIT').run()
  return notice
}

function toItsEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** A step of a hundred thousand rows takes seconds to write down; others are served between its slices. */
async function withBreaths<T>(work: Generator<void, T>): Promise<T> {
  const pacer = new Pacer()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    await pacer.breathe()
  }
}

async function rehearsed<T>(parts: TransactionParts, work: () => Promise<T>): Promise<T> {
  try {
    begin(parts.sqlite, 0)
    const result = await work()
    rollBack(parts)
    return result
  } catch (error) {
    throw takenBack(parts, error)
  }
}

/** Rolls back, and says what the failure means to people. */
function takenBack(parts: TransactionParts, error: unknown): unknown {
  // Closed in the middle: SQLite has rolled back, and whatever the work stumbled over is only a consequence.
  if (!parts.sqlite.open) return new AppError('workspace.notOpen', {}, { cause: error })
  rollBack(parts)
  return toAppError(error, parts.file)
}

function rollBack({ sqlite, takenBack }: TransactionParts): void {
  // A full or failing disk has SQLite roll back by itself; what is remembered of the transaction goes all the same.
  if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
  takenBack()
}

/** Back to everyday durability, and the write-ahead file emptied unless somebody still reads from it. */
function afterwards(sqlite: Sqlite): void {
  if (!sqlite.open) return
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('busy_timeout = 0')
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // No room to move the pages over: they stay where they are, and what was committed is committed.
  } finally {
    sqlite.pragma('busy_timeout = 5000')
  }
}
