/** One file of samples on its way in: previewed as soon as it is known whose it is, taken in when somebody says so. */

import { useEffect, useRef, useState } from 'react'

import type { Progress } from '../../../shared/contract/define'
import type { SampleFile, SampleFileResult } from '../../../shared/contract/sample-files'
import { api } from '../../api'
import { finish } from '../../session/job'

export type FileWork =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly progress: Progress | null }
  | { readonly state: 'previewed'; readonly result: SampleFileResult }
  | { readonly state: 'writing'; readonly result: SampleFileResult; readonly progress: Progress | null }
  | { readonly state: 'done'; readonly result: SampleFileResult }
  | { readonly state: 'failed'; readonly error: unknown }

export interface SampleFileWork {
  readonly work: FileWork
  readonly agreed: boolean
  readonly agree: (yes: boolean) => void
  readonly take: () => void
}

/** What was asked and how far it is; what belongs to another question is passed over. */
interface Held {
  readonly order: SampleFile | null
  readonly work: FileWork
  readonly agreed: boolean
}

/** `order` null: not known yet whose file it is, or which. Keep it the same object until something else is asked. */
export function useSampleFile(order: SampleFile | null): SampleFileWork {
  const [held, setHeld] = useState<Held>({ order: null, work: { state: 'none' }, agreed: false })
  const writing = useRef<AbortController | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    if (order !== null) void preview(order, stop.signal, (work) => setHeld({ order, work, agreed: false }))
    return () => {
      stop.abort()
      writing.current?.abort()
    }
  }, [order])
  const isMine = held.order === order
  const work: FileWork = order === null ? { state: 'none' } : isMine ? held.work : { state: 'reading', progress: null }
  const agreed = isMine && held.agreed
  const take = () => {
    if (order === null || work.state !== 'previewed') return
    const stop = new AbortController()
    writing.current = stop
    const { content } = work.result
    void write({ ...order, agreed, content }, work.result, stop.signal, (next) =>
      setHeld({ order, work: next, agreed }),
    )
  }
  return { work, agreed, agree: (yes) => setHeld({ ...held, agreed: yes }), take }
}

type Tell = (work: FileWork) => void

async function preview(order: SampleFile, signal: AbortSignal, tell: Tell): Promise<void> {
  const report = (work: FileWork) => !signal.aborted && tell(work)
  try {
    const job = await api.sampleFiles.preview(order, { signal })
    report({ state: 'previewed', result: await finish(job, (progress) => report({ state: 'reading', progress })) })
  } catch (error) {
    report({ state: 'failed', error })
  }
}

async function write(order: SampleFile, result: SampleFileResult, signal: AbortSignal, tell: Tell): Promise<void> {
  const report = (work: FileWork) => !signal.aborted && tell(work)
  report({ state: 'writing', result, progress: null })
  try {
    const job = await api.sampleFiles.run(order, { signal })
    report({ state: 'done', result: await finish(job, (progress) => report({ state: 'writing', result, progress })) })
  } catch (error) {
    report({ state: 'failed', error })
  }
}
