/** What a package for somebody would hold: what they certainly have is left out, anything else is not. */

import { blobsHere } from '../../../db/blobs'
import type { Blob } from '../../../db/blob-store'
import { factBytes, importsHere } from '../../../db/facts/exchange'
import type { Sqlite } from '../../../db/database'
import type { OpenWorkspace } from '../../../db/open'
import { listAttached } from '../../../db/repositories/attachments'
import { isNewTo, knownOf, stepsBeyond } from '../../../db/sync/recipients'
import type { Vector } from '../../../db/sync/types'
import type { Outgoing, Recipient } from '../../../shared/contract/sync'
import { AppError } from '../../../shared/errors'
import type { z } from '../../../shared/schema'
import { decodeRequest } from '../../../shared/sync/vector'
import type { WorkspaceContext } from '../context'

/** What to send. */
export interface Plan {
  /** What the recipient has. */
  readonly since: Vector
  readonly steps: number
  readonly stepBytes: number
  /** Ids of imports whose lines go along. */
  readonly facts: readonly string[]
  readonly attachments: readonly Blob[]
  /** A whole copy for somebody who has none. */
  readonly snapshot: boolean
  /** When the recipient was last heard of. */
  readonly heard: number | null
}

/** What is known of whoever gets a package; `lacks`: what they said has not come to them. */
interface RecipientState extends Pick<Plan, 'since' | 'heard'> {
  readonly lacks: ReadonlySet<string>
}

const NOTHING: ReadonlySet<string> = new Set()

/** Refuses with `sync.badCode`, or `record.notFound` for a copy that nobody has heard of. */
export function planFor(
  context: WorkspaceContext,
  recipient: Recipient,
  wanted: { readonly facts: boolean; readonly attachments: boolean } = { facts: true, attachments: true },
): Plan {
  const { workspace } = context.host.current()
  const { reader } = workspace
  const state = recipientState(context, recipient)
  const { since, heard, lacks } = state
  const { steps, bytes } = stepsBeyond(reader, since)
  return {
    since,
    heard,
    steps,
    stepBytes: bytes,
    facts: wanted.facts ? newImports(reader, since, lacks) : [],
    attachments: wanted.attachments ? newBlobs(workspace, state) : [],
    snapshot: recipient.to === 'newColleague',
  }
}

/** The plan in figures. */
export function outgoingOf(context: WorkspaceContext, recipient: Recipient): z.infer<typeof Outgoing> {
  const { reader } = context.host.current().workspace
  const plan = planFor(context, recipient)
  return {
    changes: plan.steps,
    changesBytes: plan.stepBytes,
    facts: plan.facts.length,
    factsBytes: plan.facts.reduce((sum, id) => sum + factBytes(reader, id), 0),
    attachments: plan.attachments.length,
    attachmentsBytes: plan.attachments.reduce((sum, { size }) => sum + size, 0),
    since: plan.heard,
  }
}

function recipientState(context: WorkspaceContext, recipient: Recipient): RecipientState {
  const { exchange, reader } = context.host.current().workspace
  switch (recipient.to) {
    case 'code':
      return { since: readCode(recipient.code), heard: null, lacks: NOTHING }
    case 'device': {
      const device = exchange.replicas().find(({ replica }) => replica === recipient.replicaId)
      if (device === undefined) throw new AppError('record.notFound', { entity: 'devices', id: recipient.replicaId })
      return {
        since: knownOf(reader, device.replica),
        heard: device.news?.wall ?? null,
        lacks: new Set(device.news?.lacks),
      }
    }
    case 'newColleague':
    case 'everybody':
      return { since: new Map(), heard: null, lacks: NOTHING }
  }
}

function readCode(code: string): Vector {
  try {
    return decodeRequest(code)
  } catch {
    throw new AppError('sync.badCode', { code })
  }
}

/** Imports here whose record is new to the recipient, or whose lines they lack. */
function newImports(reader: Sqlite, since: Vector, lacks: ReadonlySet<string>): string[] {
  const isNew = isNewTo(reader, since, 'imports')
  return importsHere(reader).filter((id) => lacks.has(id) || isNew(id))
}

/** Attached files that the recipient cannot have: those they want first, then the smallest, so that half a package brought the most. */
function newBlobs(place: Pick<OpenWorkspace, 'file' | 'reader'>, { since, lacks }: RecipientState): Blob[] {
  const isNew = isNewTo(place.reader, since, 'attachments')
  const fresh = new Set(listAttached(place.reader).flatMap(({ id, sha256 }) => (isNew(id) ? [sha256] : [])))
  return blobsHere(place)
    .filter(({ sha256 }) => lacks.has(sha256) || fresh.has(sha256))
    .toSorted((a, b) => Number(lacks.has(b.sha256)) - Number(lacks.has(a.sha256)) || a.size - b.size)
}
