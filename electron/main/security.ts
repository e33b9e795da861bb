/**
 * What the window is not allowed to do.
 *
 * The window shows only files of this app, so every answer here is "no" except the few that are named. Each rule cites
 * its number in Electron's checklist (https://www.electronjs.org/docs/latest/tutorial/security) and has a test.
 */

import {
  app,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type Session,
  session,
  shell,
  type WebContents,
  type WebPreferences,
} from 'electron'
import { join } from 'node:path'

import { MEDIA_SCHEME } from './media-protocol'

export const APP_ORIGIN = 'app://starboard'

/** Where the window comes from while the app is being developed; never in a packaged app. */
export const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)

/** The pages outside the app that a link may open, in the browser of the person. */
const WEB_LINK_HOSTS = new Set([
  'www.tiktok.com',
  'seller.tiktok.com',
  'seller-us.tiktok.com',
  'affiliate.tiktok.com',
  'affiliate-us.tiktok.com',
  'partner.tiktokshop.com',
])

export const WEB_PREFERENCES: WebPreferences = {
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  nodeIntegration: false, // 2
  contextIsolation: true, // 3
  sandbox: true, // 4
  webviewTag: false, // 11
  // Chromium fetches its dictionaries from the internet.
  spellcheck: false,
}

/** Call before the app is ready: a window made earlier would keep the weaker settings. */
export function lockDown(): void {
  // 4. A process of root, or of a system without user namespaces, starts only with --no-sandbox, and then must not ask for one.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  closeNetwork()
  app.on('web-contents-created', (_event, contents) => restrict(contents))
  void app.whenReady().then(() => restrictSession(session.defaultSession))
}

function restrict(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault()) // 12
  contents.on('will-navigate', stay) // 13
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.setWindowOpenHandler(({ url }) => {
    openWebLink(url)
    return { action: 'deny' } // 14
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** The page never leaves; while the app is being developed, its server may load it again. */
function stay(event: { readonly url: string; preventDefault(): void }): void {
  if (devServer === null || parse(event.url)?.origin !== parse(devServer)?.origin) event.preventDefault()
}

/** The one permission: what people copy with a key goes onto the clipboard. Reading it takes their own paste. */
function mayCopy(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}

function restrictSession(ours: Session): void {
  ours.setPermissionRequestHandler((_contents, permission, answer) => answer(mayCopy(permission))) // 5
  ours.setPermissionCheckHandler((_contents, permission) => mayCopy(permission))
  ours.setDevicePermissionHandler(() => false)
  ours.setDisplayMediaRequestHandler(null)
  ours.on('will-download', (event) => event.preventDefault())
  ours.setSpellCheckerEnabled(false)
  ours.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }))
}

/** Beside the refusal of every request: no name is ever looked up, and Chromium keeps its own errands to itself. */
function closeNetwork(): void {
  const { commandLine } = app
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
  if (devServer === null) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Whether a request stays inside the app. */
function isOurs(address: string): boolean {
  const url = parse(address)
  if (url === null) return false
  if (url.protocol === 'app:') return url.host === 'starboard'
  if (url.protocol === `${MEDIA_SCHEME}:`) return url.host === 'starboard'
  // Neither leaves the process: an image made on a canvas, the developer tools.
  if (url.protocol === 'data:' || url.protocol === 'blob:' || url.protocol === 'devtools:') return true
  return devServer !== null && url.host === parse(devServer)?.host
}

/** Opens an https link to a known host in the person's browser; anything else is dropped. (15) */
export function openWebLink(link: string): void {
  const url = parse(link)
  if (url?.protocol === 'https:' && url.port === '' && WEB_LINK_HOSTS.has(url.hostname)) {
    void shell.openExternal(url.href)
  }
}

/** True only for the top frame of our own page. (17) */
export function isOurWindow({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false
  return senderFrame.origin === APP_ORIGIN || (devServer !== null && senderFrame.origin === parse(devServer)?.origin)
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}
