/** The text of a file that somebody opens as a script, whatever it is encoded in. */

/** UTF-8 or what a byte order mark says, else what Chinese editors write; null: no text. */
export function scriptOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  if (bytes.includes(0)) return null
  return decoded('utf-8', bytes) ?? decoded('gb18030', bytes)
}

/** Without its mark; null where the bytes are not of this encoding. */
function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
