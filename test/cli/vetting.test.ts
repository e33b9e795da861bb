import { expect, test } from 'vitest'

import { withShop } from './support'

test('creators are scored line by line and decided on by handle', async () => {
  const { json } = await withShop()
  await json(['records', 'put', 'creators', 'handle=mia', 'market=US'])
  await json(['records', 'put', 'creators', 'handle=zoe', 'market=MX'])
  const scored = await json(['creators', 'score', '@Mia', 'zoe', '--shop', 'Glow US'])
  // Only the market is known: all of the points, or none of them.
  expect(scored).toMatchObject({
    rows: [
      { handle: 'mia', score: { total: 100, known: 1, of: 9 } },
      { handle: 'zoe', score: { total: 0 }, warnings: [{ rule: 'marketMismatch' }] },
    ],
  })
  const decided = await json([
    'creators',
    'decide',
    'mia',
    '--shop',
    'Glow US',
    '--verdict',
    'yes',
    '--reason',
    'goodFit',
  ])
  expect(decided).toMatchObject({ stopped: [] })
  expect(await json(['creators', 'score', 'mia', '--shop', 'Glow US'])).toMatchObject({
    rows: [{ decision: { verdict: 'yes', reason: 'goodFit' } }],
  })
})
