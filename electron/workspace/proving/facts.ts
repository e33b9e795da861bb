/** Everything that is known of one sample, as lines of its proof. */

import { type AttachmentRow, attachmentsOf } from '../../../db/repositories/attachments'
import { nudgesOf, postsOf } from '../../../db/repositories/sample-proof'
import { parcelRows, sampleSteps } from '../../../db/repositories/samples'
import type { ReadableDb } from '../../../db/database'
import { inTime, PROOF_KINDS, type ProofKind, type ProofLine } from '../../../shared/domain/proof'

export interface SampleFacts {
  readonly files: readonly AttachmentRow[]
  /** In order of time. */
  readonly lines: readonly ProofLine[]
}

export function sampleFacts(db: ReadableDb, sampleId: string): SampleFacts {
  const files = attachmentsOf(db, 'samples', sampleId)
  return {
    files,
    lines: inTime([...steps(db, sampleId), ...parcels(db, sampleId), ...talk(db, sampleId), ...files.map(fileLine)]),
  }
}

/** What a file shows; one that nobody named shows something else. */
export function proofKind({ kind }: AttachmentRow): ProofKind {
  return PROOF_KINDS.find((one) => one === kind) ?? 'other'
}

function steps(db: ReadableDb, sampleId: string): ProofLine[] {
  return sampleSteps(db, sampleId).map(({ at, person, to, reason }) => ({
    at,
    person,
    what: { kind: 'step', to: to ?? '', reason },
  }))
}

function parcels(db: ReadableDb, sampleId: string): ProofLine[] {
  return parcelRows(db, [sampleId]).flatMap(({ tracking, carrier, shippedAt, lastScan, lastScanAt }): ProofLine[] => {
    if (tracking === null) return []
    const sent: ProofLine = { at: shippedAt, person: null, what: { kind: 'parcel', carrier, tracking } }
    return lastScan === null
      ? [sent]
      : [sent, { at: lastScanAt, person: null, what: { kind: 'scan', tracking, text: lastScan } }]
  })
}

function talk(db: ReadableDb, sampleId: string): ProofLine[] {
  const said = nudgesOf(db, sampleId).flatMap(({ kind, at, text, promisedDay, person }): ProofLine[] =>
    kind === 'nudge' || kind === 'excuse' || kind === 'promise'
      ? [{ at, person, what: { kind, text, promisedDay } }]
      : [],
  )
  const posts = postsOf(db, sampleId).map(({ url, title, postedAt }): ProofLine => ({
    at: postedAt,
    person: null,
    what: { kind: 'post', url, title },
  }))
  return [...said, ...posts]
}

function fileLine({ name, sha256, size, addedBy, addedAt }: AttachmentRow): ProofLine {
  return { at: addedAt, person: addedBy, what: { kind: 'file', name, sha256, size } }
}
