/** The one window: made where it was last time, shown once it has drawn itself. */

import { app, BrowserWindow, screen } from 'electron'
import { join } from 'node:path'

import type { DesktopEvent } from '../../shared/contract/desktop'
import { backgroundColor } from './appearance'
import { readJson, writeJson } from './json-file'
import { APP_ORIGIN, devServer, WEB_PREFERENCES } from './security'
import { MIN_SIZE, placeWindow, WindowState } from './window-state'

const SAVE_AFTER_MS = 500

export function createWindow(onRendererGone: (reason: string) => void): BrowserWindow {
  const storedIn = join(app.getPath('userData'), 'window.json')
  const { maximised, ...bounds } = placeWindow(readJson(storedIn, WindowState), workAreas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Starboard',
    backgroundColor: backgroundColor(),
    autoHideMenuBar: true,
    webPreferences: WEB_PREFERENCES,
  })
  if (maximised) window.maximize()
  rememberPlace(window, storedIn)
  window.once('ready-to-show', () => window.show())
  // The page names itself through `setAppearance`.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    onRendererGone(reason)
    // What is kept is in the workspace file: a fresh page loses nothing that was saved.
    if (reason !== 'clean-exit' && reason !== 'killed') window.webContents.reload()
  })
  void window.loadURL(devServer ?? `${APP_ORIGIN}/`)
  return window
}

export function sendEvent(window: BrowserWindow | null, event: DesktopEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send('desktop.event', event)
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function rememberPlace(window: BrowserWindow, storedIn: string): void {
  let timer: NodeJS.Timeout | undefined
  const save = () => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized()) return
    // The bounds it goes back to when it no longer fills the screen.
    writeJson(storedIn, { ...window.getNormalBounds(), maximised: window.isMaximized() } satisfies WindowState)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER_MS)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', save)
}

function workAreas() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}
