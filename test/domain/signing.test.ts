/** Who has signed which words, and when the seal is red. */

import { describe, expect, test } from 'vitest'

import { bothSidesSigned, contractSeal, type SealedSignature, signingBar } from '../../shared/domain/signing'

test('a contract is signed by the creator and one of agency and shop', () => {
  expect([[], ['creator'], ['agency'], ['agency', 'shop'], ['creator', 'creator']].map(bothSidesSigned)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(
    [
      ['creator', 'agency'],
      ['shop', 'creator'],
      ['agency', 'shop', 'creator'],
    ].map(bothSidesSigned),
  ).toEqual([true, true, true])
})

describe('a version', () => {
  const fine = { standing: 'whole', newest: true, signed: [], parties: ['creator'] } as const
  test.each([
    [fine, null],
    [{ ...fine, standing: 'changed' }, 'textChanged'],
    [{ ...fine, standing: 'gone' }, 'textGone'],
    [{ ...fine, newest: false }, 'notNewest'],
    [{ ...fine, signed: ['creator'] }, 'signedAlready'],
    [{ ...fine, signed: ['agency'] }, null],
    [{ ...fine, signed: ['agency'], parties: ['creator', 'agency'] }, 'signedAlready'],
    // A text that nobody wrote counts more than its age.
    [{ ...fine, standing: 'changed', newest: false }, 'textChanged'],
  ] as const)('%j may be signed unless %s', (question, bar) => {
    expect(signingBar(question)).toBe(bar)
  })
})

describe('the seal', () => {
  const whole: SealedSignature = { version: 'whole', sameHash: true, file: 'whole' }
  test.each([
    [['whole'], [], 'whole'],
    [['whole', 'gone'], [whole], 'whole'],
    [['whole'], [{ ...whole, file: null }], 'whole'],
    [['whole'], [{ ...whole, file: 'elsewhere' }], 'incomplete'],
    [['whole', 'changed'], [whole], 'broken'],
    [['whole'], [{ ...whole, file: 'changed' }], 'broken'],
    [
      ['whole'],
      [
        { ...whole, file: 'missing' },
        { ...whole, file: 'elsewhere' },
      ],
      'broken',
    ],
    [['whole'], [{ ...whole, version: null }], 'broken'],
    [['whole'], [{ ...whole, sameHash: false }], 'broken'],
  ] as const)('over texts %j and signatures %j is %s', (versions, signatures, seal) => {
    expect(contractSeal(versions, signatures)).toBe(seal)
  })
})
