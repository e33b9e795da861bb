/**
 * Fills a new copy's file from the newest snapshot in a shared folder and the steps that it adds up, which are all taken
 * along. What came after it, or everything where this cannot be done, is taken step by step afterwards.
 */

import { chainHash, firstHash } from '../../../db/capture/chain'
import { fillFromSnapshot } from '../../../db/sync/snapshot-join'
import type { LogRun } from '../../../db/sync/types'
import { AppError } from '../../../shared/errors'
import type { Reporter } from '../progress'
import { parseBucket, parseSegment, type SegmentName } from './folder-names'
import { listSnapshots, partsOf, type SharedSnapshot, type SnapshotPlace } from './folder-snapshots'
import { stopIfAborted, unreadable } from './refusal'
import { decodeSegment, type Segment } from './segment-file'
import { wholeFile } from './store-files'

/** `file` is a new copy that nobody has open; it is left as it was where no snapshot is complete and right. */
export async function fillFromFolder(file: string, place: SnapshotPlace, reporter: Reporter): Promise<void> {
  for (const snapshot of await listSnapshots(place, new Map())) {
    try {
      await fillFrom(file, place, snapshot, reporter)
      return
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'sync.cancelled') throw error
    }
  }
}

async function fillFrom(
  file: string,
  place: SnapshotPlace,
  snapshot: SharedSnapshot,
  { report, signal }: Reporter,
): Promise<void> {
  const { vector } = snapshot.index
  const total = [...vector.values()].reduce((sum, seq) => sum + seq, 0)
  let done = 0
  await fillFromSnapshot(
    file,
    async (loader) => {
      for await (const part of partsOf(place, snapshot)) await loader.part(part)
      const segments = await listSegments(place)
      for (const [author, to] of vector) {
        for await (const run of runsOf(place, author, to, segments.get(author) ?? [])) {
          stopIfAborted(signal)
          loader.run(run)
          done += run.bodies.length
          report({ step: 'store', done: Math.min(done, total), total })
        }
      }
    },
    { file, signal, onProgress: (at, of) => report({ step: 'apply', done: at, total: of }) },
  )
}

type Found = SegmentName & { readonly path: string }

/** All segments by whose steps they hold, whoever put them there. */
async function listSegments({ store }: SnapshotPlace): Promise<ReadonlyMap<string, readonly Found[]>> {
  const all = new Map<string, Found[]>()
  for (const publisher of await store.list('s')) {
    if (!/^[0-9a-f]{16}$/iu.test(publisher)) continue
    for (const { name: bucket, author } of (await store.list(`s/${publisher}`)).flatMap((n) => parseBucket(n) ?? [])) {
      const folder = `s/${publisher}/${bucket}`
      const found = (await store.list(folder)).flatMap((name) => parseSegment(name) ?? [])
      const paths = found.map((segment) => ({ ...segment, path: `${folder}/${segment.name}` }))
      all.set(author, [...(all.get(author) ?? []), ...paths])
    }
  }
  return all
}

/** An author's steps from the first on, each once, up to `to` at least; a gap is refused as `sync.unreadable`. */
async function* runsOf(
  place: SnapshotPlace,
  author: string,
  to: number,
  segments: readonly Found[],
): AsyncGenerator<LogRun, void, void> {
  const ordered = segments.toSorted((a, b) => a.from - b.from || b.to - a.to)
  let [here, chain] = [0, firstHash(Buffer.from(author, 'hex'))]
  let first = 0
  while (here < to) {
    let run: LogRun | null = null
    while ((ordered[first]?.to ?? Infinity) <= here) first++
    for (let at = first; run === null; at++) {
      const found = ordered[at]
      if (found === undefined || found.from > here + 1) break
      if (found.to <= here) continue
      const segment = await readSegment(place, author, found)
      run = segment === null ? null : continuing(segment, here, chain)
    }
    if (run === null) throw unreadable(`s/${author}`, 'incomplete')
    yield run
    here += run.bodies.length
    chain = run.bodies.reduce<Buffer>((hash, body) => chainHash(hash, body), chain)
  }
}

/** What of a segment comes after step `here`; null where it does not continue what there is. */
function continuing({ run, prev }: Segment, here: number, chain: Uint8Array): LogRun | null {
  const had = here + 1 - run.from
  // Of one that began before, the hashes that the snapshot names tell in the end whether it was right.
  if (had === 0 && !Buffer.from(prev).equals(chain)) return null
  return { ...run, from: here + 1, bodies: run.bodies.slice(had) }
}

async function readSegment(
  { store, keys, workspace }: SnapshotPlace,
  author: string,
  { path, from, to }: Found,
): Promise<Segment | null> {
  const bytes = await wholeFile(store, path)
  if (bytes === null) return null
  try {
    const segment = await keys.open(({ key }) => decodeSegment(bytes, { file: path, workspace, key }))
    const { run } = segment
    return run.replica === author && run.from === from && run.from + run.bodies.length - 1 === to ? segment : null
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
