/**
 * Serves the built window as `app://starboard/…`, so that no page ever runs on `file://`. (18)
 *
 * Every answer carries the policy of the page: only its own scripts and styles, no connection, no frame, and no HTML
 * built from strings. (7)
 */

import { app, protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'

import { MEDIA_ORIGIN, MEDIA_SCHEME } from './media-protocol'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** What `index.html` has in the place of the nonce that styles made by scripts must carry. */
const NONCE_PLACE = '__STYLE_NONCE__'

/** `nonce` is new for every page, so that no injected markup can know it. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `media-src ${MEDIA_ORIGIN}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/** Call before the app is ready; Electron takes all of them at once. */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    // No fetch: a page may show what comes from there, never read it.
    { scheme: MEDIA_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ])
}

export function serveRenderer(root = join(app.getAppPath(), 'out', 'renderer')): void {
  protocol.handle('app', ({ url, method }) => answer(root, url, method))
}

async function answer(root: string, address: string, method: string): Promise<Response> {
  const { host, pathname } = new URL(address)
  const file = fileOf(root, pathname)
  if (method !== 'GET' || host !== 'starboard' || file === null) return new Response(null, { status: 404 })
  try {
    const nonce = randomBytes(16).toString('base64')
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    const content = await readFile(file)
    const body = extname(file) === '.html' ? content.toString('utf8').replaceAll(NONCE_PLACE, nonce) : content
    const headers = {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
    }
    return new Response(body, { headers })
  } catch {
    return new Response(null, { status: 404 })
  }
}

/** The file a path stands for, or null when it would lie outside `root`. */
function fileOf(root: string, pathname: string): string | null {
  try {
    const file = join(root, pathname === '/' ? 'index.html' : decodeURIComponent(pathname))
    const inside = relative(root, file)
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file
  } catch {
    // A path that is no valid percent-encoding.
    return null
  }
}
