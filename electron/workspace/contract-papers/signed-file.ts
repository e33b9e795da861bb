/** Whether what came back is paper that can be kept: a whole PDF, or a whole picture of it. Told by its bytes, whatever its name is. */

import { crc32 } from 'node:zlib'

/** Larger files are no scan of a contract. */
export const MAX_PAPER_BYTES = 64 * 1024 ** 2

export const PAPER_FAULTS = ['empty', 'tooLarge', 'notPaper', 'noEnd', 'noTable', 'otherVersion'] as const
export type PaperFault = (typeof PAPER_FAULTS)[number]

export type PaperKind = 'pdf' | 'jpeg' | 'png'
export type PaperCheck = { readonly kind: PaperKind } | { readonly fault: PaperFault }

/** Readers take a header that begins within the first kilobyte, and an end mark within the last. */
const EDGE = 1024
const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const JPEG_END = Buffer.from([0xff, 0xd9])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Stands in every PDF that is made to be signed, before the hash of its version. */
export const VERSION_MARK = 'starboard-contract-version:'

/** `version`: the hash of the version that it should be; a PDF of ours that says another is refused. */
export function checkPaper(bytes: Buffer, version: string): PaperCheck {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.length > MAX_PAPER_BYTES) return { fault: 'tooLarge' }
  if (bytes.subarray(0, EDGE).includes('%PDF-')) {
    const fault = pdfFault(bytes) ?? versionFault(bytes, version)
    return fault === null ? { kind: 'pdf' } : { fault }
  }
  if (bytes.subarray(0, 3).equals(JPEG))
    // Cameras write more pictures behind the first: the end of one must be there, not at the very end.
    return bytes.lastIndexOf(JPEG_END) > JPEG.length ? { kind: 'jpeg' } : { fault: 'noEnd' }
  if (bytes.subarray(0, 8).equals(PNG)) return isWholePng(bytes) ? { kind: 'png' } : { fault: 'noEnd' }
  return { fault: 'notPaper' }
}

/** A PDF ends with the place of its table of contents; one that was cut off, or changed in length, points beside it. */
function pdfFault(bytes: Buffer): PaperFault | null {
  const tail = bytes.subarray(-EDGE).toString('latin1')
  if (!tail.includes('%%EOF')) return 'noEnd'
  const place = /startxref\s+(\d+)\s+%%EOF\s*[^%]*$/u.exec(tail)?.[1]
  if (place === undefined) return 'noTable'
  // Offsets count from the header, where something stands before it.
  const start = bytes.indexOf('%PDF-') + Number(place)
  return /^\s*(xref|\d+\s+\d+\s+obj)/u.test(bytes.subarray(start, start + 64).toString('latin1')) ? null : 'noTable'
}

function versionFault(bytes: Buffer, version: string): PaperFault | null {
  const said = [...bytes.toString('latin1').matchAll(new RegExp(`${VERSION_MARK}([0-9a-f]{64})`, 'gu'))]
  return said.length === 0 || said.some(([, hash]) => hash === version) ? null : 'otherVersion'
}

/** Every part of a PNG carries its length and its checksum; the last is an empty one of that name. */
export function isWholePng(bytes: Buffer): boolean {
  let at = PNG.length
  if (!bytes.subarray(0, at).equals(PNG)) return false
  while (at + 12 <= bytes.length) {
    const size = bytes.readUInt32BE(at)
    const end = at + 12 + size
    if (end > bytes.length || crc32(bytes.subarray(at + 4, at + 8 + size)) !== bytes.readUInt32BE(at + 8 + size))
      return false
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true
    at = end
  }
  return false
}
