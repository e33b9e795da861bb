/** Steps run in processes of their own, one after the other, so that time and memory are theirs alone. */

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { STEPS, type StepInputs, type StepName } from './steps'

export interface StepResult {
  /** What the step itself took for its work, without starting and preparing. */
  readonly ms: number
  /** The processor's time for it, all threads; says more than the clock while others use the machine. */
  readonly cpuMs: number
  /** Most memory the process held. */
  readonly peakMb: number
  readonly detail: unknown
}

/** A step answers what came of it; `timed` says which part of it counts. */
export type Step<I> = (input: I, timed: Timed) => unknown
export type Timed = <T>(work: () => T | Promise<T>) => Promise<T>

/** Runs a step in a new process and waits for it. */
export function runApart<S extends StepName>(step: S, input: StepInputs[S]): StepResult {
  const result = spawnSync(
    process.execPath,
    ['--expose-gc', fileURLToPath(import.meta.url), '--step', step, JSON.stringify(input)],
    { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const line = result.stdout.trim().split('\n').at(-1)
  if (result.status !== 0 || !line) {
    throw new Error(`the step ${step} failed`)
  }
  // Written by `runStep` below.
  return JSON.parse(line) as StepResult
}

/** The child's side of `runApart`. */
export async function runStep(name: string, input: unknown): Promise<StepResult> {
  let ms = 0
  let cpuMs = 0
  const timed: Timed = async (work) => {
    const start = performance.now()
    const before = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(before)
    ms += performance.now() - start
    cpuMs += (user + system) / 1000
    return result
  }
  // The parent is this very program: name and input fit each other.
  const step = STEPS[name as StepName] as Step<unknown>
  const detail = (await step(input, timed)) ?? null
  return { ms, cpuMs, peakMb: process.resourceUsage().maxRSS / 1024, detail }
}
