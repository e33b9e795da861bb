/**
 * The work on the files in the window: one preview or import at a time, going on while another section is looked at.
 *
 * A choice that changes what was asked stops the answer that is under way.
 */

import { asAppError } from '../../../shared/contract/refusal'
import type { ImportFile, ImportResult } from '../../../shared/contract/imports'
import type { Progress } from '../../../shared/contract/define'
import { api } from '../../api'
import { finish } from '../../session/job'
import { createStore, useStore } from '../../session/store'
import {
  importable,
  importOrder,
  intake,
  type Intake,
  type IntakeAction,
  type IntakeFile,
  nextPreview,
  type Problem,
  type Work,
} from './intake'

const files = createStore<Intake>([])

interface Running {
  readonly path: string
  readonly revision: number
  readonly stop: AbortController
}

let running: Running | null = null
/** Several files are being imported; a stop ends the row of them. */
let row: AbortController | null = null

export function useIntake(): Intake {
  return useStore(files)
}

export function tell(action: IntakeAction): void {
  files.set(intake(files.get(), action))
  const mine = files.get().find(({ found }) => found.path === running?.path)
  if (running && mine?.revision !== running.revision) {
    running.stop.abort()
  }
  previewNext()
}

/** Stops what is being worked on for the file; an import that is stopped takes the file back. */
export function stopWork(path: string): void {
  row?.abort()
  if (running?.path === path) {
    running.stop.abort()
  }
}

/** Imports every file that brings something, one after the other; a refused one does not keep the others. */
export async function importFiles(): Promise<void> {
  if (row || running) {
    return
  }
  row = new AbortController()
  const { signal } = row
  try {
    for (const { found } of importable(files.get())) {
      const file = files.get().find((other) => other.found.path === found.path)
      if (file && !signal.aborted) {
        await importOne(file)
      }
    }
  } finally {
    row = null
    previewNext()
  }
}

/** Another workspace is open: its files are not these. */
export function forgetFiles(): void {
  row?.abort()
  running?.stop.abort()
  files.set([])
}

function previewNext(): void {
  const file = running || row ? undefined : nextPreview(files.get())
  if (file) {
    void preview(file)
  }
}

function preview(file: IntakeFile): Promise<void> {
  return work(file, {
    ask: (order, signal) => api.imports.preview(order, { signal }),
    under: (progress) => ({ state: 'previewing', progress }),
    done: (result) => ({ state: 'previewed', result }),
    stopped: { state: 'stopped' },
    failed: (problem) => ({ state: 'failed', during: 'preview', problem }),
  })
}

function importOne(file: IntakeFile): Promise<void> {
  const previewed = file.work.state === 'previewed' ? file.work.result : null
  return previewed === null
    ? Promise.resolve()
    : work(file, {
        ask: (order, signal) => api.imports.run(order, { signal }),
        under: (progress) => ({ state: 'importing', result: previewed, progress }),
        done: (result) => ({ state: 'imported', result }),
        stopped: { state: 'previewed', result: previewed },
        failed: (problem) => ({ state: 'failed', during: 'import', problem }),
      })
}

interface Steps {
  readonly ask: (order: ImportFile, signal: AbortSignal) => Promise<AsyncIterator<Progress, ImportResult>>
  readonly under: (progress: Progress | null) => Work
  readonly done: (result: ImportResult) => Work
  readonly stopped: Work
  readonly failed: (problem: Problem) => Work
}

async function work(file: IntakeFile, steps: Steps): Promise<void> {
  const order = importOrder(file)
  if (!order) {
    return
  }
  const { path } = file.found
  const mine: Running = { path, revision: file.revision, stop: new AbortController() }
  const { signal } = mine.stop
  running = mine
  const report = (state: Work) => tell({ type: 'worked', path, revision: mine.revision, work: state })
  report(steps.under(null))
  let end: Work
  try {
    end = steps.done(await finish(await steps.ask(order, signal), (progress) => report(steps.under(progress))))
  } catch (error) {
    const refusal = asAppError(error)
    end = signal.aborted ? steps.stopped : steps.failed({ code: refusal.code, params: { ...refusal.params } })
  }
  running = null
  report(end)
}
