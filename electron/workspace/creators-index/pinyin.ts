/** Chinese as people type it without a Chinese keyboard: whole syllables (`xiaomei`) and their first letters (`xm`). */

import { pinyin } from 'pinyin-pro'

export interface Spelled {
  readonly full: string
  readonly initials: string
}

const HAN = /\p{Script=Han}/u
const OTHER_SIGNS = /[^\x20-\x7E]+/g

/** Null where the text holds no Chinese. What is neither Chinese nor Latin is left out: it is searched as it is written. */
export function spellOut(folded: string): Spelled | null {
  if (!HAN.test(folded)) return null
  // With `v` for ü, as Chinese keyboards take it.
  const parts = pinyin(folded, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  let full = ''
  let initials = ''
  let at = 0
  for (const part of parts) {
    const spelled = !folded.startsWith(part, at)
    full += part
    initials += spelled ? part.slice(0, 1) : part
    at += spelled ? signLength(folded, at) : part.length
  }
  return { full: plain(full), initials: plain(initials) }
}

/** A text's Latin part. */
export function plain(folded: string): string {
  return folded.replace(OTHER_SIGNS, ' ')
}

function signLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
