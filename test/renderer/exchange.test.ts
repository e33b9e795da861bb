/** Packages that are dropped wait for each other; making one does not disturb looking at another. */

import { beforeEach, expect, test } from 'vitest'

import { goOn, isPackage, lookAt, packages, sending, sendTo, stopSending } from '../../renderer/session/exchange'

beforeEach(() => {
  packages.set([])
  stopSending()
})

test('packages are looked at one after the other, each once', () => {
  lookAt(['a.starpack', 'b.starpack'])
  lookAt(['b.starpack', 'c.starpack'])
  expect(packages.get()).toEqual(['a.starpack', 'b.starpack', 'c.starpack'])
  goOn()
  expect(packages.get()).toEqual(['b.starpack', 'c.starpack'])
})

test('sending back leaves the packages that wait', () => {
  lookAt(['a.starpack', 'b.starpack'])
  sendTo({ to: 'everybody' })
  expect(sending.get()?.recipient).toEqual({ to: 'everybody' })
  expect(packages.get()).toHaveLength(2)
})

test('only packages are packages, however they are written', () => {
  expect(isPackage('/home/li/Week 41.STARPACK')).toBe(true)
  expect(isPackage('/home/li/orders.csv')).toBe(false)
  expect(isPackage('/home/li/starpack')).toBe(false)
})
