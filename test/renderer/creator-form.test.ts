/** Of a creator only what somebody changed is written. */

import { expect, test } from 'vitest'

import { cardDraft, changedCard, readChannels } from '../../renderer/features/creators/creator-form'
import type { CreatorRecord } from '../../shared/contract/creator-record'

const MIA: CreatorRecord = {
  id: 'mia',
  handle: 'mia.glow',
  displayName: 'Mia',
  market: null,
  remark: 'likes serum',
  shops: 1,
  phone: '1',
  email: null,
  tags: ['vip'],
  merged: [],
  platformId: null,
  language: null,
  category: null,
  audienceMarket: null,
  audienceLanguage: null,
  agent: null,
  channels: [{ kind: 'zalo', value: '0912 345 678' }],
  preferredChannel: null,
  timezone: null,
  zone: null,
  sizes: null,
  colors: null,
  consent: null,
  retainUntil: null,
  starred: false,
  secrets: { address: true, bank: false, payee: false },
  relations: [],
  erased: null,
}

test('what nobody touched is left out, though a colleague changed it meanwhile', () => {
  const first = cardDraft(MIA)
  const now = { ...MIA, remark: 'likes serum and masks' }
  expect(changedCard({ ...first, phone: '2' }, first, now)).toEqual({ phone: '2' })
})

test('what was emptied is written as nothing, and blanks around a text are dropped', () => {
  const first = cardDraft(MIA)
  expect(changedCard({ ...first, remark: '  ', email: ' mia@example.com ' }, first, MIA)).toEqual({
    remark: null,
    email: 'mia@example.com',
  })
})

test('tags are written as a whole, and only when they changed', () => {
  const first = cardDraft(MIA)
  expect(changedCard({ ...first, tags: ['vip', 'new'] }, first, MIA)).toEqual({ tags: ['vip', 'new'] })
  expect(changedCard({ ...first, tags: ['vip'] }, first, MIA)).toEqual({})
})

test('channels are read line by line, and written only when they changed', () => {
  const first = cardDraft(MIA)
  expect(first.channels).toBe('zalo 0912 345 678')
  expect(changedCard(first, first, MIA)).toEqual({})
  expect(readChannels('zalo: 0912 345 678\n\ninstagram @mia.glow\nhttps://x.example')).toEqual([
    { kind: 'zalo', value: '0912 345 678' },
    { kind: 'instagram', value: '@mia.glow' },
    { kind: 'other', value: 'https://x.example' },
  ])
})

test('an address that is not shown stays unless another one is typed', () => {
  const first = cardDraft(MIA)
  expect(first.address).toBe('')
  expect(changedCard({ ...first, address: ' 12 New Street ' }, first, MIA)).toEqual({ address: '12 New Street' })
})
