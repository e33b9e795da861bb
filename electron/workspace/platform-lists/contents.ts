/** The videos and LIVEs that a list names, each once, with what it says of each and of each product in it. */

import { creatorId as idOfHandle, naturalId } from '../../../db/capture/derived'
import {
  CONTENT_FIGURE_NAMES,
  type ContentValues,
  packContent,
  unpackContent,
} from '../../../shared/domain/content-figures'
import { dayText } from '../../../shared/domain/import-values/times'
import type { RejectCode } from '../../../shared/domain/imports'
import {
  handleOfRoom,
  type RowCreator,
  rowCreator,
  videoIdOf,
  videoUrl,
} from '../../../shared/domain/platform-lists/posts'
import type { PlatformRow, PlatformRules } from '../../../shared/domain/platform-lists/rows'
import type { PlatformTarget } from '../../../shared/domain/platform-lists/targets'
import { openZoneClock } from '../../../shared/domain/zone-clock'
import type { Rejected } from '../list-files/rows'
import { cellsOf, countsMore, firstText, fullerText, keepRow, type KeptRow } from './agreeing'
import type { PlatformSource } from './source'

/** What a record of a post and one of its figures take beside their texts. */
const BYTES_PER_POST = 115
const BYTES_PER_FIGURE = 95
/** Enough to know a post by; a hundred thousand of them have to fit into one step. */
const TITLE_BYTES = 120

/** One video or LIVE as the list has it. */
export interface ReadContent {
  readonly id: string
  readonly kind: 'video' | 'live'
  readonly videoId: string | null
  readonly row: number
  creator: RowCreator
  title: string | null
  /** Only where it is not the usual address. */
  url: string | null
  /** UTC epoch ms; null where the list gives the day alone. */
  postedAt: number | null
  /** Of the shop's zone. */
  postedDay: string | null
  seconds: number | null
}

export interface ReadContentFigures {
  readonly content: ReadContent
  /** TikTok's number; null: of the whole content. */
  readonly productId: string | null
  /** Figures as they are kept. */
  packed: string
  kept: KeptRow
}

export class CollectedContents {
  readonly contents = new Map<string, ReadContent>()
  /** By content and product. */
  readonly figures = new Map<string, ReadContentFigures>()
  /** Handles that the list gives beside TikTok's number of a creator, by that number. */
  readonly handles = new Map<string, string>()
  repeated = 0
  bytes = 0
  readonly #source: PlatformSource
  readonly #rules: PlatformRules
  readonly #refused: Rejected
  readonly #instantOf: (localSecond: number) => number

  constructor(source: PlatformSource, rules: PlatformRules, refused: Rejected) {
    this.#source = source
    this.#rules = rules
    this.#refused = refused
    this.#instantOf = openZoneClock(source.shop.timezone)
  }

  get size(): number {
    return this.contents.size
  }

  add(row: PlatformRow): void {
    const content = this.#rules.kind === 'liveList' ? this.#live(row) : this.#video(row)
    if (content === null) return
    const { handle, platformId } = content.creator
    if (platformId !== null && handle !== '') {
      const before = this.handles.get(platformId)
      this.handles.set(platformId, before === undefined || handle < before ? handle : before)
    }
    this.#merge(content)
    this.#figures(this.contents.get(content.id) ?? content, row)
  }

