/** Of a creator only what somebody changed is written. */

import { expect, test } from 'vitest'

import { changedFields, creatorDraft, type CreatorRecord } from '../../renderer/features/creators/creator-form'

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
}

test('what nobody touched is left out, though a colleague changed it meanwhile', () => {
  const first = creatorDraft(MIA)
  const now = { ...MIA, remark: 'likes serum and masks' }
  expect(changedFields({ ...first, phone: '2' }, first, now)).toEqual({ phone: '2' })
})

test('what was emptied is written as nothing, and blanks around a text are dropped', () => {
  const first = creatorDraft(MIA)
  expect(changedFields({ ...first, remark: '  ', email: ' mia@example.com ' }, first, MIA)).toEqual({
    remark: null,
    email: 'mia@example.com',
  })
})

test('tags are written as a whole, and only when they changed', () => {
  const first = creatorDraft(MIA)
  expect(changedFields({ ...first, tags: ['vip', 'new'] }, first, MIA)).toEqual({ tags: ['vip', 'new'] })
  expect(changedFields({ ...first, tags: ['vip'] }, first, MIA)).toEqual({})
})
