/**
 * Proof of what happened to a sample: everything that is known of it in the order of time, sealed as a chain of hashes.
 *
 * The seal of the pack is `h_n`, where `h_0` is the hash of nothing and `h_i = SHA-256(h_{i-1} + line_i)`: it depends on
 * every line, on every file's own hash and on their order. It proves that nothing was changed since the pack was made and
 * handed over; it does not prove when a picture was taken.
 */

export const PROOF_KINDS = ['parcel', 'delivery', 'unboxing', 'chat', 'other'] as const
export type ProofKind = (typeof PROOF_KINDS)[number]

/** What somebody says, and the pack answers. */
export const DENIALS = ['neverReceived', 'neverPromised', 'deletedVideo', 'wrongProduct'] as const
export type Denial = (typeof DENIALS)[number]

/** `whole`: the bytes are what they were when they were attached; `elsewhere`: a colleague has them. */
export const FILE_STANDINGS = ['whole', 'changed', 'missing', 'elsewhere'] as const
export type FileStanding = (typeof FILE_STANDINGS)[number]

/** `broken`: a file is not what it was, or is gone; `incomplete`: files are still at a colleague's. */
export type Seal = 'whole' | 'broken' | 'incomplete'

/** One line of the pack. */
export interface ProofLine {
  /** UTC epoch ms; null: nobody wrote down when. */
  readonly at: number | null
  readonly person: string | null
  readonly what:
    | { readonly kind: 'step'; readonly to: string; readonly reason: string | null }
    | { readonly kind: 'parcel'; readonly carrier: string | null; readonly tracking: string }
    | { readonly kind: 'scan'; readonly tracking: string; readonly text: string }
    | {
        readonly kind: 'nudge' | 'excuse' | 'promise'
        readonly text: string | null
        readonly promisedDay: string | null
      }
    | { readonly kind: 'post'; readonly url: string | null; readonly title: string | null }
    | { readonly kind: 'file'; readonly name: string; readonly sha256: string; readonly size: number }
}

/** By time; what has no time last. Lines of one moment keep a fixed order, so that the same facts give the same seal. */
export function inTime(lines: readonly ProofLine[]): readonly ProofLine[] {
  return lines
    .map((line) => ({ line, text: lineText(line) }))
    .toSorted((a, b) => (a.line.at ?? Infinity) - (b.line.at ?? Infinity) || (a.text < b.text ? -1 : 1))
    .map(({ line }) => line)
}

/** The seal over lines in their order. `sha256`: text to 64 hex digits. */
export function sealOver(lines: readonly ProofLine[], sha256: (text: string) => string): string {
  return lines.reduce((before, line) => sha256(before + lineText(line)), sha256(''))
}

/** The worst of the files decides; without a file there is nothing to break. */
export function sealStanding(files: readonly FileStanding[]): Seal {
  if (files.some((file) => file === 'changed' || file === 'missing')) return 'broken'
  return files.includes('elsewhere') ? 'incomplete' : 'whole'
}

/** One line in one spelling: its fields by name, in the order of the alphabet. */
function lineText({ at, person, what }: ProofLine): string {
  const fields = { at, person, ...what }
  return JSON.stringify(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
