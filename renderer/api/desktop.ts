/** What only the desktop can do for the window: pick files, show them, remember the last ones. */

import type {
  DesktopAnswer,
  DesktopBridge,
  DesktopCall,
  DesktopContract,
  DesktopEvent,
} from '../../shared/contract/desktop'
import { asAppError } from '../../shared/contract/refusal'
import type { z } from '../../shared/schema'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly starboard: DesktopBridge
  }
}

/** Every call refuses with an `AppError`. */
export type Desktop = {
  readonly [C in DesktopCall]: (
    input: z.input<DesktopContract[C]['input']>,
  ) => Promise<z.output<DesktopContract[C]['output']>>
}

// Main answers each call by its contract; which one it is, only the name says.
export const desktop = new Proxy({} as Desktop, {
  get: (_, call) => async (input: unknown) => valueOf(await window.starboard.desktop(String(call), input)),
})

/** The path of a dropped or chosen file, '' when it has none (an image dragged out of a page). */
export function pathOf(file: File): string {
  return window.starboard.pathOf(file)
}

/** Returns how to stop listening. */
export function onDesktopEvent(listener: (event: DesktopEvent) => void): () => void {
  return window.starboard.onDesktopEvent(listener)
}

function valueOf(answer: DesktopAnswer): unknown {
  if (answer.ok) return answer.value
  throw asAppError({ code: answer.code, data: answer.params })
}
