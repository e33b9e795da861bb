import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Machine } from '../../shared/domain/machines'
import { CONTRACT } from '../../shared/domain/contracts'
import { PAYABLE } from '../../shared/domain/payables'
import { PERIOD } from '../../shared/domain/periods'
import { PAYMENT } from '../../shared/domain/payments'
import { REVIEW } from '../../shared/domain/reviews'
import { SAMPLE } from '../../shared/domain/samples'
import { foldSteps, machineOf, nextSteps, resolvedIds, type Standing, type Step } from '../../shared/sync/machine'
import { expectedStandings } from '../../shared/sync/oracle-views'

const LI = 'aaaaaaaaaaaaaaaa'
const WANG = 'bbbbbbbbbbbbbbbb'

/** `1 li planned>paid`: the step of that clock. */
function step(text: string, more: Partial<Step> = {}): Step {
  const [hlc = '', who, edge = ''] = text.split(' ')
  const [from = '', to = ''] = edge.split('>')
  return {
    id: hlc,
    replica: who === 'li' ? LI : WANG,
    seq: 1,
    hlc: Number(hlc),
    from,
    to,
    resolves: [],
    machine: 1,
    ...more,
  }
}

const fold = (...steps: readonly Step[]): Standing => foldSteps(PAYMENT, steps)
const told = ({ state, hold, contested }: Standing) => ({
  state,
  hold,
  contested: contested.map(({ step }) => step.id),
})

describe('a cost’s payment', () => {
  test('stands where the last step led, whatever the order in which steps arrive', () => {
    const steps = [step('1 li planned>approved'), step('2 wang approved>paid'), step('3 li paid>approved')]
    expect(told(fold(...steps))).toEqual({ state: 'approved', hold: null, contested: [] })
    expect(fold(...steps.toReversed())).toEqual(fold(...steps))
    expect(told(fold())).toEqual({ state: 'planned', hold: null, contested: [] })
  })

  test('is on hold when one paid it and another cancelled it, whoever was first by the clock', () => {
    const paidFirst = fold(step('1 li planned>paid'), step('2 wang planned>cancelled'))
    expect(told(paidFirst)).toEqual({ state: 'paid', hold: 'contradiction', contested: ['2'] })
    expect(paidFirst.contested[0]?.against?.id).toBe('1')
    expect(told(fold(step('2 li planned>paid'), step('1 wang planned>cancelled')))).toEqual({
      state: 'cancelled',
      hold: 'contradiction',
      contested: ['2'],
    })
  })

  test('is on hold when somebody who knew nothing of the payment took the approval back', () => {
    const steps = [step('1 li planned>approved'), step('2 li approved>paid'), step('3 wang approved>planned')]
    expect(told(fold(...steps))).toEqual({ state: 'paid', hold: 'contradiction', contested: ['3'] })
  })

  test('is not on hold when two people made the same step', () => {
    expect(told(fold(step('1 li planned>paid'), step('2 wang planned>paid')))).toEqual({
      state: 'paid',
      hold: null,
      contested: [],
    })
  })

  test('stays on hold whatever is done without naming the contested step', () => {
    const clash = [step('1 li planned>paid'), step('2 wang planned>cancelled')]
    const later = fold(...clash, step('3 li paid>approved'), step('4 li approved>planned'))
    expect(told(later)).toMatchObject({ hold: 'contradiction', contested: ['2'] })
    expect(told(fold(...clash, step('3 li paid>paid', { resolves: ['9'] })))).toMatchObject({ hold: 'contradiction' })
  })

  test('is settled by the step that names the contested one, for either outcome', () => {
    const clash = [step('1 li planned>paid'), step('2 wang planned>cancelled')]
    expect(told(fold(...clash, step('3 li paid>paid', { resolves: ['2'] })))).toEqual({
      state: 'paid',
      hold: null,
      contested: [],
    })
    expect(told(fold(...clash, step('3 li paid>cancelled', { resolves: ['2'] })))).toEqual({
      state: 'cancelled',
      hold: null,
      contested: [],
    })
  })

  test('is on hold again when two people settled it apart, one so and one so, in either order', () => {
    const clash = [step('1 li planned>paid'), step('2 wang planned>cancelled')]
    const [so, otherwise] = ['paid>paid', 'paid>cancelled']
    for (const [first, second] of [
      [so, otherwise],
      [otherwise, so],
    ]) {
      const both = [step(`3 li ${first}`, { resolves: ['2'] }), step(`4 wang ${second}`, { resolves: ['2'] })]
      expect(told(fold(...clash, ...both))).toMatchObject({ hold: 'contradiction', contested: ['4'] })
      const last = fold(...clash, ...both, step('5 li x>x', { ...edgeFrom(both[0]?.to), resolves: ['4'] }))
      expect(told(last)).toMatchObject({ state: 'cancelled', hold: null, contested: [] })
    }
  })

  test('is not settled by one who did not know of a third step', () => {
    const steps = [
      step('1 li planned>paid'),
      step('2 wang planned>cancelled'),
      step('3 wang planned>approved'),
      step('4 li paid>paid', { resolves: ['2'] }),
    ]
    expect(told(fold(...steps))).toEqual({ state: 'paid', hold: 'contradiction', contested: ['3'] })
  })

  test('takes the steps of one command, which share its clock, in the order of their ids', () => {
    const one = [step('1 li planned>approved', { id: 'a' }), step('1 li approved>paid', { id: 'b' })]
    for (const steps of [one, one.toReversed()]) {
      expect(told(fold(...steps))).toEqual({ state: 'paid', hold: null, contested: [] })
    }
  })

  test('waits for an update when a newer app made a step that this one does not know', () => {
    expect(
      told(fold(step('1 li planned>disputed', { machine: 2 }), step('2 li disputed>paid', { machine: 2 }))),
    ).toEqual({
      state: 'planned',
      hold: 'update',
      contested: [],
    })
    expect(told(fold(step('1 li cancelled>paid', { machine: 2 })))).toMatchObject({ hold: 'update' })
    expect(told(fold(step('1 li planned>paid', { machine: 2 })))).toMatchObject({ state: 'paid', hold: null })
  })

  test('counts a step once that came back from deletion and has two births', () => {
    const [first, again] = [step('1 li planned>paid'), step('1 wang planned>paid', { hlc: 9 })]
    expect(told(fold(again, first))).toEqual({ state: 'paid', hold: null, contested: [] })
  })

  test('can go on from where it stands, and from nowhere while it is on hold', () => {
    expect(nextSteps(PAYMENT, fold(step('1 li planned>paid')))).toEqual(['approved'])
    expect(nextSteps(PAYMENT, fold(step('1 li planned>paid'), step('2 wang planned>cancelled')))).toEqual([])
  })
})

