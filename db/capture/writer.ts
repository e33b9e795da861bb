/**
 * The one way to write a workspace: a transaction on the writing connection whose changes end in the log.
 *
 * A throw takes everything back, also the log's entry. Commits wait while an import holds the writer.
 */

import { AppError } from '../../shared/errors'
import type { Sqlite, WritableDb } from '../database'
import { toAppError } from '../failures'
import { openFor } from './context'
import { createGate } from './gate'
import type { CommitNotice, Log, StepIntent } from './log'
import { type Direction, flagOf, labelKind, type Step, type Steps } from './steps'

export interface ExclusiveIntent extends StepIntent {
  /** This work takes a step back or does it again, instead of being one. */
  readonly moves?: { readonly step: Step; readonly direction: Direction }
}

/** What an import works with. Its transaction is open; throwing takes everything back, returning commits. */
export interface Exclusive {
  readonly tx: WritableDb
}

/** Takes back, or does again, the steps of one kind that are more than their records (an import's lines). */
export interface StepHandler {
  undo(step: Step, author: string): Promise<void>
  redo(step: Step, author: string): Promise<void>
}

export interface Writer {
  commit<T>(intent: StepIntent, work: (tx: WritableDb) => T): Promise<T>
  /** A long transaction that may wait between its slices; made durable (FULL) before it is called done. */
  withExclusive<T>(intent: ExclusiveIntent, work: (exclusive: Exclusive) => Promise<T>): Promise<T>
  undo(author: string): Promise<Step>
  redo(author: string): Promise<Step>
  /** Steps whose label starts with `kind:` are undone and redone by `handler`. */
  handleSteps(kind: string, handler: StepHandler): void
  /** Calls `listener` after each commit that changed something of the log; answers how to stop. */
  onCommitted(listener: (notice: CommitNotice) => void): () => void
  /** Whether a commit or an import is running or waiting. */
  busy(): boolean
}

interface Parts {
  readonly file: string
  readonly sqlite: Sqlite
  readonly tx: WritableDb
  readonly log: Log
  readonly steps: Steps
}

export function createWriter({ file, sqlite, tx, log, steps }: Parts): Writer {
  const gate = createGate()
  const handlers = new Map<string, StepHandler>()
  const listeners = new Set<(notice: CommitNotice) => void>()

  const settle = (intent: ExclusiveIntent): CommitNotice => {
    const moves = intent.moves
    const notice = log.append({ author: intent.author, label: intent.label }, moves === undefined ? 0 : flagOf(moves.direction))
    if (moves !== undefined) steps.moved(moves.step, moves.direction, notice.seq ?? moves.step.latest)
    else if (notice.seq !== null) steps.added(notice.seq)
    openFor(sqlite, 0)
    sqlite.exec('COMMIT')
    return notice
  }
  const takeBack = (error: unknown): unknown => {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    return toAppError(error, file)
  }
  // Later, so that a listener that throws cannot make a finished commit look like a failed one.
  const told = <T>(result: T, notice: CommitNotice): T => {
    if (notice.seq !== null) for (const listener of listeners) queueMicrotask(() => listener(notice))
    return result
  }
  const commitNow = <T>(intent: ExclusiveIntent, work: (tx: WritableDb) => T): T => {
    try {
      sqlite.exec('BEGIN IMMEDIATE')
      openFor(sqlite, 1)
      const result = work(tx)
      if (result instanceof Promise) throw new TypeError('the work of a commit is synchronous')
      return told(result, settle(intent))
    } catch (error) {
      throw takeBack(error)
    }
  }
  const exclusiveNow = async <T>(intent: ExclusiveIntent, work: (exclusive: Exclusive) => Promise<T>): Promise<T> => {
    sqlite.pragma('synchronous = FULL')
    try {
      sqlite.exec('BEGIN IMMEDIATE')
      openFor(sqlite, 2)
      const result = await work({ tx })
      return told(result, settle(intent))
    } catch (error) {
      throw takeBack(error)
    } finally {
      sqlite.pragma('synchronous = NORMAL')
      shrinkWal(sqlite)
    }
  }
  const move = async (direction: Direction, author: string): Promise<Step> => {
    const handled = await gate.run(() => {
      const step = steps.next(direction)
      if (step === null) throw new AppError('undo.nothing', {})
      const handler = handlers.get(labelKind(step.label))
      if (handler === undefined) commitNow({ author, label: step.label, moves: { step, direction } }, () => steps.invert(step))
      return { step, handler }
    })
    await handled.handler?.[direction](handled.step, author)
    return handled.step
  }

  return {
    commit: (intent, work) => gate.run(() => commitNow(intent, work)),
    withExclusive: (intent, work) => gate.run(() => exclusiveNow(intent, work)),
    undo: (author) => move('undo', author),
    redo: (author) => move('redo', author),
    handleSteps: (kind, handler) => void handlers.set(kind, handler),
    onCommitted: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    busy: () => gate.busy,
  }
}

/** Empties the write-ahead file after a big transaction, unless somebody is still reading from it. */
function shrinkWal(sqlite: Sqlite): void {
  sqlite.pragma('busy_timeout = 0')
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.pragma('busy_timeout = 5000')
}
