/** Reading the files through the product's reader. */

import { openLineReader } from '../../electron/workspace/files/open-file'
import type { LineBatch, TextLists } from '../../shared/domain/line-batch'
import type { WorkloadFile } from './workload'

/** Hands on the lines in batches that are valid only until the next. */
export async function readLines(
  { path, shop }: WorkloadFile,
  take: (batch: LineBatch, texts: TextLists) => Promise<void> | void,
): Promise<void> {
  const readFor = { currency: shop.currency, dateOrder: 'DMY', creator: null, corrections: [] } as const
  const reader = await openLineReader(path, readFor)
  const steps = reader.read()
  for (let step = await steps.next(); step.done !== true; step = await steps.next()) {
    await take(step.value.batch, reader.texts)
  }
}
