/** Lets long work take breaths: other events of the process are served between its slices. */

const SLICE_MS = 8

export class Pacer {
  private sliceEnd = performance.now() + SLICE_MS

  /** Waits for the event loop once the slice is used up; costs next to nothing before. */
  async breathe(): Promise<void> {
    if (performance.now() < this.sliceEnd) {
      return
    }
    await new Promise<void>((resume) => setImmediate(resume))
    this.sliceEnd = performance.now() + SLICE_MS
  }
}
