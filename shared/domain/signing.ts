/**
 * Who has put their name to which words of a contract, and whether those words and files are still what they were.
 *
 * A signature belongs to the version whose hash it carries. A contract is signed when both sides have signed one and the
 * same version: the creator, and the agency or the shop.
 */

import { type FileStanding, type Seal } from './proof'

export const SIGNING_PARTIES = ['agency', 'creator', 'shop'] as const
export type SigningParty = (typeof SIGNING_PARTIES)[number]

/** `screen`: in front of this app; `scan`: a picture of signed paper; `file`: a signed PDF. */
export const SIGNING_METHODS = ['screen', 'scan', 'file'] as const
export type SigningMethod = (typeof SIGNING_METHODS)[number]

/** `whole`: the text has the hash that stands with it; `gone`: it was erased with the person it was about. */
export const VERSION_STANDINGS = ['whole', 'changed', 'gone'] as const
export type VersionStanding = (typeof VERSION_STANDINGS)[number]

/** Whether both sides have signed, by the parties that signed one version. */
export function bothSidesSigned(parties: Iterable<string>): boolean {
  const signed = new Set(parties)
  return signed.has('creator') && (signed.has('agency') || signed.has('shop'))
}

/** What stands against signing a version now; null: nothing. */
export type SigningBar = 'notNewest' | 'textChanged' | 'textGone' | 'signedAlready'

export interface SigningQuestion {
  readonly standing: VersionStanding
  readonly newest: boolean
  /** Who signed this version before. */
  readonly signed: readonly string[]
  readonly parties: readonly SigningParty[]
}

/** A text that is not what its hash says is refused before all else: nobody should sign what nobody wrote. */
export function signingBar({ standing, newest, signed, parties }: SigningQuestion): SigningBar | null {
  if (standing !== 'whole') return standing === 'changed' ? 'textChanged' : 'textGone'
  if (!newest) return 'notNewest'
  return parties.some((party) => signed.includes(party)) ? 'signedAlready' : null
}

export interface SealedSignature {
  /** Null: its version is not here. */
  readonly version: VersionStanding | null
  /** Whether its version has the hash that was signed. */
  readonly sameHash: boolean
  /** Null: it needs no file. */
  readonly file: FileStanding | null
}

/** The seal over a contract: broken where a text, a file or a term is not what was signed; incomplete where files are elsewhere. */
export function contractSeal(
  versions: readonly VersionStanding[],
  signatures: readonly SealedSignature[],
  hasChangedTerms = false,
): Seal {
  const broken =
    hasChangedTerms ||
    versions.includes('changed') ||
    signatures.some(
      ({ version, sameHash, file }) =>
        version === null || version === 'changed' || !sameHash || file === 'changed' || file === 'missing',
    )
  if (broken) return 'broken'
  return signatures.some(({ file }) => file === 'elsewhere') ? 'incomplete' : 'whole'
}
