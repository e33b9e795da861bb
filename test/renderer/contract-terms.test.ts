/** What is typed about a contract is told beside its field before the workspace refuses it, in both languages. */

import { expect, test } from 'vitest'

import { contracts as english } from '../../renderer/messages/en/contracts'
import { contracts as chinese } from '../../renderer/messages/zh-CN/contracts'
import { wrongInTerms } from '../../renderer/features/contracts/terms-form'

const WHOLE = {
  title: 'Spring',
  fromDay: '2026-03-01',
  toDay: '2026-03-30',
  currency: 'USD',
  fee: '900',
  advance: '',
  guaranteed: '',
  cap: '',
  rate: '',
}

test.each([
  [{}, {}],
  [{ rate: '0.99' }, { rate: 'outsideBounds' }],
  [{ rate: '80.01' }, { rate: 'outsideBounds' }],
  [{ rate: '1' }, {}],
  [{ rate: '80' }, {}],
  [{ advance: '900.01' }, { advance: 'largerThanContract' }],
  [{ advance: '900' }, {}],
  [{ cap: '899' }, { cap: 'lessThanAgreed' }],
  [{ toDay: '2026-02-28' }, { toDay: 'endsBeforeItBegins' }],
  [{ noticeDays: '31' }, { noticeDays: 'longerThanContract' }],
  [{ currency: '' }, { currency: 'missing' }],
  [{ rate: 'ten' }, { rate: 'notAPercent' }],
  [{ title: ' ' }, { title: 'required' }],
] as const)('with %j', (more, wrong) => {
  expect(wrongInTerms({ ...WHOLE, ...more }, 'flatFee')).toEqual(wrong)
  for (const reason of Object.values<string>(wrong)) {
    for (const words of [english.wrong, chinese.wrong]) expect(words).toHaveProperty(reason)
  }
})
