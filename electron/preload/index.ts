/** The whole bridge between the window and the app: four functions, none of which hands out Electron or an event. */

import { contextBridge, ipcRenderer, webUtils } from 'electron'

import type { DesktopAnswer, DesktopBridge, DesktopEvent } from '../../shared/contract/desktop'

/** What of the page is used here; the other code of this folder runs in Node and must not see the rest of it. */
declare const window: { postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void }
declare const location: { readonly origin: string }

// A port cannot cross the context bridge, so it comes as a message to our own origin.
ipcRenderer.on('workspace.port', (event) => window.postMessage('workspace.port', location.origin, [...event.ports]))

const bridge: DesktopBridge = {
  connect: () => ipcRenderer.send('workspace.connect'),
  desktop: (call, input) => ipcRenderer.invoke('desktop', call, input) as Promise<DesktopAnswer>,
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  onDesktopEvent(listener) {
    const pass = (_event: unknown, news: DesktopEvent) => listener(news)
    ipcRenderer.on('desktop.event', pass)
    return () => ipcRenderer.off('desktop.event', pass)
  },
}

contextBridge.exposeInMainWorld('starboard', bridge)
