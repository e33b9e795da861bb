/** Who and what a row of a video or LIVE list is of: its number, its creator as well as the row tells, its address. */

import { normaliseHandle } from '../import-values/handles'
import { cleanText, isBlank } from '../import-values/text'
import { readVideoLink } from '../video-links'
import type { PlatformRow, PlatformRules } from './rows'
import type { RejectCode } from '../imports'
import type { PlatformTarget } from './targets'

/** Letters, digits, points and underscores: what TikTok lets a handle be made of; a display name is anything. */
const HANDLE = /^[a-z0-9._]{2,24}$/u
/** As other lists have them: any script's letters too. */
const LOOSE_HANDLE = /^[\p{L}\p{M}\p{N}._-]{1,64}$/u
const PLATFORM_ID = /^[1-9]\d{5,19}$/u

export interface RowCreator {
  /** '' where the row gives none. */
  readonly handle: string
  readonly platformId: string | null
  readonly displayName: string | null
}

/** The usual address of a video. */
export function videoUrl(handle: string, videoId: string): string {
  return `https://www.tiktok.com/@${handle}/video/${videoId}`
}

/** The video's number, or the column and the reason that there is none. */
export function videoIdOf(
  { texts, cells }: PlatformRow,
  rules: PlatformRules,
): string | { readonly target: PlatformTarget; readonly code: RejectCode } {
  const link = readVideoLink(texts.link ?? '')
  const videoId = texts.videoId ?? (typeof link === 'string' ? null : link.contentId)
  if (videoId !== null) return videoId
  if (link === 'short') return { target: 'link', code: 'linkShort' }
  const at = rules.columns.indexOf('videoId')
  const given = at >= 0 && !isBlank(cleanText(cells[at] ?? ''))
  return given ? { target: 'videoId', code: 'idDamaged' } : { target: at < 0 ? 'link' : 'videoId', code: 'idMissing' }
}

/**
 * Affiliate lists name creators by handle; Seller Center's by whatever they call themselves, with TikTok's number beside it.
 * What cannot be a handle is a display name, unless a handle is all that may stand there: null.
 */
export function rowCreator({ texts }: PlatformRow, { kind }: PlatformRules): RowCreator | null {
  const named = texts.creator ?? ''
  const handle = normaliseHandle(named)
  const link = readVideoLink(texts.link ?? '')
  const inLink = typeof link === 'string' ? '' : normaliseHandle(link.handle ?? '')
  const id = (texts.creatorId ?? '').replace(/^'/u, '')
  const platformId = PLATFORM_ID.test(id) ? id : null
  if (kind === 'affiliateVideos') {
    if (named !== '' && !LOOSE_HANDLE.test(handle)) {
      return inLink === '' ? null : { handle: inLink, platformId, displayName: named }
    }
    return { handle: handle || inLink, platformId, displayName: null }
  }
  const idAsHandle = platformId === null && HANDLE.test(normaliseHandle(id)) ? normaliseHandle(id) : ''
  const said = /[@/]/u.test(named) ? LOOSE_HANDLE.test(handle) : HANDLE.test(handle)
  const displayName = texts.nickname ?? (said || named === '' ? null : named)
  return { handle: said ? handle : idAsHandle || inLink, platformId, displayName }
}

/** Whose LIVE a room is, where it says so with an `@`; else ''. */
export function handleOfRoom(room: string): string {
  const [, handle = ''] = /(?:^|\s|tiktok\.com\/)@([a-z0-9._]{2,24})(?:\s|$|[/?])/iu.exec(cleanText(room)) ?? []
  return normaliseHandle(handle)
}
