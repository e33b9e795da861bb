/**
 * Months as they were closed: the frozen figures, and the lines behind them once their file is here.
 *
 * What is shown of a closed month comes from its close alone. Bytes that are not what the digest says are refused.
 */

import { type Blob, blobPieces, hasBlob } from '../../../db/blob-store'
import { wasHere } from '../../../db/blobs'
import type { ReadableDb } from '../../../db/database'
import type { OpenWorkspace } from '../../../db/open'
import { type AttachmentRow, attachmentsOf } from '../../../db/repositories/attachments'
import {
  type CloseRecord,
  closesInQuestion,
  closesOf,
  figuresOfClose,
  findPeriod,
  type OtherClose,
} from '../../../db/repositories/periods'
import { CLOSE_PARTS, type CloseSums, type Snapshot } from '../../../shared/domain/period-close'
import { z } from '../../../shared/schema'
import { canonicalFrom, digestOf, snapshotFrom } from './snapshot-bytes'

/** What the record of a close says of it: enough to show its sums before its lines have come. */
export const CloseFigures = z.object({
  sha256: z.string(),
  lines: z.int(),
  creators: z.int(),
  payables: z.int(),
  total: z.object(
    // The keys are exactly the parts.
    Object.fromEntries(CLOSE_PARTS.map((part) => [part, z.int()])) as Record<(typeof CLOSE_PARTS)[number], z.ZodInt>,
  ),
})
export type CloseFigures = z.infer<typeof CloseFigures>

export interface ClosedMonth {
  readonly closeId: string
  readonly periodId: string
  readonly shopId: string
  readonly month: string
  readonly round: number
  /** Over the canonical bytes of lines, payables and rates. */
  readonly sha256: string
  readonly currency: string
  readonly at: number | null
  readonly person: string | null
  /** Null where colleagues' closes differ and the sums of the one that holds are not here. */
  readonly lines: number | null
  readonly creators: number | null
  readonly total: CloseSums | null
  /** The file with the lines; null: its record has not come. */
  readonly file: AttachmentRow | null
  /** Colleagues closed the month with other figures: nobody has decided yet which hold. */
  readonly question: readonly (OtherClose & { readonly figures: CloseFigures | null })[]
}

/** The frozen figures of a month, or null where it is not closed. */
export function closedMonth(db: ReadableDb, shopId: string, month: string): ClosedMonth | null {
  const period = findPeriod(db, shopId, month)
  if (period?.state !== 'closed') return null
  const [close] = closesOf(db, period.id)
  return close === undefined ? null : asClosed(db, { shopId, month }, close)
}

/** A close of a month, also an earlier one. */
export function asClosed(
  db: ReadableDb,
  { shopId, month }: { readonly shopId: string; readonly month: string },
  close: CloseRecord,
): ClosedMonth {
  const all = figuresOfClose(db, close).flatMap(parsed)
  const figuresOf = (digest: string) => all.find(({ sha256 }) => sha256 === digest) ?? null
  const figures = figuresOf(close.sha256)
  const files = attachmentsOf(db, 'periodCloses', close.id)
  return {
    closeId: close.id,
    periodId: close.periodId,
    shopId,
    month,
    round: close.round,
    sha256: close.sha256,
    currency: close.currency ?? '',
    at: close.at,
    person: close.person,
    lines: figures?.lines ?? null,
    creators: figures?.creators ?? null,
    total: figures?.total ?? null,
    file: files.find(({ name }) => name === snapshotName(close.sha256)) ?? null,
    question: closesInQuestion(db, close.id).map((one) => ({ ...one, figures: figuresOf(one.sha256) })),
  }
}

/** What the file with a close's lines is called. */
export function snapshotName(sha256: string): string {
  return `${sha256}.month`
}

function parsed(json: string): CloseFigures[] {
  try {
    const figures = CloseFigures.safeParse(JSON.parse(json))
    return figures.success ? [figures.data] : []
  } catch {
    return []
  }
}

/**
 * `whole`: the lines, and they are what the digest says. `elsewhere`: at a colleague's still. `missing`: they were here and
 * are gone. `damaged`: they are not what the digest says, and nothing of them is shown.
 */
export type ClosedLines =
  | { readonly standing: 'whole'; readonly snapshot: Snapshot }
  | { readonly standing: 'elsewhere' | 'missing' | 'damaged' }

type Place = Pick<OpenWorkspace, 'file' | 'reader'>

/** Reading 200,000 lines takes a second: the last months stay read. Keyed by digest, so they cannot grow old. */
const KEPT = 3
const kept = new WeakMap<object, Map<string, Snapshot>>()

/** The lines of a closed month. `anew`: the bytes are read again, whatever is remembered. */
export async function closedLines(place: Place, closed: ClosedMonth, { anew = false } = {}): Promise<ClosedLines> {
  const { file, sha256 } = closed
  const known = kept.get(place.reader) ?? new Map<string, Snapshot>()
  kept.set(place.reader, known)
  const remembered = known.get(sha256)
  if (!anew && remembered !== undefined) return { standing: 'whole', snapshot: remembered }
  if (file === null || !hasBlob(place.file, file)) {
    return { standing: file !== null && wasHere(place.reader, file.sha256) ? 'missing' : 'elsewhere' }
  }
  const snapshot = await readSnapshot(place.file, file, closed)
  known.delete(sha256)
  if (snapshot === null) return { standing: 'damaged' }
  known.set(sha256, snapshot)
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(oldest)
  }
  return { standing: 'whole', snapshot }
}

/** Null where the bytes are not what their record or the digest says. */
async function readSnapshot(
  store: string,
  blob: Blob,
  { sha256, shopId, month }: Pick<ClosedMonth, 'sha256' | 'shopId' | 'month'>,
): Promise<Snapshot | null> {
  try {
    const pieces: Uint8Array[] = []
    for await (const piece of blobPieces(store, blob)) pieces.push(piece)
    const canonical = await canonicalFrom(Buffer.concat(pieces), snapshotName(sha256))
    if (digestOf(canonical) !== sha256) return null
    const snapshot = snapshotFrom(canonical)
    return snapshot.shopId === shopId && snapshot.month === month ? snapshot : null
  } catch (error) {
    // A disk that cannot be read says nothing of the bytes.
    if (error instanceof Error && 'errno' in error) throw error
    return null
  }
}