/** A step that decides for `cancelled` from wherever the record stands. */
function edgeFrom(state = ''): Pick<Step, 'from' | 'to'> {
  return { from: state, to: 'cancelled' }
}

test('machines are known by name', () => {
  expect(machineOf('payment')).toBe(PAYMENT)
  expect(machineOf('sample')).toBe(SAMPLE)
  expect(machineOf('review')).toBe(REVIEW)
  expect(machineOf('contract')).toBe(CONTRACT)
  expect(machineOf('payable')).toBe(PAYABLE)
  expect(machineOf('period')).toBe(PERIOD)
  expect(machineOf('marriage')).toBeNull()
})

test('what a step settles is a list of ids, and anything else settles nothing', () => {
  expect(resolvedIds('["a","b"]')).toEqual(['a', 'b'])
  for (const broken of [null, 7, '', 'a', '{}', '["a"', '[1,null]']) expect(resolvedIds(broken)).toEqual([])
})

const MACHINES: readonly Machine[] = [PAYMENT, SAMPLE, REVIEW]

test.each(MACHINES)(
  'whatever steps of a $name people make, in any order, the standing is what the definition says',
  (machine) => {
    const states = Object.keys(machine.edges)
    const state = fc.constantFrom(...states, 'disputed')
    // Of many states two steps seldom leave the same one, unless they are legal and near the beginning.
    const legal = fc.constantFrom(
      ...Object.entries(machine.edges).flatMap(([from, all]) => all.map((to) => ({ from, to }))),
      ...Array.from({ length: 8 }, () =>
        (machine.edges[machine.initial] ?? []).map((to) => ({ from: machine.initial, to })),
      ).flat(),
    )
    const any = fc.record({
      from: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...states) }, { weight: 1, arbitrary: state }),
      to: fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...states) }, { weight: 1, arbitrary: state }),
    })
    const one = fc
      .record({
        id: fc.constantFrom(...'abcdefgh'.split('')),
        replica: fc.constantFrom(LI, WANG),
        hlc: fc.integer({ min: 1, max: 9 }),
        way: fc.oneof(legal, any),
        resolves: fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(fc.constantFrom(...'abcdefgh'.split('')), { maxLength: 3 }) },
        ),
        machine: fc.constantFrom(machine.version, machine.version, machine.version, machine.version + 1),
      })
      .map(({ way, ...step }) => ({ ...step, ...way }))
    const steps = fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 8 })
    fc.assert(
      fc.property(steps, (list) => {
        const standing = foldSteps(
          machine,
          list.map((one) => ({ ...one, seq: one.hlc })),
        )
        const cell = (shown: string | number) => ({ shown, kept: [] })
        const rows = list.map(({ id, replica, hlc, from, to, resolves, machine: version }) => {
          const cells = [cell('record'), cell(from), cell(to), cell(JSON.stringify(resolves)), cell(version)]
          return [id, { alive: true, births: [{ replica, seq: hlc, hlc }], cells }] as const
        })
        const columns = { of: 0, from: 1, to: 2, resolves: 3, machine: 4 }
        const expected = expectedStandings(new Map([[13, new Map(rows)]]), 13, columns, machine).get('record')
        expect(told(standing)).toEqual(expected ?? { state: machine.initial, hold: null, contested: [] })
      }),
      { numRuns: 2000 },
    )
  },
)
