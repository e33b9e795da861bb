/** What is worked out from a shop's lines is worked out once, and again when they change. */

import { expect, test } from 'vitest'

import { keptWhileUnchanged } from '../../db/facts/kept-unchanged'
import { sellerText, shopWorkspace } from '../support/imports'
import { sellerLine } from '../support/exports'

async function counted(work: (times: number) => Promise<void> = async () => {}) {
  const workspace = await shopWorkspace()
  const change = (n: number) =>
    workspace.run(workspace.write(sellerText([sellerLine({ 'Order ID': `57700000000000000${n}` })])))
  await change(0)
  let times = 0
  const ask = keptWhileUnchanged(async () => {
    times += 1
    const own = times
    await work(own)
    return own
  })
  const { reader } = workspace.context.host.current().workspace
  return { ask: () => ask(reader, workspace.shop.id), change, times: () => times }
}

test('everybody who asks at once, and later, has one answer; lines that change make another', async () => {
  const { ask, change, times } = await counted()
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
  expect(await ask()).toBe(1)
  await change(1)
  expect(await ask()).toBe(2)
  expect(times()).toBe(2)
})

test('lines that change while it is worked out make it begin again', async () => {
  let change: (n: number) => Promise<unknown> = async () => {}
  const made = await counted(async (times) => void (times <= 2 && (await change(times))))
  change = made.change
  expect(await made.ask()).toBe(3)
  expect(made.times()).toBe(3)
})

test('what failed is tried again by the next who asks', async () => {
  const { ask } = await counted(async (times) => {
    if (times === 1) throw new RangeError('damaged')
  })
  await expect(ask()).rejects.toThrow('damaged')
  expect(await ask()).toBe(2)
})
