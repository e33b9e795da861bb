/** Links of posts as people paste them: one a line or among other words, each once, in the order they stand. */

import { readVideoLink } from './platform-lists/cells'

export interface PostLink {
  readonly line: number
  /** As it was pasted. */
  readonly text: string
  readonly videoId: string | null
  /** Without `@`, as the link spells it. */
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
      const { videoId, handle, short } = readVideoLink(link)
      const key = videoId ?? link
      if (seen.has(key)) return []
      seen.add(key)
      const problem = videoId !== null ? null : short ? 'short' : 'noVideo'
      return [{ line: index + 1, text: link.slice(0, 500), videoId, handle, problem }] as const
    })
  })
}