  #refuse({ row, cells }: Pick<PlatformRow, 'row' | 'cells'>, target: PlatformTarget, code: RejectCode): null {
    const at = this.#rules.columns.indexOf(target)
    this.#refused.add({ row, column: this.#rules.headers[at] ?? '', code, value: cells[at] ?? '', cells })
    return null
  }

  #video(row: PlatformRow): ReadContent | null {
    const videoId = videoIdOf(row, this.#rules)
    if (typeof videoId !== 'string') return this.#refuse(row, videoId.target, videoId.code)
    const creator = rowCreator(row, this.#rules)
    if (creator === null) return this.#refuse(row, 'creator', 'handleUnreadable')
    const { link } = row.texts
    const usual = creator.handle === '' ? null : videoUrl(creator.handle, videoId)
    const isUsual = link === undefined || link.replace(/[?#].*$/u, '').toLowerCase() === usual
    return {
      id: naturalId('content', ['video', videoId]),
      kind: 'video',
      videoId,
      row: row.row,
      creator,
      title: clipped(row.texts.title ?? null),
      url: isUsual || !link.includes('tiktok.com/') ? null : link,
      ...this.#times(row),
      seconds: row.values['seconds'] ?? null,
    }
  }

  /** A LIVE is known by who went live and the minute it began; a row that names nobody by what its room is called. */
  #live(row: PlatformRow): ReadContent | null {
    const times = this.#times(row)
    const { postedAt } = times
    if (postedAt === null) return this.#refuse(row, 'postedAt', 'dateMissing')
    const room = row.texts.room ?? null
    const said = rowCreator(row, this.#rules) ?? { handle: '', platformId: null, displayName: null }
    const handle = said.handle || handleOfRoom(room ?? '') || this.#source.creator
    const minute = Math.floor(postedAt / 60_000)
    const who =
      handle !== ''
        ? idOfHandle(handle)
        : said.platformId !== null
          ? `#${said.platformId}`
          : `~${room ?? said.displayName ?? ''}`
    if (who === '~') return this.#refuse(row, 'creator', 'creatorMissing')
    return {
      id: naturalId('content', ['live', who, String(minute)]),
      kind: 'live',
      videoId: null,
      row: row.row,
      creator: { ...said, handle },
      title: room,
      url: null,
      ...times,
      postedAt: minute * 60_000,
      seconds: row.values['seconds'] ?? null,
    }
  }

  #times({ numbers, hasClock }: PlatformRow): { postedAt: number | null; postedDay: string | null } {
    const local = numbers.postedAt
    if (local === undefined) return { postedAt: null, postedDay: null }
    const isLive = this.#rules.kind === 'liveList'
    return { postedAt: hasClock || isLive ? this.#instantOf(local) : null, postedDay: dayText(local) }
  }

  /** Several rows of one post make one record, the same in whichever order they come. */
  #merge(found: ReadContent): void {
    const known = this.contents.get(found.id)
    if (known === undefined) {
      this.contents.set(found.id, found)
      this.bytes += BYTES_PER_POST + Buffer.byteLength(found.title ?? '') + (found.url ?? '').length
      return
    }
    known.title = fullerText(known.title, found.title)
    known.url = fullerText(known.url, found.url)
    known.creator = {
      handle: firstText(known.creator.handle, found.creator.handle),
      platformId: firstText(known.creator.platformId ?? '', found.creator.platformId ?? '') || null,
      displayName: fullerText(known.creator.displayName, found.creator.displayName),
    }
    known.postedAt = earlier(known.postedAt, found.postedAt)
    known.postedDay = firstText(known.postedDay ?? '', found.postedDay ?? '') || null
    known.seconds = Math.max(known.seconds ?? -1, found.seconds ?? -1)
    if (known.seconds < 0) known.seconds = null
  }

  #figures(content: ReadContent, row: PlatformRow): void {
    const productId = row.texts.productId ?? null
    const key = `${content.id} ${productId ?? ''}`
    const before = this.figures.get(key)
    // Its names are exactly those that the cells of such a list are read for.
    const values = row.values as ContentValues
    const packed = packContent(values)
    if (before === undefined) {
      this.figures.set(key, { content, productId, packed, kept: keepRow(row) })
      this.bytes += BYTES_PER_FIGURE + packed.length
      return
    }
    if (before.packed === packed) {
      this.repeated += 1
      return
    }
    const isMore = countsMore(CONTENT_FIGURE_NAMES, values, unpackContent(before.packed))
    const less = isMore ? { row: before.kept.row, cells: cellsOf(before.kept) } : row
    this.#refuse(less, this.#keyColumn(), 'rowsDisagree')
    if (isMore) Object.assign(before, { packed, kept: keepRow(row) })
  }

  #keyColumn(): PlatformTarget {
    if (this.#rules.kind === 'liveList') return 'postedAt'
    return this.#rules.columns.includes('videoId') ? 'videoId' : 'link'
  }
}

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The first whole characters that take so many bytes. */
function clipped(text: string | null): string | null {
  if (text === null || Buffer.byteLength(text) <= TITLE_BYTES) return text
  let kept = ''
  for (const { segment } of LETTERS.segment(text)) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(segment) > TITLE_BYTES - 3) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}
