/** The work on lists of creators: one preview or import at a time, going on while another section is looked at. */

import { asAppError } from '../../../../shared/contract/refusal'
import type { Progress } from '../../../../shared/contract/define'
import type { ListResult } from '../../../../shared/contract/metrics'
import { api } from '../../../api'
import { finish } from '../../../session/job'
import { createStore, useStore } from '../../../session/store'
import {
  importableLists,
  type ListAction,
  type ListItem,
  listOrder,
  type Lists,
  lists,
  type ListWork,
  nextListPreview,
} from './list-intake'

const store = createStore<Lists>([])

interface Running {
  readonly key: string
  readonly revision: number
  readonly stop: AbortController
}

let running: Running | null = null
let isImporting = false

export function useLists(): Lists {
  return useStore(store)
}

export function tellLists(action: ListAction): void {
  store.set(lists(store.get(), action))
  const mine = store.get().find(({ key }) => key === running?.key)
  if (running && mine?.revision !== running.revision) running.stop.abort()
  previewNext()
}

export function stopList(key: string): void {
  if (running?.key === key) running.stop.abort()
}

export function forgetLists(): void {
  running?.stop.abort()
  store.set([])
}

/** Imports every list that brings something, one after the other; a refused one does not keep the others. */
export async function importLists(): Promise<void> {
  if (isImporting || running) return
  isImporting = true
  try {
    for (const { key } of importableLists(store.get())) {
      const item = store.get().find((each) => each.key === key)
      if (item?.work.state === 'previewed') await importOne(item, item.work.result)
    }
  } finally {
    isImporting = false
    previewNext()
  }
}

function previewNext(): void {
  const item = running || isImporting ? undefined : nextListPreview(store.get())
  if (item === undefined) return
  void work(item, {
    ask: (signal) => api.metrics.preview(listOrder(item), { signal }),
    under: (progress) => ({ state: 'previewing', progress }),
    done: (result) => ({ state: 'previewed', result }),
    stopped: { state: 'stopped' },
  })
}

function importOne(item: ListItem, result: ListResult): Promise<void> {
  return work(item, {
    ask: (signal) => api.metrics.run(listOrder(item), { signal }),
    under: (progress) => ({ state: 'importing', result, progress }),
    done: (imported) => ({ state: 'imported', result: imported }),
    stopped: { state: 'previewed', result },
  })
}

interface Steps {
  readonly ask: (signal: AbortSignal) => Promise<AsyncIterator<Progress, ListResult>>
  readonly under: (progress: Progress | null) => ListWork
  readonly done: (result: ListResult) => ListWork
  readonly stopped: ListWork
}

async function work({ key, revision }: ListItem, steps: Steps): Promise<void> {
  const mine: Running = { key, revision, stop: new AbortController() }
  const { signal } = mine.stop
  running = mine
  const report = (state: ListWork) => tellLists({ type: 'worked', key, revision, work: state })
  report(steps.under(null))
  let end: ListWork
  try {
    end = steps.done(await finish(await steps.ask(signal), (progress) => report(steps.under(progress))))
  } catch (error) {
    const refusal = asAppError(error)
    end = signal.aborted
      ? steps.stopped
      : { state: 'failed', problem: { code: refusal.code, params: { ...refusal.params } } }
  }
  running = null
  report(end)
}
