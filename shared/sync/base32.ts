/** Crockford's base32: letters and digits that cannot be taken for each other. */

export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as text, five bits a character, the last one filled up with zeros. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let buffer = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32.charAt((buffer >> bits) & 31)
    }
    buffer &= (1 << bits) - 1
  }
  return bits > 0 ? text + BASE32.charAt((buffer << (5 - bits)) & 31) : text
}

/** The bytes behind a text. Throws a RangeError for anything that was not written so. */
export function decodeBase32(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let at = 0
  let bits = 0
  let buffer = 0
  for (const letter of text) {
    const five = BASE32.indexOf(letter)
    if (five < 0) throw new RangeError('not base32')
    buffer = (buffer << 5) | five
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (buffer >> bits) & 255
    buffer &= (1 << bits) - 1
  }
  if (bits >= 5 || buffer !== 0) throw new RangeError('not base32')
  return bytes
}
