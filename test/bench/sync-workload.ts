/** The work that merging is measured with: cost lines that two sides hold, and changes of single cells of them. */

import type { Cell } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import { columnsOf, ENTITIES } from '../../shared/sync/registry'

/** A row's index, a column's number, and its new value. */
export type CellChange = readonly [row: number, column: number, value: Cell]

export interface SyncWorkload {
  readonly columns: readonly string[]
  readonly ids: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  readonly changes: readonly CellChange[]
}

export const TABLE = columnsOf(ENTITIES.costLines)

/** The columns that people edit: numbers, short texts, and a note that is merged by lines. */
const EDITED = TABLE.filter(({ field }) =>
  ['amount', 'productId', 'contentId', 'note', 'campaign', 'staff'].includes(field),
)
const WORDS = ['已寄样', '待回复', 'follow up', 'sent sample', '合作中', 'no reply', '高转化', 'video posted']

/** The same numbers from the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function syncWorkload(rows: number, changes: number, seed = 21): SyncWorkload {
  const random = randomFrom(seed)
  const ids = Array.from({ length: rows }, (_, i) => {
    const bytes = new Uint8Array(16)
    new DataView(bytes.buffer).setUint32(0, 0x01_93_00_00 + (i >>> 12))
    new DataView(bytes.buffer).setUint32(12, i)
    return encodeId(bytes)
  })
  const shop = ids[0] ?? ''
  return {
    columns: TABLE.map(({ sql }) => sql),
    ids,
    rows: ids.map((_, i) => [
      shop,
      `creator.${i % 997}`,
      `17290000000000${i % 89}`,
      null,
      'fee',
      100 + (i % 900),
      'USD',
      `2026-01-${String(1 + (i % 28)).padStart(2, '0')}`,
      `${WORDS[i % WORDS.length] ?? ''}，偏好美妆 ${i}`,
      `campaign ${i % 12}`,
      `u${i % 7}`,
    ]),
    changes: Array.from({ length: changes }, () => {
      // Some rows are edited more often than others.
      const row = Math.floor(random() * random() * rows)
      const column = EDITED[Math.floor(random() * EDITED.length)]
      const n = Math.floor(random() * 1_000_000)
      const value = column?.kind === 'money' ? n : `${WORDS[n % WORDS.length] ?? ''} ${n % 1000}`
      return [row, column?.n ?? 0, value] as const
    }),
  }
}
