/** What a file is by its first bytes: a video of some kind, or what else it seems to be. Names are never believed. */

export type FileKind =
  | { readonly video: true; readonly mime: string; readonly plays: 'usually' | 'rarely' }
  | {
      readonly video: false
      readonly looksLike: 'empty' | 'image' | 'audio' | 'document' | 'archive' | 'text' | 'unknown'
    }

/** How many bytes are enough to tell. */
export const TELLING_BYTES = 4096

const video = (mime: string, plays: 'usually' | 'rarely' = 'usually'): FileKind => ({ video: true, mime, plays })
const other = (looksLike: Extract<FileKind, { video: false }>['looksLike']): FileKind => ({ video: false, looksLike })

/** Kinds of ISO media files that are no videos, by the beginning of their brand. */
const STILL_BRANDS = ['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis', 'crx ']
const SOUND_BRANDS = ['M4A ', 'M4B ', 'M4P ', 'F4A ', 'F4B ']
/** First boxes of QuickTime files that have no `ftyp`. */
const OLD_BOXES = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']

const AT_START: readonly (readonly [bytes: readonly number[], kind: FileKind])[] = [
  [[0x00, 0x00, 0x01, 0xba], video('video/mpeg', 'rarely')],
  [[0x00, 0x00, 0x01, 0xb3], video('video/mpeg', 'rarely')],
  [[0x46, 0x4c, 0x56, 0x01], video('video/x-flv', 'rarely')],
  [[0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11], video('video/x-ms-wmv', 'rarely')],
  [[0x89, 0x50, 0x4e, 0x47], other('image')],
  [[0xff, 0xd8, 0xff], other('image')],
  [[0x47, 0x49, 0x46, 0x38], other('image')],
  [[0x49, 0x44, 0x33], other('audio')],
  [[0xff, 0xfb], other('audio')],
  [[0x66, 0x4c, 0x61, 0x43], other('audio')],
  [[0x25, 0x50, 0x44, 0x46], other('document')],
  [[0xd0, 0xcf, 0x11, 0xe0], other('document')],
  [[0x50, 0x4b, 0x03, 0x04], other('archive')],
  [[0x52, 0x61, 0x72, 0x21], other('archive')],
  [[0x37, 0x7a, 0xbc, 0xaf], other('archive')],
  [[0x1f, 0x8b], other('archive')],
]

/** `head`: the first `TELLING_BYTES` of the file, or all of a shorter one. */
export function fileKind(head: Uint8Array): FileKind {
  if (head.length === 0) return other('empty')
  return boxed(head) ?? matroska(head) ?? riff(head) ?? ogg(head) ?? stream(head) ?? simple(head)
}

function boxed(head: Uint8Array): FileKind | null {
  const box = letters(head, 4)
  if (box === 'ftyp') {
    const brand = letters(head, 8)
    if (STILL_BRANDS.includes(brand)) return other('image')
    if (SOUND_BRANDS.includes(brand)) return other('audio')
    return video(brand === 'qt  ' ? 'video/quicktime' : 'video/mp4')
  }
  return OLD_BOXES.includes(box) ? video('video/quicktime') : null
}

function matroska(head: Uint8Array): FileKind | null {
  if (!begins(head, [0x1a, 0x45, 0xdf, 0xa3])) return null
  // The kind of document stands among the first fields, behind 0x4282 and its length.
  for (let at = 4; at < Math.min(head.length - 8, 64); at++) {
    if (head[at] !== 0x42 || head[at + 1] !== 0x82) continue
    return letters(head, at + 3) === 'webm' ? video('video/webm') : video('video/x-matroska', 'rarely')
  }
  return video('video/x-matroska', 'rarely')
}

function riff(head: Uint8Array): FileKind | null {
  if (letters(head, 0) !== 'RIFF') return null
  const form = letters(head, 8)
  return form === 'AVI ' ? video('video/x-msvideo', 'rarely') : other(form === 'WEBP' ? 'image' : 'audio')
}

function ogg(head: Uint8Array): FileKind | null {
  if (letters(head, 0) !== 'OggS') return null
  // The first packet of a Theora stream says so behind the page's head.
  return letters(head, 29) === 'theo' ? video('video/ogg', 'rarely') : other('audio')
}

/** Transport streams: packets of 188 bytes (with a time before them: 192), each begun by the same byte. */
function stream(head: Uint8Array): FileKind | null {
  const isStream = ([first, length]: readonly [number, number]) =>
    head.length > first + 3 * length && [0, 1, 2, 3].every((packet) => head[first + packet * length] === 0x47)
  return isStream([0, 188]) || isStream([4, 192]) ? video('video/mp2t', 'rarely') : null
}

function simple(head: Uint8Array): FileKind {
  const known = AT_START.find(([bytes]) => begins(head, bytes))
  if (known) return known[1]
  // A zero byte is in no text; control characters are few in one.
  const strange = head.filter((byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)).length
  return other(strange === 0 ? 'text' : 'unknown')
}

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}

function letters(head: Uint8Array, from: number): string {
  return String.fromCharCode(...head.subarray(from, from + 4))
}
