/** Fonts cut down to the letters of one document: the whole Chinese one is 10 MB. */

import { readFile } from 'node:fs/promises'

import { resource } from './fonts'

/** What is used of the engine's own; the types of Node name it nowhere. */
declare const WebAssembly: {
  readonly compile: (bytes: Uint8Array) => Promise<object>
  readonly instantiate: (module: object) => Promise<{ readonly exports: unknown }>
}

/** The part of HarfBuzz that cuts fonts: numbers are addresses in its memory, 0 where there is none. */
interface Harfbuzz {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly _initialize: () => void
  readonly malloc: (bytes: number) => number
  readonly hb_blob_create: (data: number, bytes: number, mode: number, user: number, destroy: number) => number
  readonly hb_blob_destroy: (blob: number) => void
  readonly hb_blob_get_data: (blob: number, bytes: number) => number
  readonly hb_blob_get_length: (blob: number) => number
  readonly hb_face_create: (blob: number, index: number) => number
  readonly hb_face_destroy: (face: number) => void
  readonly hb_face_reference_blob: (face: number) => number
  readonly hb_subset_input_create_or_fail: () => number
  readonly hb_subset_input_destroy: (input: number) => void
  readonly hb_subset_input_unicode_set: (input: number) => number
  readonly hb_set_add: (set: number, code: number) => void
  readonly hb_subset_or_fail: (face: number, input: number) => number
}

/** HarfBuzz may write into the copy it is given. */
const WRITABLE = 2

let compiled: Promise<object> | undefined

/** The font of these bytes with the letters of `text` alone, and the rules by which marks are set on them. */
export async function subsetFont(font: Uint8Array, text: string): Promise<Buffer> {
  compiled ??= readFile(resource('harfbuzzjs/dist/harfbuzz-subset.wasm')).then((bytes) => WebAssembly.compile(bytes))
  // A memory of its own for each font: all of it goes with the call.
  const { exports } = await WebAssembly.instantiate(await compiled)
  const hb = exports as Harfbuzz // What the file exports, and a document with cut fonts is tested.
  // oxlint-disable-next-line no-underscore-dangle -- its own name
  hb._initialize()
  const place = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, place)
  const blob = hb.hb_blob_create(place, font.length, WRITABLE, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  hb.hb_blob_destroy(blob)
  const input = hb.hb_subset_input_create_or_fail()
  const letters = hb.hb_subset_input_unicode_set(input)
  for (const letter of new Set(text)) hb.hb_set_add(letters, letter.codePointAt(0) ?? 0)
  const cut = hb.hb_subset_or_fail(face, input)
  hb.hb_subset_input_destroy(input)
  hb.hb_face_destroy(face)
  if (cut === 0) throw new Error('the font could not be cut')
  const result = hb.hb_face_reference_blob(cut)
  const start = hb.hb_blob_get_data(result, 0)
  return Buffer.from(hb.memory.buffer.slice(start, start + hb.hb_blob_get_length(result)))
}
