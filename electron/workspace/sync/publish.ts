/**
 * Publishes what is new here in a shared folder, in an order that a crash at any moment leaves harmless:
 *
 * the log durable, then what the installation remembers of it; content, then segments of the log, now and then what they
 * add up to, then the head that announces them. Ended anywhere, it is begun again and finds what is there.
 */

import { chainHash } from '../../../db/capture/chain'
import { markPublished, reserveHead } from '../../../db/sync/places'
import type { LogRun, Vector } from '../../../db/sync/types'
import { attachmentsToPut, putAttachments } from './folder-attachments'
import { factsToPut, putFacts } from './folder-facts'
import { agrees, type Coverage, coverageOf, NO_COVERAGE } from './coverage'
import { bucketName, headName, parseHead, segmentName } from './folder-names'
import { OtherLife, type RunParts } from './folder-session'
import { publishSnapshot } from './publish-snapshot'
import { encodeHead, encodeSegment } from './segment-file'

export interface Published {
  readonly changes: number
  readonly facts: number
  readonly attachments: number
}

const NOTHING: Published = { changes: 0, facts: 0, attachments: 0 }

/** A segment is cut here: small enough to be sent again after an interruption. */
const CUT = { steps: 1000, bytes: 1 << 20 }
/** Stores stay fast, and one that tells of 750 names at most tells of all. */
const SEGMENTS_PER_FOLDER = 500

/** Throws `OtherLife` when the folder has steps under this copy's name that it has not made. */
export async function publish(parts: RunParts): Promise<Published> {
  const { workspace, session } = parts
  const { exchange } = workspace
  // Nothing beyond this is published: it is on disk, here and in the installation's memory, before it is.
  const vector = exchange.vector()
  const stored = exchange.storedVector()
  const to = vector.get(exchange.self) ?? 0
  const words = wordsOf(parts.me, vector, stored)
  session.said ??= ownWords(parts)
  const due = [...(await ownDue(parts, to)), ...(await othersDue(parts))]
  const imports = await factsToPut(parts)
  // A file is attached by a step; without one there is none to look for.
  const files = words === session.said ? [] : await attachmentsToPut(parts)
  if (words === session.said && due.length === 0 && imports.length === 0) return NOTHING
  const n = await workspace.inTurn(() => reserveHead(workspace.writer, session.place.id, session.ownHead + 1))
  parts.point('durable')
  await workspace.remember()
  parts.point('remembered')
  const facts = await putFacts(parts, imports)
  const attachments = await putAttachments(parts, files)
  parts.point('contentPut')
  let changes = 0
  for (const one of due) {
    changes += await putSegments(parts, one)
    if (one.author === exchange.self) session.ownTo = one.to
    else session.covered.set(one.author, one.to)
  }
  parts.point('segmentsPut')
  await publishSnapshot(parts, stored)
  await putHead(parts, { n, vector, stored, to })
  session.said = words
  session.ownHead = n
  parts.point('headPut')
  await workspace.inTurn(() => markPublished(workspace.writer, to))
  parts.point('published')
  await removeOldHeads(parts, n)
  return { changes, facts, attachments }
}

/** Steps of one author that are to be published: those after `after`, up to `to`. */
interface Due {
  readonly author: string
  readonly after: number
  readonly to: number
  readonly into: Coverage
}

/** Own steps that are not in the folder; what it has under this copy's name must be what this copy has. */
async function ownDue({ session, workspace }: RunParts, to: number): Promise<readonly Due[]> {
  const { self } = workspace.exchange
  if (session.ownTo === to && session.said !== null) return []
  const own = await coverageOf(session.store, self, self)
  if (!agrees(workspace, self, own)) throw new OtherLife('folderAhead')
  session.ownTo = own.to
  return own.to < to ? [{ author: self, after: own.to, to, into: own }] : []
}

