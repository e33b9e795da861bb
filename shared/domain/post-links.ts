/** Links of posts as people paste them: one a line or among other words, each once, in the order they stand. */

import { readVideoLink } from './video-links'

export interface PostLink {
  readonly line: number
  /** As it was pasted. */
  readonly text: string
  readonly videoId: string | null
  /** Lower case, without `@`. */
  readonly handle: string | null
  /** `short`: a link that leads on to another; it does not say which video it is. */
  readonly problem: 'short' | 'noVideo' | null
}

const LINK = /(?:https?:\/\/)?(?:[a-z]+\.)?tiktok\.com\/[^\s"'<>，、；]+/giu

/** A line without any link is told too, so that nothing of what was pasted is lost without a word. */
export function readPostLinks(text: string): readonly PostLink[] {
  const seen = new Set<string>()
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '') return []
    const found = [...line.matchAll(LINK)].map(([link]) => link)
    return (found.length === 0 ? [line.trim()] : found).flatMap((link) => {
      const video = readVideoLink(link)
      const isVideo = typeof video !== 'string'
      const key = isVideo ? video.contentId : link
      if (seen.has(key)) return []
      seen.add(key)
      const said = isVideo
        ? { videoId: video.contentId, handle: video.handle, problem: null }
        : { videoId: null, handle: null, problem: video }
      return [{ line: index + 1, text: link.slice(0, 500), ...said }]
    })
  })
}
