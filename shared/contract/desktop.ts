/**
 * The few things that only the desktop can do for the window: pick a file, show it in its folder, remember the last one.
 *
 * Answered by main over `ipcMain.handle('desktop')`; every call is checked for its sender and its input.
 */

import { z } from '../schema'

const Filters = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) }))

export const RecentWorkspace = z.object({ file: z.string(), name: z.string(), openedAt: z.int(), exists: z.boolean() })

export const desktopContract = {
  /** What the app was started with, once: a file to open, or the demo. */
  launch: {
    input: z.object({}),
    output: z.object({
      file: z.string().nullable(),
      demo: z.boolean(),
      version: z.string(),
      platform: z.string(),
      locale: z.string(),
    }),
  },
  chooseFiles: {
    input: z.object({ title: z.string(), filters: Filters, many: z.boolean() }),
    output: z.array(z.string()),
  },
  chooseFolder: { input: z.object({ title: z.string() }), output: z.string().nullable() },
  chooseSave: {
    input: z.object({ title: z.string(), suggestedName: z.string(), filters: Filters }),
    output: z.string().nullable(),
  },
  /** Shows a file in the system's file manager. */
  reveal: { input: z.object({ file: z.string() }), output: z.object({}) },
  recent: { input: z.object({}), output: z.array(RecentWorkspace) },
  /** Adds to (or, with `forget`, removes from) the list of recent workspaces and remembers the last one. */
  remember: {
    input: z.object({ file: z.string(), name: z.string(), forget: z.boolean().default(false) }),
    output: z.object({}),
  },
  /** Where a new workspace is suggested to live, the downloads folder, and the demo's file. */
  places: { input: z.object({}), output: z.object({ documents: z.string(), downloads: z.string(), demo: z.string() }) },
  /** Writes bytes the window made (a chart as PNG) to a file the user chose in `chooseSave`. */
  saveBytes: { input: z.object({ file: z.string(), base64: z.string() }), output: z.object({}) },
  setAppearance: {
    input: z.object({
      theme: z.enum(['light', 'dark', 'system']),
      language: z.enum(['zh-CN', 'en']),
      title: z.string(),
    }),
    output: z.object({}),
  },
  /** Starts the workspace process again after main has given up on it (`DesktopEvent` state `failed`). */
  restartWorkspace: { input: z.object({}), output: z.object({}) },
  /** What a support person needs: versions, platform, the last lines of the log; ids only, never names or money. */
  diagnostics: { input: z.object({}), output: z.object({ text: z.string() }) },
} as const

/**
 * What the window is told without having asked: a file somebody opened with the app, and how the workspace process is.
 *
 * `waiting`: it ended and is started again in a moment; `failed`: it ended too often, only `restartWorkspace` helps.
 */
export const DesktopEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), file: z.string() }),
  z.object({ type: z.literal('workspace'), state: z.enum(['starting', 'running', 'waiting', 'failed']) }),
])
export type DesktopEvent = z.infer<typeof DesktopEvent>

/** How main answers a call: errors of the closed list, never an exception. */
export type DesktopAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly params: unknown }

/** All that the preload puts into the window, as `window.starboard`. */
export interface DesktopBridge {
  /** Asks for a line to the workspace process; it comes as a window message `workspace.port` with one port. */
  connect(): void
  desktop(call: string, input: unknown): Promise<DesktopAnswer>
  /** The path of a file that was dropped on the window or chosen in it; '' when it has none. */
  pathOf(file: unknown): string
  /** Returns how to stop listening. */
  onDesktopEvent(listener: (event: DesktopEvent) => void): () => void
}

export type DesktopContract = typeof desktopContract
export type DesktopCall = keyof DesktopContract