/** Steps of others that came otherwise and that nobody has put there. */
async function othersDue(parts: RunParts): Promise<readonly Due[]> {
  const { session, workspace } = parts
  const { exchange } = workspace
  const due: Due[] = []
  let publishers: readonly string[] | null = null
  for (const [author, stored] of exchange.storedVector()) {
    const there = Math.max(session.heads.get(author)?.sender.seq ?? 0, session.covered.get(author) ?? 0)
    if (author === exchange.self || there >= stored) continue
    publishers ??= (await session.store.list('s')).filter((name) => /^[0-9a-f]{16}$/u.test(name))
    let furthest = NO_COVERAGE
    let mine = NO_COVERAGE
    for (const publisher of publishers) {
      const coverage = await coverageOf(session.store, publisher, author)
      if (publisher === exchange.self) mine = coverage
      if (coverage.to > furthest.to) furthest = coverage
    }
    // Two histories under one name: nobody puts one after the other.
    if (agrees(workspace, author, furthest) && furthest.to < stored)
      due.push({ author, after: furthest.to, to: stored, into: mine })
    else session.covered.set(author, stored)
  }
  return due
}

/** Writes the steps as segments; answers how many steps. */
async function putSegments(parts: RunParts, { author, after, to, into }: Due): Promise<number> {
  const { workspace, session, keys } = parts
  const { exchange } = workspace
  let hash = exchange.hashAt(author, after)
  let { bucket, segments } = into
  let next = after + 1
  for (const run of runsOf(parts, author, after, to)) {
    if (hash === null || run.from !== next) break
    parts.signal?.throwIfAborted()
    const prev = hash
    hash = run.bodies.reduce<Uint8Array>((last, body) => chainHash(last, body), prev)
    next = run.from + run.bodies.length
    if (bucket === null || segments >= SEGMENTS_PER_FOLDER) [bucket, segments] = [bucketName(author, run.from), 0]
    const name = segmentName(run.from, next - 1, Buffer.from(hash).toString('hex'))
    const bytes = await encodeSegment(workspace.workspaceId, { run, prev, last: hash }, keys.writing)
    parts.point('beforeSegment')
    await session.store.putNew(`s/${exchange.self}/${bucket}/${name}`, bytes)
    segments++
    parts.report('publish', next - 1 - after, to - after)
  }
  return next - 1 - after
}

/** An author's steps from after `after` up to `to`, cut where segments are cut. */
function* runsOf({ workspace }: RunParts, author: string, after: number, to: number): Generator<LogRun> {
  const { exchange } = workspace
  // Everything of all others is passed over.
  const since = new Map([...exchange.replicas()].map(({ replica }) => [replica, Number.MAX_SAFE_INTEGER] as const))
  for (const run of exchange.runs(since.set(author, after), CUT)) {
    const bodies = run.bodies.slice(0, Math.max(0, to - run.from + 1))
    if (bodies.length > 0) yield { ...run, bodies }
  }
}

interface Words {
  readonly n: number
  readonly vector: Vector
  readonly stored: Vector
  readonly to: number
}

async function putHead(parts: RunParts, { n, vector, stored, to }: Words): Promise<void> {
  const { workspace, me, keys, session } = parts
  const { exchange, workspaceId } = workspace
  const hash = exchange.hashAt(exchange.self, to)
  if (hash === null) throw new RangeError(`the log has no step ${to}`)
  const others = exchange.replicas().flatMap(({ news, self }) => (news === null || self ? [] : [news]))
  const sender = { ...me, seq: to, vector }
  const head = { n, sender, hash, stored, others, digest: null }
  const bytes = await encodeHead(workspaceId, head, keys.writing)
  await session.store.putNew(`h/${headName(exchange.self, n)}`, bytes)
}

/** What a head says that colleagues do not know yet, as a text to compare. */
function wordsOf(me: RunParts['me'], vector: Vector, stored: Vector): string {
  const sorted = (of: Vector) => [...of].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const { person, computer, appVersion, schema } = me
  return JSON.stringify([person, computer, appVersion, schema, sorted(vector), sorted(stored)])
}

function ownWords({ session, workspace }: RunParts): string | null {
  const head = session.heads.get(workspace.exchange.self)
  return head === undefined ? null : wordsOf(head.sender, head.sender.vector, head.stored)
}

/** The two newest stay: one of them may not have come everywhere yet. */
async function removeOldHeads({ session, workspace }: RunParts, n: number): Promise<void> {
  for (const name of await session.store.list('h')) {
    const head = parseHead(name)
    if (head !== null && head.replica === workspace.exchange.self && head.n < n - 1)
      await session.store.removeOwn(`h/${name}`)
  }
}
