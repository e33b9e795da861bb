/** Where the window was: its place, its size, whether it filled the screen. */

import type { Rectangle } from 'electron'

import { z } from '../../shared/schema'

export const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

export const MIN_SIZE = { width: 1024, height: 640 } as const
const FIRST_SIZE = { width: 1440, height: 900 } as const
/** So much of the window's top edge must lie on a screen, or nobody could take hold of it. */
const GRIP = { width: 120, height: 40 } as const

/**
 * Where to put the window on `screens` (their work areas, the main one first).
 *
 * The remembered place is kept while it can be reached; when its screen is gone the window comes to the middle of the
 * main one, no larger than that.
 */
export function placeWindow(remembered: WindowState | null, screens: readonly Rectangle[]): WindowState {
  const main = screens[0] ?? { x: 0, y: 0, ...FIRST_SIZE }
  const wanted = remembered ?? { x: 0, y: 0, ...FIRST_SIZE, maximised: false }
  const width = Math.max(MIN_SIZE.width, wanted.width)
  const height = Math.max(MIN_SIZE.height, wanted.height)
  if (remembered && screens.some((screen) => canBeGripped({ ...remembered, width }, screen))) {
    return { ...remembered, width, height }
  }
  const fitting = { width: Math.min(width, main.width), height: Math.min(height, main.height) }
  return {
    ...fitting,
    x: main.x + Math.round((main.width - fitting.width) / 2),
    y: main.y + Math.round((main.height - fitting.height) / 2),
    maximised: wanted.maximised,
  }
}

function canBeGripped(window: Rectangle, screen: Rectangle): boolean {
  const left = Math.max(window.x, screen.x)
  const right = Math.min(window.x + window.width, screen.x + screen.width)
  const onScreenTop = window.y >= screen.y && window.y + GRIP.height <= screen.y + screen.height
  return onScreenTop && right - left >= GRIP.width
}
