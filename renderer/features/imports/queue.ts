/**
 * The work on tables in the window: one preview or import at a time, going on while another section is looked at.
 *
 * An answer that belongs to an older question is dropped; a change of what was asked stops the work under way.
 */

import { asAppError } from '../../../shared/contract/refusal'
import type { Progress } from '../../../shared/contract/define'
import { finish } from '../../session/job'
import { createStore, useStore } from '../../session/store'
import type { Problem } from './intake'

export type QueueWork<R> =
  | { readonly state: 'waiting' }
  | { readonly state: 'previewing'; readonly progress: Progress | null }
  | { readonly state: 'previewed'; readonly result: R }
  | { readonly state: 'stopped' }
  | { readonly state: 'importing'; readonly result: R; readonly progress: Progress | null }
  | { readonly state: 'imported'; readonly result: R }
  | { readonly state: 'failed'; readonly problem: Problem }

export interface Queued<R> {
  readonly key: string
  /** Grows with every change of what is asked. */
  readonly revision: number
  readonly work: QueueWork<R>
}

type Job<R> = Promise<AsyncIterator<Progress, R>>

/** What a queue is told besides what its users tell it. */
export interface Worked<R> {
  readonly type: 'worked'
  readonly key: string
  readonly revision: number
  readonly work: QueueWork<R>
}

interface Rules<I, A, R> {
  readonly reduce: (items: readonly I[], action: A | Worked<R>) => readonly I[]
  readonly nextPreview: (items: readonly I[]) => I | undefined
  readonly importable: (items: readonly I[]) => readonly I[]
  readonly preview: (item: I, signal: AbortSignal) => Job<R>
  readonly run: (item: I, signal: AbortSignal) => Job<R>
}

export interface Queue<I, A> {
  readonly useItems: () => readonly I[]
  readonly tell: (action: A) => void
  /** Stops what is being worked on for the item; an import that is stopped takes everything back. */
  readonly stop: (key: string) => void
  readonly forget: () => void
  /** Imports everything that brings something, one after the other; a refused one does not keep the others. */
  readonly importAll: () => Promise<void>
}

export function createQueue<I extends Queued<R>, A, R>(rules: Rules<I, A, R>): Queue<I, A> {
  const going = new Going(rules)
  return {
    useItems: () => useStore(going.store),
    tell: (action) => going.tell(action),
    stop: (key) => going.stop(key),
    forget: () => going.forget(),
    importAll: () => going.importAll(),
  }
}

interface Steps<R> {
  readonly ask: (signal: AbortSignal) => Job<R>
  readonly under: (progress: Progress | null) => QueueWork<R>
  readonly done: (result: R) => QueueWork<R>
  readonly stopped: QueueWork<R>
}

class Going<I extends Queued<R>, A, R> {
  readonly store = createStore<readonly I[]>([])
  readonly #rules: Rules<I, A, R>
  #running: { readonly key: string; readonly revision: number; readonly stop: AbortController } | null = null
  #isImporting = false

  constructor(rules: Rules<I, A, R>) {
    this.#rules = rules
  }

  tell(action: A | Worked<R>): void {
    this.store.set(this.#rules.reduce(this.store.get(), action))
    const mine = this.store.get().find(({ key }) => key === this.#running?.key)
    if (this.#running && mine?.revision !== this.#running.revision) this.#running.stop.abort()
    this.#previewNext()
  }

  stop(key: string): void {
    if (this.#running?.key === key) this.#running.stop.abort()
  }

  forget(): void {
    this.#running?.stop.abort()
    this.store.set([])
  }

  async importAll(): Promise<void> {
    if (this.#isImporting || this.#running) return
    this.#isImporting = true
    try {
      for (const { key } of this.#rules.importable(this.store.get())) {
        const item = this.store.get().find((each) => each.key === key)
        if (item?.work.state === 'previewed') await this.#importOne(item, item.work.result)
      }
    } finally {
      this.#isImporting = false
      this.#previewNext()
    }
  }

  #previewNext(): void {
    const item = this.#running || this.#isImporting ? undefined : this.#rules.nextPreview(this.store.get())
    if (item === undefined) return
    void this.#work(item, {
      ask: (signal) => this.#rules.preview(item, signal),
      under: (progress) => ({ state: 'previewing', progress }),
      done: (result) => ({ state: 'previewed', result }),
      stopped: { state: 'stopped' },
    })
  }

  #importOne(item: I, result: R): Promise<void> {
    return this.#work(item, {
      ask: (signal) => this.#rules.run(item, signal),
      under: (progress) => ({ state: 'importing', result, progress }),
      done: (imported) => ({ state: 'imported', result: imported }),
      stopped: { state: 'previewed', result },
    })
  }

  async #work({ key, revision }: I, steps: Steps<R>): Promise<void> {
    const stop = new AbortController()
    const { signal } = stop
    this.#running = { key, revision, stop }
    const report = (state: QueueWork<R>) => this.tell({ type: 'worked', key, revision, work: state })
    report(steps.under(null))
    let end: QueueWork<R>
    try {
      end = steps.done(await finish(await steps.ask(signal), (progress) => report(steps.under(progress))))
    } catch (error) {
      const refusal = asAppError(error)
      end = signal.aborted
        ? steps.stopped
        : { state: 'failed', problem: { code: refusal.code, params: { ...refusal.params } } }
    }
    this.#running = null
    report(end)
  }
}
