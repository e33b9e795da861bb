import { expect, test } from 'vitest'

import { at, exportFile, orderRow } from '../support/exports'
import { finish, newWorkspace } from '../support/workspace'

test('a known file with repeated lines and a period gives the counts of the first time, as unchanged', async () => {
  const { client, folder } = await newWorkspace()
  const { id: shopId } = await client.shops.add({ name: 'Glow US', market: 'US' })
  const line = (order: number, day: number) =>
    orderRow({ orderId: `57701234567890000${order}`, created: at(`2026-01-${day} 12:00:00`) })
  // Three lines inside the period, one of them twice, and one outside.
  const path = await exportFile([line(1, 10), line(2, 11), line(1, 10), line(3, 12), line(4, 30)], { folder })
  const period = { from: '2026-01-10', to: '2026-01-20' }
  const importIt = async () => (await finish(client.imports.run({ path, shopId, period }))).result
  expect(await importIt()).toMatchObject({ rows: 5, inserted: 3, unchanged: 0, repeated: 1, skipped: 1 })
  expect(await importIt()).toMatchObject({ rows: 5, inserted: 0, unchanged: 3, repeated: 1, skipped: 1 })
})
