/**
 * Serves stored videos to the player of the window as `media://starboard/<token>`, in ranges, so that it can seek.
 *
 * Only what the workspace process has offered: an address is a word that nobody can guess, of one file in the store of
 * the open workspace. There are no paths in it. It ends with the workspace, or when nobody asked for it for an hour. (18)
 */

import { protocol } from 'electron'
import { type FileHandle, open } from 'node:fs/promises'
import { basename, dirname, isAbsolute } from 'node:path'

import type { MediaOffer } from '../wire'

export const MEDIA_SCHEME = 'media'
export const MEDIA_ORIGIN = `${MEDIA_SCHEME}://starboard`

const KEPT_MS = 60 * 60_000
/** The oldest goes when there are more. */
const MOST = 64
const PIECE_BYTES = 1 << 18

interface Offered extends Omit<MediaOffer, 'type' | 'token'> {
  lastAsked: number
}

export interface Media {
  offer(offer: MediaOffer): void
  /** None of those before may be played any more. */
  forget(): void
}

export function serveMedia(now: () => number = Date.now): Media {
  const offered = new Map<string, Offered>()
  const find = (token: string): Offered | null => {
    const file = offered.get(token)
    if (file === undefined || now() - file.lastAsked > KEPT_MS) {
      offered.delete(token)
      return null
    }
    file.lastAsked = now()
    return file
  }
  protocol.handle(MEDIA_SCHEME, (request) => answer(request, find))
  return {
    offer({ token, path, size, mime }) {
      // The other process is trusted; a mistake of its shall still open nothing but the store.
      if (!isStored(path)) return
      const [oldest] = offered.keys()
      if (offered.size >= MOST && oldest !== undefined) offered.delete(oldest)
      offered.set(token, { path, size, mime, lastAsked: now() })
    },
    forget: () => offered.clear(),
  }
}

/** `…/agency.files/ab/ab12…`: a name that is a hash, in the folder of its first digits, in a store. */
function isStored(path: string): boolean {
  const hash = basename(path)
  const folder = dirname(path)
  return (
    isAbsolute(path) &&
    /^[0-9a-f]{64}$/.test(hash) &&
    basename(folder) === hash.slice(0, 2) &&
    dirname(folder).endsWith('.files')
  )
}

async function answer({ url, method, headers }: Request, find: (token: string) => Offered | null): Promise<Response> {
  const { host, pathname, search } = new URL(url)
  const file = /^\/[0-9a-f]{64}$/.test(pathname) && search === '' ? find(pathname.slice(1)) : null
  if (host !== 'starboard' || (method !== 'GET' && method !== 'HEAD') || file === null) {
    return new Response(null, { status: 404 })
  }
  const range = rangeOf(headers.get('range'), file.size)
  if (range === null) {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${file.size}` } })
  }
  try {
    const body = method === 'HEAD' ? null : piecesOf(await open(file.path), range)
    return new Response(body, { status: range.whole ? 200 : 206, headers: headersOf(file, range) })
  } catch {
    return new Response(null, { status: 404 })
  }
}

interface Range {
  readonly from: number
  /** The last byte. */
  readonly to: number
  readonly whole: boolean
}

function headersOf({ mime, size }: Offered, { from, to, whole }: Range): Record<string, string> {
  return {
    'Content-Type': mime,
    'Content-Length': String(to - from + 1),
    ...(!whole && { 'Content-Range': `bytes ${from}-${to}/${size}` }),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** One range, as players ask for; null: there is nothing of it. What is no range means the whole file. */
function rangeOf(header: string | null, size: number): Range | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  const [, first = '', last = ''] = asked ?? []
  if (asked === null || (first === '' && last === '')) return { from: 0, to: size - 1, whole: true }
  if (first === '')
    return size > 0 && Number(last) > 0 ? { from: Math.max(0, size - Number(last)), to: size - 1, whole: false } : null
  const from = Number(first)
  const to = Math.min(size - 1, last === '' ? size - 1 : Number(last))
  return from <= to ? { from, to, whole: false } : null
}

/** Read as the player takes it; a player that turns away closes the file. */
function piecesOf(handle: FileHandle, { from, to }: Range): ReadableStream<Uint8Array> {
  let at = from
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const length = Math.min(PIECE_BYTES, to - at + 1)
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, at)
        at += bytesRead
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        if (bytesRead === 0 || at > to) {
          controller.close()
          await handle.close()
        }
      } catch (error) {
        await handle.close()
        throw error
      }
    },
    cancel: () => handle.close(),
  })
}
