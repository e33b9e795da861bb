/** Long work of the workspace: its progress as it comes, its result at the end. */

import type { Progress } from '../../shared/contract/define'

/** Runs a job to its end. Aborting the signal that the call was given cancels it. */
export async function finish<R>(
  job: AsyncIterator<Progress, R>,
  onProgress?: (progress: Progress) => void,
): Promise<R> {
  for (;;) {
    const step = await job.next()
    if (step.done) {
      return step.value
    }
    onProgress?.(step.value)
  }
}
