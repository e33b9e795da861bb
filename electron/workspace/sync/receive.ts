/**
 * Takes what colleagues published in a shared folder: heads, then the steps they announce, then imported lines.
 *
 * Files may come in any order, in parts, twice or never. What is not whole is not here yet; what cannot be read is named
 * and kept. Where nothing is new, one listing is all that is done.
 */

import { anyWanted } from '../../../db/blobs'
import { importsLacking } from '../../../db/facts/exchange'
import { listPlaceFiles } from '../../../db/sync/places'
import type { Applied, ReplicaNews, Vector } from '../../../db/sync/types'
import { AppError } from '../../../shared/errors'
import { takeAttachments } from './folder-attachments'
import { importOf, takeFacts } from './folder-facts'
import { type HeadName, parseBucket, parseHead, parseSegment } from './folder-names'
import { fileTaken, type FolderSession, isDue, noteFile, OtherLife, type RunParts } from './folder-session'
import { decodeHead, decodeSegment, type Head, type Segment } from './segment-file'
import { wholeFile } from './store-files'

export interface Taken {
  readonly arrivals: readonly number[]
  readonly stored: number
  readonly had: number
  readonly rejected: number
  readonly applied: Applied
  /** Imported files that count from now on. */
  readonly facts: number
  /** Attached files that came. */
  readonly attachments: number
}

/** Throws `OtherLife` before anything is taken when somebody goes on under this copy's name. */
export async function receive(parts: RunParts): Promise<Taken> {
  const news = await readHeads(parts)
  await refuseOtherLife(parts, news)
  const counts = { stored: 0, had: 0, rejected: 0 }
  const arrivals: number[] = []
  for await (const publisher of publishersOfMissing(parts, news.length > 0)) {
    const arrival = await takeFrom(parts, publisher, counts)
    if (arrival !== null) arrivals.push(arrival)
  }
  const { exchange } = parts.workspace
  const applied = await exchange.drain({
    ...(parts.signal !== undefined && { signal: parts.signal }),
    onProgress: (done, total) => {
      parts.report('apply', done, total)
      parts.point('draining')
    },
  })
  parts.point('drained')
  const facts = await takeFacts(parts, news.length > 0 || applied.steps > 0)
  const attachments = await takeAttachments(parts)
  await noteUndelivered(parts)
  await settleNotes(parts)
  return { arrivals, ...counts, applied, facts, attachments }
}

/** The heads that are new, as their writers' words; they are kept for the runs to come. */
async function readHeads(parts: RunParts): Promise<readonly Head[]> {
  const { session } = parts
  const names = parts.headNames.flatMap((name) => parseHead(name) ?? [])
  const own = names.filter(({ replica }) => replica === parts.workspace.replicaId)
  session.ownHead = Math.max(0, ...own.map(({ n }) => n))
  // The newest first; of copies of one name the shortest, which is the name itself.
  names.sort((a, b) => b.n - a.n || a.name.length - b.name.length)
  const heads: Head[] = []
  for (const name of names) {
    if (name.n <= (session.heads.get(name.replica)?.n ?? 0) || !isDue(parts, `h/${name.name}`)) continue
    const head = await readHead(parts, name)
    if (head === null) continue
    session.heads.set(name.replica, head)
    heads.push(head)
  }
  return heads
}

async function readHead(parts: RunParts, { name, replica, n }: HeadName): Promise<Head | null> {
  return reading(parts, `h/${name}`, async (bytes, file) => {
    const { workspaceId } = parts.workspace
    const head = await parts.keys.open(({ key }) => decodeHead(bytes, { file, workspace: workspaceId, key }))
    if (head.sender.replica !== replica || head.n !== n)
      throw new AppError('sync.unreadable', { file, reason: 'malformed' })
    return head
  })
}

