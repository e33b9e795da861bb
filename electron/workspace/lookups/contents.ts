/** Posts as every feature sees them: what the newest lists say, what was found when somebody looked, which samples they answer. */

import type { ReadableDb } from '../../../db/database'
import {
  checksOf,
  type ContentCheckRow,
  type ContentRow,
  listViolations,
  postsOfContents,
  type SamplePostRow,
} from '../../../db/repositories/content'
import { handlesOf } from '../../../db/repositories/creators'
import type { Content, ContentCheck, PostOfSample } from '../../../shared/contract/content'
import { videoUrl } from '../../../shared/domain/platform-lists/posts'
import {
  judgePost,
  POST_RULES,
  POST_VERDICTS,
  type PostFacts,
  type PostJudgement,
  type PostVerdict,
} from '../../../shared/domain/valid-post'
import { contentFigures, type FiguresOfContent } from './content-figures'
import { mergedCreators } from './creators'

/** Many at once, in the order of the rows. */
export function toContents(db: ReadableDb, rows: readonly ContentRow[], now: number): Content[] {
  const ids = rows.map(({ id }) => id)
  const figures = contentFigures(db, ids)
  const checks = byContent(checksOf(db, ids))
  const posts = byContent(postsOfContents(db, ids))
  const violations = byContent(listViolations(db, { shopId: null, contentIds: ids }))
  const merged = mergedCreators(db)
  const winners = handlesOf(db, [...new Set(rows.flatMap(({ creatorId }) => merged.get(creatorId ?? '') ?? []))])
  return rows.map((row) => {
    const said = figures.get(row.id) ?? NOTHING_SAID
    const looked = checks.get(row.id) ?? []
    const given = posts.get(row.id) ?? []
    const person = merged.get(row.creatorId ?? '') ?? row.creatorId
    const { products, ...shown } = said
    return {
      ...row,
      ...shown,
      url: row.url ?? usualUrl(row),
      seconds: row.seconds ?? said.seconds,
      creatorId: person,
      handle: person === row.creatorId ? row.handle : (winners.get(person ?? '') ?? row.handle),
      products: [...products],
      checkedAt: looked[0]?.at ?? null,
      online: newest(looked, 'online'),
      posts: given.map((post) => toPost(post, given, judgementOf(row, post, { said, looked }, now))),
      violations: violations.get(row.id)?.length ?? 0,
    }
  })
}

/** Where a video is found whose link nobody needed to keep. */
function usualUrl({ kind, handle, contentId }: ContentRow): string | null {
  return kind === 'video' && handle !== null && contentId !== null ? videoUrl(handle, contentId) : null
}

const NOTHING_SAID: FiguresOfContent = {
  products: [],
  currency: null,
  views: null,
  gmv: null,
  orders: null,
  ctr: null,
  completion: null,
  seconds: null,
  viewers: null,
}

export interface Looked {
  readonly said: FiguresOfContent
  /** Newest first. */
  readonly looked: readonly ContentCheckRow[]
}

/** What the facts speak for: lists and looks, the newest word on each. */
export function judgementOf(
  row: ContentRow,
  post: SamplePostRow,
  { said, looked }: Looked,
  now: number,
): PostJudgement {
  const right = newest(looked, 'linkRight')
  const facts: PostFacts = {
    kind: row.kind,
    postedAt: row.postedAt ?? (row.postedDay === null ? null : Date.parse(`${row.postedDay}T00:00:00Z`)),
    seconds: row.seconds ?? said.seconds,
    rightProduct: right ?? (said.products.length === 0 ? null : said.products.includes(post.productId)),
    onlineAt: looked.find(({ online }) => online === 1)?.at ?? null,
    goneAt: looked.findLast(({ online }) => online === 0)?.at ?? null,
    viewers: said.viewers,
    shown: newest(looked, 'shown'),
  }
  return judgePost(facts, POST_RULES, now)
}

function toPost(row: SamplePostRow, all: readonly SamplePostRow[], judgement: PostJudgement): PostOfSample {
  const { contentId: _content, ...rest } = row
  return {
    ...rest,
    verdict: verdictOf(row.verdict),
    countsPlatform: row.countsPlatform === null ? judgement.platform.counts : row.countsPlatform === 1,
    countsUs: row.countsUs === null ? null : row.countsUs === 1,
    suggested: judgement.verdict,
    platform: { ...judgement.platform, reasons: [...judgement.platform.reasons] },
    us: { ...judgement.us, reasons: [...judgement.us.reasons] },
    others: all.filter(({ sampleId }) => sampleId !== row.sampleId).map(({ sampleId }) => sampleId),
  }
}

export function verdictOf(text: string | null): PostVerdict {
  return POST_VERDICTS.find((verdict) => verdict === text) ?? 'open'
}

export function toCheck(row: ContentCheckRow): ContentCheck {
  return {
    ...row,
    online: flag(row.online),
    linkRight: flag(row.linkRight),
    brandNamed: flag(row.brandNamed),
    disclosed: flag(row.disclosed),
    shown: flag(row.shown),
  }
}

type Flag = 'online' | 'linkRight' | 'shown'

/** The newest answer to one question; later looks may have left it out. */
function newest(looked: readonly ContentCheckRow[], field: Flag): boolean | null {
  return flag(looked.find((check) => check[field] !== null)?.[field] ?? null)
}

function flag(cell: number | null): boolean | null {
  return cell === null ? null : cell === 1
}

function byContent<R extends { readonly contentId: string | null }>(rows: readonly R[]): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    if (row.contentId === null) continue
    const group = groups.get(row.contentId)
    if (group === undefined) groups.set(row.contentId, [row])
    else group.push(row)
  }
  return groups
}
