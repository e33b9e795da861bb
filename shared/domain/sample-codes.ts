/** The short code of a sample: what its label's bar code says, and a scanner types. */

/** Eight of the last characters of an id tell apart more samples than an agency ever sends. */
const LENGTH = 8

export function sampleCode(sampleId: string): string {
  return `SB-${sampleId.slice(-LENGTH)}`
}

/** A scanned or typed code as codes are compared, or null for what is none. */
export function readSampleCode(text: string): string | null {
  const code = text.normalize('NFKC').trim().toUpperCase()
  return /^SB-[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : null
}
