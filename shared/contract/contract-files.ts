/** Contracts on paper: a version as PDF or Word file, names put to it here or on paper, the seal over it, the evidence pack. */

import { AGREED_FIELDS } from '../domain/contract-agreed'
import { CONTRACT_LANGUAGES } from '../domain/contract-body'
import { CONTRACT_STATES } from '../domain/contracts'
import { FILE_STANDINGS } from '../domain/proof'
import { SIGNING_METHODS, SIGNING_PARTIES, VERSION_STANDINGS } from '../domain/signing'
import { z } from '../schema'
import { Id, Instant, job, procedure } from './define'

const Party = z.enum(SIGNING_PARTIES)
const Name = z.string().trim().min(1).max(120)
/** Why it is signed although other paper of this creator stands in the way (`contract.guard`). */
const Override = z.string().trim().max(500).default('')
const Signer = z.object({ party: Party, signer: Name })

const Term = z.union([z.string(), z.number()]).nullable()

export const SealedVersion = z.object({
  id: Id,
  version: z.int(),
  /** 64 hex digits over the text as it was laid before people. */
  sha256: z.string(),
  at: Instant,
  person: z.string().nullable(),
  standing: z.enum(VERSION_STANDINGS),
  newest: z.boolean(),
  languages: z.array(z.enum(CONTRACT_LANGUAGES)),
  /** Who is to sign it, and under which name; none where its text cannot be read. */
  parties: z.array(z.object({ party: Party, name: z.string() })),
})
export type SealedVersion = z.infer<typeof SealedVersion>

export const ContractSignature = z.object({
  id: Id,
  versionId: Id,
  party: Party,
  /** Null: erased with the person. */
  signer: z.string().nullable(),
  method: z.enum(SIGNING_METHODS),
  at: Instant,
  device: z.string().nullable(),
  witness: z.string().nullable(),
  note: z.string().nullable(),
  versionSha256: z.string(),
  fileSha256: z.string().nullable(),
  file: z.object({ id: Id, name: z.string(), state: z.enum(['here', 'wanted', 'elsewhere']) }).nullable(),
})
export type ContractSignature = z.infer<typeof ContractSignature>

export const ContractPapers = z.object({
  state: z.enum(CONTRACT_STATES),
  hold: z.boolean(),
  /** The oldest first. */
  versions: z.array(SealedVersion),
  /** Terms that a colleague wrote without knowing that the contract was out or signed: as laid down, and as they are now. */
  changed: z.array(z.object({ field: z.enum(AGREED_FIELDS), was: Term, is: Term })),
  /** Of amounts among them. */
  currency: z.string().nullable(),
  /** In order of time. */
  signatures: z.array(ContractSignature),
  /** IANA, of the shop. */
  zone: z.string(),
})
export type ContractPapers = z.infer<typeof ContractPapers>

export const ContractSeal = z.object({
  seal: z.enum(['whole', 'broken', 'incomplete']),
  signatures: z.array(
    z.object({
      id: Id,
      /** Of the text that was signed; null: its version is not here. */
      version: z.enum(VERSION_STANDINGS).nullable(),
      sameHash: z.boolean(),
      /** Null: signed by name alone. */
      file: z.enum(FILE_STANDINGS).nullable(),
    }),
  ),
})
export type ContractSeal = z.infer<typeof ContractSeal>

/** Without `versionId`: the newest. */
const Version = z.object({ contractId: Id, versionId: Id.optional() })
const Written = z.object({ file: z.string(), version: z.int(), sha256: z.string() })

/**
 * Who may not see costs may not read, print or sign: the text names them (`role.hidden`). A version whose text cannot be read
 * is refused as `contract.cannotSign`, with the reason.
 */
export const contractFilesContract = {
  get: procedure(z.object({ contractId: Id }), ContractPapers),
  /** `audit`: with the signatures' page, whose files are read anew for it; without it, a PDF to be signed. */
  exportPdf: job(Version.extend({ audit: z.boolean(), to: z.string().min(1) }), Written),
  exportDocx: job(Version.extend({ to: z.string().min(1) }), Written),
  /**
   * Signs on this screen. `drawing`: a PNG in base64; null: by the typed name. `consent`: the sentence that was ticked. When
   * both sides have signed, the contract is signed by the same step. Refused as `contract.cannotSign`, `contract.guard`,
   * `record.onHold` or `record.illegalStep`.
   */
  signHere: procedure(
    z.object({
      contractId: Id,
      versionId: Id,
      party: Party,
      signer: Name,
      consent: z.string().trim().min(1).max(500),
      drawing: z.base64().max(720_000).nullable(),
      override: Override,
    }),
    ContractPapers,
  ),
  /** Takes in paper that came back signed, by one side or by several. Refused also as `contract.badPaper`. */
  importSigned: job(
    z.object({
      contractId: Id,
      versionId: Id,
      signers: z.array(Signer).min(1).max(3),
      /** When it was signed; null: now. */
      at: Instant.nullable().default(null),
      override: Override,
      path: z.string().min(1),
    }),
    ContractPapers,
  ),
  /** Hashes every text and reads every signed file anew. */
  verify: job(z.object({ contractId: Id }), ContractSeal),
  /** A ZIP with the texts, the signed files, the PDF with its audit page and `SHA256SUMS`. */
  evidence: job(
    z.object({ contractId: Id, to: z.string().min(1) }),
    z.object({ file: z.string(), seal: ContractSeal.shape.seal }),
  ),
}
