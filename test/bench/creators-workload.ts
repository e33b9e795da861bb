/** A made-up agency's creators for measuring: Latin, Chinese, Thai and Vietnamese names. The same seed, the same creators. */

import { creatorId } from '../../db/capture/derived'
import { putRecord } from '../../db/repositories/records'
import { claimKey, subjectOf } from '../../electron/workspace/claiming/subjects'
import { foldText } from '../../shared/domain/search-text'
import type { Product } from './product'
import { randomNumbers } from './workload'

export interface MadeCreator {
  readonly id: string
  readonly handle: string
  readonly displayName: string
  readonly market: string
  readonly phone: string | null
  /** US cents of the newest observation. */
  readonly gmv: number
}

export const REGIONS = ['US', 'GB', 'TH', 'VN', 'MY', 'SG'] as const

const LATIN = ['beauty', 'glow', 'mia', 'nur', 'tech', 'deal', 'home', 'fit', 'zoe', 'kai', 'ana', 'sofia', 'luna']
const CHINESE = ['王', '李', '小红', '美妆', '丽丽', '陈', '晓明', '好物', '甜甜', '测评', '张', '婷婷', '达人', '穿搭']
const THAI = ['สวย', 'รีวิว', 'น้อง', 'พลอย', 'ครีม', 'ใจ', 'ดาว', 'บ้าน', 'มะลิ', 'แพร']
const VIETNAMESE = ['Nguyễn', 'Trần', 'Đào', 'Linh', 'Hương', 'Thảo', 'Phạm', 'Mỹ', 'Ngọc', 'Đẹp']
const WRITINGS = [
  { words: LATIN, between: ' ' },
  { words: CHINESE, between: '' },
  { words: THAI, between: '' },
  { words: VIETNAMESE, between: ' ' },
] as const

/** What people type, sign by sign. */
export const TYPED = [
  'beauty',
  'glow.mia',
  'sofia',
  'techdeal',
  'luna',
  '美妆测评',
  '小红',
  '王晓明',
  'รีวิว',
  'พลอยสวย',
  'nguyen',
  'Đào',
  'hương',
  'zoe.1a',
] as const
export const PINYIN = [
  'xiaohong',
  'meizhuang',
  'wangxiaoming',
  'lili',
  'ceping',
  'chuanda',
  'tiantian',
  'mzcp',
] as const
export const FRAGMENTS = ['红', '美妆', '妆测', '晓明', '王晓', '好物', '甜甜测', '达人穿'] as const

/** Each of the texts as it grows under the fingers. */
export function keystrokes(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const signs = Array.from(text)
    return signs.map((_, at) => signs.slice(0, at + 1).join(''))
  })
}

/** One in a hundred has the phone number of somebody before. */
export function madeCreators(count: number, seed = 23): MadeCreator[] {
  const random = randomNumbers(seed)
  const pick = <T>(from: readonly T[], fallback: T): T => from[Math.floor(random() * from.length)] ?? fallback
  return Array.from({ length: count }, (_, at) => {
    const { words, between } = pick(WRITINGS, WRITINGS[0])
    const displayName = [0, 1, 2].map(() => pick<string>(words, 'x')).join(between)
    const handle = `${pick(LATIN, 'x')}.${pick(LATIN, 'x')}.${at.toString(36)}`
    const shared = at > 0 && random() < 0.01
    const number = shared ? Math.floor(random() * at) : at
    const phone = shared || random() < 0.3 ? `+66 8${String(number).padStart(8, '0')}` : null
    // A few sell most; no two the same, so that there is one order only.
    const gmv = Math.floor(random() ** 4 * 1_000_000) * count + at
    return { id: creatorId(handle), handle, displayName, market: pick(REGIONS, 'US'), phone, gmv }
  })
}

/** The name as the peer keeps it to search in. */
export function foldedText({ handle, displayName }: MadeCreator): string {
  return foldText(`${handle}\n${displayName}`)
}

const SLICE = 5000
/** One creator in so many is claimed by somebody. */
const CLAIMED = 20
const DAY = 86_400_000

/** Saves them as records, each with one observation of figures, in steps of 5,000. */
export async function fillCreators({ context }: Product, made: readonly MadeCreator[]): Promise<void> {
  const { workspace } = context.host.current()
  const now = context.now()
  const key = claimKey(workspace.db)
  for (let from = 0; from < made.length; from += SLICE) {
    await workspace.commit({ author: 'bench', label: 'creators.add:bench' }, (tx) => {
      for (const [at, { id, handle, displayName, market, phone, gmv }] of made.slice(from, from + SLICE).entries()) {
        putRecord(tx, 'creators', null, { handle, displayName, market, phone }, now)
        const values = JSON.stringify({ gmv, followers: 1000 + (gmv % 1_000_000) })
        const said = { creatorId: id, source: 'fastmoss', observedAt: now - DAY, currency: 'USD', values }
        putRecord(tx, 'creatorMetrics', String(from + at + 1).padStart(26, '0'), said, now)
        if (at % CLAIMED !== 0) continue
        const held = { since: now - DAY, until: now + 30 * DAY, lastContact: now - DAY, released: false }
        putRecord(tx, 'claims', null, { subject: subjectOf(key, handle), owner: 'Lin', ...held }, now)
      }
    })
  }
}