/** Reads a file of the folder; one that is not whole or not right is noted, and null. */
async function reading<T>(
  parts: RunParts,
  name: string,
  decode: (bytes: Uint8Array, file: string) => Promise<T>,
): Promise<T | null> {
  const bytes = await wholeFile(parts.session.store, name)
  if (bytes === null) {
    await noteFile(parts, name, 0, null)
    return null
  }
  try {
    const value = await decode(bytes, name)
    await fileTaken(parts, name)
    return value
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await noteFile(parts, name, bytes.length, error)
    return null
  }
}

/** Remembers what the heads say, and compares what they say of this copy with what it has. */
async function refuseOtherLife(parts: RunParts, heads: readonly Head[]): Promise<void> {
  const { exchange } = parts.workspace
  if (heads.length === 0) return
  const news: ReplicaNews[] = heads.flatMap(({ sender, hash, others }) => [
    { ...sender, hash: Buffer.from(hash).toString('hex') },
    ...others,
  ])
  const contradictions = await exchange.hear(news)
  for (const { replica } of contradictions) {
    if (replica === exchange.self)
      throw new OtherLife(heads.some(({ sender }) => sender.replica === replica) ? 'folderAhead' : 'peerAhead')
  }
}

/** Publishers among whose files missing steps may be; none where nothing is missing. */
async function* publishersOfMissing(parts: RunParts, anythingNew: boolean): AsyncGenerator<string, void, void> {
  const { session } = parts
  if (missingAuthors(parts).size === 0) return
  if (!anythingNew && !isDue(parts, MISSING)) return
  for (const name of await session.store.list('s')) {
    if (/^[0-9a-f]{16}$/iu.test(name)) yield name
  }
  session.nextTry.set(MISSING, parts.now() + 30_000)
}

const MISSING = 'missing steps'

/** Whose steps were announced in this folder and are not here: how far we have them. */
function missingAuthors({ session, workspace: { exchange } }: RunParts): ReadonlyMap<string, number> {
  const stored = exchange.storedVector()
  const authors = new Map<string, number>()
  const announce = (replica: string, seq: number) => {
    const here = stored.get(replica) ?? 0
    if (replica !== exchange.self && seq > here) authors.set(replica, here)
  }
  for (const head of session.heads.values()) {
    announce(head.sender.replica, head.sender.seq)
    for (const [replica, seq] of head.stored) announce(replica, seq)
  }
  return authors
}

/** Takes the missing steps that a publisher's segments hold; answers the arrival through which they came. */
async function takeFrom(
  parts: RunParts,
  publisher: string,
  counts: { stored: number; had: number; rejected: number },
): Promise<number | null> {
  const { exchange } = parts.workspace
  let arrival: number | null = null
  const names: string[] = []
  try {
    for await (const { name, segment } of missingSegments(parts, publisher)) {
      parts.point('segmentRead')
      arrival ??= await exchange.open({
        kind: 'folder',
        name: parts.session.place.path,
        package: null,
        sender: publisher.toLowerCase(),
      })
      parts.point('arrivalOpen')
      const { run } = segment
      try {
        const { stored, had, rejected, ahead } = await exchange.store(arrival, run)
        if (ahead > 0) throw new OtherLife('folderAhead')
        counts.stored += stored
        counts.had += had
        counts.rejected += rejected
        names.push(name)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'sync.twoHistories') throw error
        // Somebody has seen steps under this copy's own name that are not its own.
        if ('replica' in error.params && error.params.replica === exchange.self) throw new OtherLife('peerAhead')
        counts.rejected += run.bodies.length
        await noteFile(parts, name, 0, error)
      }
      parts.point('segmentStored')
      parts.report('take', counts.stored + counts.had, null)
    }
  } finally {
    if (arrival !== null) await exchange.settle(arrival, 'keep')
    // Where that failed, they are taken again.
    for (const name of names) parts.session.taken.add(name)
  }
  parts.point('settled')
  return arrival
}

