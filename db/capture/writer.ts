/**
 * The one way to write a workspace: a transaction on the writing connection whose changes end in the log.
 *
 * A throw takes everything back, also the log's entry. Commits wait while an import holds the writer.
 */

import { AppError } from '../../shared/errors'
import type { WritableDb } from '../database'
import type { Gate } from './gate'
import type { CommitNotice, StepIntent } from './log'
import { type Direction, labelKind, type Step } from './steps'
import type { Exclusive, ExclusiveIntent, TransactionParts, Transactions } from './transactions'

/** Takes back, or does again, the steps of one kind that are more than their records (an import's lines). */
export interface StepHandler {
  undo(step: Step, author: string): Promise<void>
  redo(step: Step, author: string): Promise<void>
}

export interface Writer {
  commit<T>(intent: StepIntent, work: (tx: WritableDb) => T): Promise<T>
  /** A long transaction that may wait between its slices; made durable (FULL) before it is called done. */
  withExclusive<T>(intent: ExclusiveIntent, work: (exclusive: Exclusive) => Promise<T>): Promise<T>
  /** Runs `work` when nobody else writes: this computer's own bookkeeping, which is no step of the log. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T>
  undo(author: string): Promise<Step>
  redo(author: string): Promise<Step>
  /** Steps whose label starts with `kind:` are undone and redone by `handler`. */
  handleSteps(kind: string, handler: StepHandler): void
  /** Calls `listener` after each commit that changed something of the log; answers how to stop. */
  onCommitted(listener: (notice: CommitNotice) => void): () => void
  /** Whether a commit or an import is running or waiting. */
  busy(): boolean
}

export function createWriter({ steps }: TransactionParts, gate: Gate, transactions: Transactions): Writer {
  const handlers = new Map<string, StepHandler>()

  const move = async (direction: Direction, author: string): Promise<Step> => {
    const { step, handler } = await gate.run(() => {
      const next = steps.next(direction)
      if (next === null) throw new AppError('undo.nothing', {})
      const handledBy = handlers.get(labelKind(next.label))
      if (handledBy === undefined)
        transactions.commit({ author, label: next.label, moves: { step: next, direction } }, () => steps.invert(next))
      return { step: next, handler: handledBy }
    })
    await handler?.[direction](step, author)
    return step
  }

  return {
    commit: (intent, work) => gate.run(() => transactions.commit(intent, work)),
    withExclusive: (intent, work) => gate.run(() => transactions.exclusive(intent, work)),
    inTurn: (work) => gate.run(work),
    undo: (author) => move('undo', author),
    redo: (author) => move('redo', author),
    handleSteps: (kind, handler) => void handlers.set(kind, handler),
    onCommitted: (listener) => transactions.onCommitted(listener),
    busy: () => gate.busy(),
  }
}
