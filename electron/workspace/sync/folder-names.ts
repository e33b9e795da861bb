/**
 * The names in a shared folder: who wrote a file and what it is, without opening it.
 *
 * Programs that copy folders give a second copy a name of their own (`… (1).head`, `…-LAPTOP.seg`, `…冲突副本…`,
 * `….sync-conflict-…`, other letter case). Names are written once, so such a copy says the same as its original; where the
 * original is missing it stands for it, and its bytes decide.
 */

export interface HeadName {
  readonly name: string
  readonly replica: string
  readonly n: number
}

export interface SegmentName {
  readonly name: string
  readonly from: number
  readonly to: number
  /** The first 8 bytes of the chain's hash after `to`, hex. */
  readonly hash: string
}

/** A folder of segments of `author`, the first of which begins with step `from`. */
export interface BucketName {
  readonly name: string
  readonly author: string
  readonly from: number
}

export interface KeyName {
  readonly name: string
  readonly epoch: number
  readonly n: number
  readonly replica: string
}

export const MARKER = 'WSYNC'
export const README = 'README.txt'
/** Heads, segments, content, keys, snapshots. */
export const FOLDERS = ['h', 's', 'b', 'k', 'p'] as const

const ten = (n: number): string => String(n).padStart(10, '0')

export function headName(replica: string, n: number): string {
  return `${replica}-${ten(n)}.head`
}

export function parseHead(name: string): HeadName | null {
  const [, replica, n] = /^([0-9a-f]{16})-(\d{10})(?!\d).*\.head$/iu.exec(name) ?? []
  return replica === undefined || isTemporary(name) ? null : { name, replica: replica.toLowerCase(), n: Number(n) }
}

/** Where segments of `author` that `publisher` wrote stand, the first beginning with step `from`. */
export function bucketName(author: string, from: number): string {
  return `${author}-${ten(from)}`
}

export function parseBucket(name: string): BucketName | null {
  const [, author, from] = /^([0-9a-f]{16})-(\d{10})(?!\d)/iu.exec(name) ?? []
  return author === undefined ? null : { name, author: author.toLowerCase(), from: Number(from) }
}

/** `hash`: hex of the chain after `to`. */
export function segmentName(from: number, to: number, hash: string): string {
  return `${ten(from)}-${ten(to)}-${hash.slice(0, 16)}.seg`
}

export function parseSegment(name: string): SegmentName | null {
  const [, from, to, hash] = /^(\d{10})-(\d{10})-([0-9a-f]{16}).*\.seg$/iu.exec(name) ?? []
  if (hash === undefined || isTemporary(name)) return null
  return { name, from: Number(from), to: Number(to), hash: hash.toLowerCase() }
}

/** `mark`: 64 hex digits that stand for the content; `n`: the part. The publisher is in the name: two may encrypt one content to different bytes. */
export function blobName(mark: string, n: number, publisher: string): string {
  return `${blobFolder(mark)}/${mark}-${String(n).padStart(6, '0')}-${publisher}.blob`
}

export function blobFolder(mark: string): string {
  return `b/${mark.slice(0, 2)}`
}

export function parseBlob(name: string): { readonly name: string; readonly mark: string; readonly n: number } | null {
  const [, mark, n] = /^([0-9a-f]{64})-(\d{6})-[0-9a-f]{16}.*\.blob$/iu.exec(name) ?? []
  return mark === undefined || isTemporary(name) ? null : { name, mark: mark.toLowerCase(), n: Number(n) }
}

export function keyName(epoch: number, n: number, replica: string): string {
  return `${String(epoch).padStart(4, '0')}-${String(n).padStart(6, '0')}-${replica}.age`
}

export function parseKey(name: string): KeyName | null {
  const [, epoch, n, replica] = /^(\d{4})-(\d{6})-([0-9a-f]{16}).*\.age$/iu.exec(name) ?? []
  if (replica === undefined || isTemporary(name)) return null
  return { name, epoch: Number(epoch), n: Number(n), replica: replica.toLowerCase() }
}

/** `mark`: the first 16 hex digits of what names the snapshot. */
export function snapshotName(mark: string, n: number, replica: string): string {
  return `${mark.slice(0, 16)}-${String(n).padStart(6, '0')}-${replica}.snap`
}

export function parseSnapshot(
  name: string,
): { readonly name: string; readonly mark: string; readonly n: number; readonly replica: string } | null {
  const [, mark, n, replica] = /^([0-9a-f]{16})-(\d{6})-([0-9a-f]{16}).*\.snap$/iu.exec(name) ?? []
  if (mark === undefined || replica === undefined || isTemporary(name)) return null
  return { name, mark: mark.toLowerCase(), n: Number(n), replica: replica.toLowerCase() }
}

/** The name under which a file is written before it has its own; most programs that copy folders leave such files out. */
export function temporaryName(name: string): string {
  return `~${name}.tmp`
}

function isTemporary(name: string): boolean {
  return name.startsWith('~') || name.endsWith('.tmp')
}
