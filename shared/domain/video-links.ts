/** What people paste as the link of a TikTok video. */

export interface VideoLink {
  /** TikTok's number of the video. */
  readonly contentId: string
  /** Lower case, without @; null: the link does not say whose it is. */
  readonly handle: string | null
  /** As it is kept. */
  readonly url: string
}

const NUMBER = /^\d{15,20}$/u
const PATH = /^\/(?:@([^/]+)\/)?(?:share\/)?(?:video|photo|v|embed(?:\/v\d)?)\/(\d{15,20})(?:\.html)?\/?$/u

/** `short`: a share link, which does not say which video it leads to; `noVideo`: anything else. */
export function readVideoLink(text: string): VideoLink | 'short' | 'noVideo' {
  const typed = text.trim()
  if (NUMBER.test(typed)) return { contentId: typed, handle: null, url: `https://www.tiktok.com/@/video/${typed}` }
  const address = /^https?:\/\//iu.test(typed) ? typed : `https://${typed}`
  const parts = /^https?:\/\/([^/?#]+)([^?#]*)/iu.exec(address)
  const [, host = '', path = ''] = parts ?? []
  if (!/(?:^|\.)tiktok\.com$/iu.test(host)) return 'noVideo'
  const found = PATH.exec(path)
  const [, handle, contentId] = found ?? []
  if (contentId === undefined) return /^v[mt]\./iu.test(host) || path.startsWith('/t/') ? 'short' : 'noVideo'
  const name = handle === undefined || handle === '' ? null : handle.toLowerCase()
  return { contentId, handle: name, url: `https://www.tiktok.com/@${name ?? ''}/video/${contentId}` }
}
