/** Proof of samples: files, their seal, the pack for a denied receipt. */

import { DENIALS, FILE_STANDINGS, PROOF_KINDS } from '../domain/proof'
import { z } from '../schema'
import { Attachment } from './attachments'
import { Id, Instant, job, Nothing, procedure } from './define'

export const ProofFile = Attachment.omit({ kind: true }).extend({ kind: z.enum(PROOF_KINDS) })
export type ProofFile = z.infer<typeof ProofFile>

/** One line of what is known of a sample, in order of time. */
export const ProofEvent = z.object({
  at: Instant.nullable(),
  person: z.string().nullable(),
  kind: z.enum(['step', 'parcel', 'scan', 'nudge', 'excuse', 'promise', 'post', 'file']),
  /** In the language of the window where it is a word of ours; else as it was written. */
  zh: z.string(),
  en: z.string(),
})
export type ProofEvent = z.infer<typeof ProofEvent>

export const CheckedSeal = z.object({
  seal: z.enum(['whole', 'broken', 'incomplete']),
  /** Over all lines: 64 hex digits. */
  hash: z.string(),
  files: z.array(z.object({ id: Id, standing: z.enum(FILE_STANDINGS) })),
})
export type CheckedSeal = z.infer<typeof CheckedSeal>

export const sampleProofContract = {
  get: procedure(
    z.object({ sampleId: Id }),
    z.object({ files: z.array(ProofFile), events: z.array(ProofEvent), zone: z.string() }),
  ),
  /** Reads every file anew and compares it with its hash. */
  check: job(z.object({ sampleId: Id }), CheckedSeal),
  /** What a file shows. */
  name: procedure(z.object({ fileId: Id, kind: z.enum(PROOF_KINDS) }), Nothing),
  /** Writes claim, timeline, files and seal as one PDF in Chinese and English; the files are checked before. */
  pack: job(
    z.object({ sampleId: Id, denial: z.enum(DENIALS), note: z.string().max(4000).default(''), to: z.string().min(1) }),
    z.object({ file: z.string(), seal: CheckedSeal.shape.seal, hash: z.string() }),
  ),
}