/** The publisher's segments with steps that are missing here, whole and right, author by author. */
async function* missingSegments(
  parts: RunParts,
  publisher: string,
): AsyncGenerator<{ readonly name: string; readonly segment: Segment }, void, void> {
  const { store } = parts.session
  const buckets = (await store.list(`s/${publisher}`)).flatMap((name) => parseBucket(name) ?? [])
  for (const [author, have] of missingAuthors(parts)) {
    const own = buckets.filter((bucket) => bucket.author === author).toSorted((a, b) => a.from - b.from)
    // Those before hold only steps that are here.
    const first = own.findLastIndex(({ from }) => from <= have + 1)
    let here = have
    for (const bucket of own.slice(Math.max(0, first))) {
      const folder = `s/${publisher}/${bucket.name}`
      const segments = (await store.list(folder)).flatMap((name) => parseSegment(name) ?? [])
      for (const { name, from, to } of segments.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
        const path = `${folder}/${name}`
        if (to <= here || parts.session.taken.has(path) || !isDue(parts, path)) continue
        parts.signal?.throwIfAborted()
        const segment = await readSegment(parts, path, { author, from, to })
        if (segment === null) continue
        yield { name: path, segment }
        if (from <= here + 1) here = Math.max(here, to)
      }
    }
  }
}

function readSegment(
  parts: RunParts,
  name: string,
  expected: { readonly author: string; readonly from: number; readonly to: number },
): Promise<Segment | null> {
  return reading(parts, name, async (bytes, file) => {
    const { workspaceId } = parts.workspace
    const segment = await parts.keys.open(({ key }) => decodeSegment(bytes, { file, workspace: workspaceId, key }))
    const { replica, from, bodies } = segment.run
    if (replica !== expected.author || from !== expected.from || from + bodies.length - 1 !== expected.to)
      throw new AppError('sync.unreadable', { file, reason: 'malformed' })
    return segment
  })
}

/** Steps that a colleague's own head announces and whose files have not come: since when, for people. */
async function noteUndelivered(parts: RunParts): Promise<void> {
  const stored = parts.workspace.exchange.storedVector()
  for (const { sender } of parts.session.heads.values()) {
    const name = announcedName(sender.replica)
    const missing = sender.replica !== parts.workspace.exchange.self && sender.seq > (stored.get(sender.replica) ?? 0)
    if (!missing) await fileTaken(parts, name)
    else if (isDue(parts, name)) await noteFile(parts, name, 0, null)
  }
}

/** Forgets what was the matter with files whose content came otherwise: under another name, from another colleague. */
async function settleNotes(parts: RunParts): Promise<void> {
  const { session, workspace } = parts
  const notes = listPlaceFiles(workspace.writer, session.place.id)
  if (notes.length === 0) return
  const stored = workspace.exchange.storedVector()
  const lacking = importsLacking(workspace.reader)
  const wanted = anyWanted(workspace.reader)
  for (const { name } of notes) if (isSettled(session, name, stored, lacking, wanted)) await fileTaken(parts, name)
}

function isSettled(
  session: FolderSession,
  name: string,
  stored: Vector,
  lacking: readonly string[],
  wanted: boolean,
): boolean {
  const [folder = '', first = '', bucket = '', file = ''] = name.split('/')
  if (folder === 'h') {
    const head = parseHead(first)
    return head !== null && head.n <= (session.heads.get(head.replica)?.n ?? 0)
  }
  if (folder === 's')
    return (parseSegment(file)?.to ?? Infinity) <= (stored.get(parseBucket(bucket)?.author ?? '') ?? 0)
  if (folder === 'b') return lacking.length === 0 && !wanted
  const importId = importOf(name)
  return importId !== null && !lacking.includes(importId)
}

const ANNOUNCED = 'announced '

export function announcedName(replica: string): string {
  return `${ANNOUNCED}${replica}`
}

/** Whose steps a note about announced ones speaks of; null for a note about a file. */
export function announcedOf(name: string): string | null {
  return name.startsWith(ANNOUNCED) ? name.slice(ANNOUNCED.length) : null
}
