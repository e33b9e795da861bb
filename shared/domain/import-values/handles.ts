/** Creators' handles: what a creator is known by in every file, however it is spelled. */

import { cleanText, isBlank } from './text'

/** Lower case, without `@`, taken out of a profile address; '' when nothing is given. */
export function normaliseHandle(text: string): string {
  const cleaned = cleanText(text).replace(/^'/, '')
  if (isBlank(cleaned)) {
    return ''
  }
  const profile = /^(?:https?:\/\/)?(?:www\.|m\.|vm\.)?tiktok\.com\/@([^/?#\s]+)/i.exec(cleaned)
  const handle = profile?.[1] ?? cleaned
  return handle
    .replace(/^[@＠]+/, '')
    .trim()
    .toLowerCase()
}
