/** What a list of posts would change: which are new, whose they are, which blank fields it fills. */

import { creatorId, naturalId } from '../../../db/capture/derived'
import type { ReadableDb } from '../../../db/database'
import { Pacer } from '../../../db/facts/pacer'
import { knownCreators } from '../../../db/repositories/creator-lists'
import { POST_FIELDS, type PostField, type PostValues } from '../../../db/repositories/list-writers'
import { creatorsByPlatformId, knownPosts, livingFigures } from '../../../db/repositories/list-known'
import type { Reporter } from '../progress'
import type { CollectedContents, ReadContent, ReadContentFigures } from './contents'
import type { PlatformSource } from './source'

export const CHUNK = 500

export interface PlannedPost {
  readonly read: ReadContent
  readonly creatorId: string | null
  readonly state: 'new' | 'deleted' | 'alive'
  readonly values: PostValues
  /** Of one that is there: what it lacks. */
  readonly fills: readonly PostField[]
}

export interface ContentPlan {
  readonly posts: ReadonlyMap<string, PlannedPost>
  /** Creators that the list names, by id: their handle, and TikTok's number where the profile lacks it. */
  readonly creators: ReadonlyMap<string, { readonly handle: string; readonly platformId: string | null }>
  readonly newCreators: number
  readonly newFigures: number
  readonly filled: number
  readonly erased: number
  readonly withoutCreator: number
  readonly creatorDiffers: number
}

/** The same post and product in the same list is the same figure wherever it is imported. */
export function figuresId(
  listId: string,
  { content, productId }: Pick<ReadContentFigures, 'content' | 'productId'>,
): string {
  return naturalId('contentFigure', [listId, content.id, productId ?? ''])
}

export async function planContents(
  db: ReadableDb,
  source: PlatformSource,
  read: CollectedContents,
  reporter: Reporter,
): Promise<ContentPlan> {
  const people = await planCreators(db, read, reporter)
  const posts = new Map<string, PlannedPost>()
  const contents = [...read.contents.values()]
  let erased = 0
  let filled = people.filled
  let withoutCreator = 0
  let creatorDiffers = 0
  for await (const chunk of chunksOf(contents, reporter)) {
    const known = knownPosts(
      db,
      chunk.map(({ id }) => id),
    )
    for (const content of chunk) {
      const creator = people.creatorOf(content)
      if (creator !== null && people.erased.has(creator)) {
        erased += 1
        continue
      }
      const before = known.get(content.id)
      const values = valuesOf(source, content, creator)
      const fills = before === undefined ? [] : POST_FIELDS.filter((field) => lacks(before.values, values, field))
      const state = before === undefined ? 'new' : before.deleted === 1 ? 'deleted' : 'alive'
      if (creator === null) withoutCreator += 1
      if (before && creator !== null && ![null, creator].includes(String(before.values.creatorId ?? creator)))
        creatorDiffers += 1
      filled += fills.length
      posts.set(content.id, { read: content, creatorId: creator, state, values, fills })
    }
  }
  const newFigures = await countNewFigures(db, source.listId, read, posts, reporter)
  const { creators, newCreators } = people
  return { posts, creators, newCreators, newFigures, filled, erased, withoutCreator, creatorDiffers }
}

function lacks(before: PostValues, said: PostValues, field: PostField): boolean {
  const known = before[field]
  return (known === null || known === '') && said[field] !== null
}

function valuesOf({ shop }: PlatformSource, content: ReadContent, creator: string | null): PostValues {
  const { url, title, postedAt, postedDay, seconds } = content
  return { creatorId: creator, shopId: shop.id, url, title, postedAt, postedDay, seconds }
}

/** Slices of a list, with a breath and a word about the progress after each. */
export async function* chunksOf<T>(all: readonly T[], { checkWanted, report }: Reporter): AsyncGenerator<readonly T[]> {
  const pacer = new Pacer()
  for (let at = 0; at < all.length; at += CHUNK) {
    yield all.slice(at, at + CHUNK)
    await pacer.breathe()
    checkWanted()
    report({ step: 'merge', done: at, total: all.length })
  }
}

async function countNewFigures(
  db: ReadableDb,
  listId: string,
  read: CollectedContents,
  posts: ReadonlyMap<string, PlannedPost>,
  reporter: Reporter,
): Promise<number> {
  let count = 0
  for await (const chunk of chunksOf([...read.figures.values()], reporter)) {
    const ids = chunk.filter(({ content }) => posts.has(content.id)).map((figures) => figuresId(listId, figures))
    count += ids.length - livingFigures(db, 'content_figures', ids).size
  }
  return count
}

/** Whose posts these are: by handle, else by TikTok's number as this list or the workspace knows it. */
async function planCreators(db: ReadableDb, read: CollectedContents, reporter: Reporter) {
  const numbers = new Set<string>()
  const byHandle = new Map<string, string>()
  for (const { creator } of read.contents.values()) {
    if (creator.handle === '' && creator.platformId !== null) numbers.add(creator.platformId)
    if (creator.handle !== '' && !byHandle.has(creator.handle)) byHandle.set(creator.handle, creatorId(creator.handle))
  }
  for (const handle of read.handles.values()) byHandle.set(handle, creatorId(handle))
  const byNumber = creatorsByPlatformId(db, [...numbers])
  const numberOf = new Map([...read.handles].map(([platformId, handle]) => [handle, platformId]))
  const creators = new Map<string, { handle: string; platformId: string | null }>()
  const erased = new Set<string>()
  let newCreators = 0
  let filled = 0
  for await (const chunk of chunksOf([...byHandle], reporter)) {
    const known = knownCreators(
      db,
      chunk.map(([, id]) => id),
    )
    for (const [handle, id] of chunk) {
      const before = known.get(id)
      if (before?.erased === 1) {
        erased.add(id)
        continue
      }
      if (before === undefined || before.deleted === 1) newCreators += 1
      const platformId = before?.profile.platformId ? null : (numberOf.get(handle) ?? null)
      if (platformId !== null) filled += 1
      creators.set(id, { handle, platformId })
    }
  }
  const creatorOf = ({ creator }: ReadContent): string | null => {
    if (creator.handle !== '') return byHandle.get(creator.handle) ?? null
    if (creator.platformId === null) return null
    const handle = read.handles.get(creator.platformId)
    return (handle === undefined ? null : byHandle.get(handle)) ?? byNumber.get(creator.platformId) ?? null
  }
  return { creatorOf, creators, erased, newCreators, filled }
}
