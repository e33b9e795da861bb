/** Facts among colleagues: whatever is imported, taken back and sent, in whatever order, everybody has the same figures. */

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { FactsCache } from '../../db/facts/cache'
import { reconcile } from '../../db/facts/reconcile'
import { queryRoi } from '../../db/facts/roi-query'
import type { RoiShop } from '../../db/facts/types'
import { creatorId, productRecordId } from '../../db/capture/derived'
import type { OpenWorkspace } from '../../db/open'
import { verifyWorkspace } from '../../db/verify'
import { fileArbitrary } from '../facts/arbitraries'
import { naiveDays, naiveRows, storedDays, storedRows } from '../facts/merged'
import { importIdOf, openCopies, Person, SHOP_A, SHOP_B } from '../facts/replicas'
import { type File, precedenceOf } from '../facts/support'
import { prove } from './histories/prove'

const PEOPLE = 3
/** A case takes half a second and more; long runs end when they end. */
const LIMIT = process.env['STARBOARD_RUNS'] === undefined ? 300_000 : 0
const SHOPS: readonly RoiShop[] = [SHOP_A, SHOP_B].map((id) => ({
  id,
  name: id,
  clientId: null,
  clientName: '',
  market: 'US',
  currency: 'USD',
}))

const person = fc.nat(PEOPLE - 1)
const file = fc.nat(3)
const action = fc.oneof(
  fc.record({ do: fc.constant('import' as const), person, file, asof: fc.constantFrom(1_000, 2_000, 3_000) }),
  fc.record({ do: fc.constant('takeBack' as const), person, file }),
  fc.record({ do: fc.constantFrom('record' as const, 'list' as const, 'chunks' as const), person, to: person, file }),
  fc.record({ do: fc.constant('reconcile' as const), person }),
)

/** Files of two shops; products are named differently by them, or not at all. */
const files = fc
  .array(fc.tuple(fileArbitrary, fc.constantFrom('', 'Serum', 'Serum 30ml', '精华液')), { minLength: 4, maxLength: 4 })
  .map((list) =>
    list.map(([given, productName], i): File => ({
      ...given,
      id: `file-${i}`,
      shopId: given.shopId === 'shop-a' ? SHOP_A : SHOP_B,
      lines: given.lines.map((line) => ({ ...line, productName })),
    })),
  )

function expectedNames(live: readonly File[]): { creators: string[]; products: string[] } {
  const names = new Map<string, string>()
  const byBelief = live.toSorted((a, b) => (precedenceOf(a) < precedenceOf(b) ? -1 : 1))
  for (const { shopId, lines } of byBelief) {
    for (const { productId, productName } of lines) {
      const id = productRecordId(shopId, productId)
      names.set(id, productName === '' ? (names.get(id) ?? '') : productName)
    }
  }
  return {
    creators: [...new Set(live.flatMap(({ lines }) => lines.map(({ creator }) => creator)))]
      .map((handle) => `${creatorId(handle)} ${handle}`)
      .toSorted(),
    products: [...names].map(([id, name]) => `${id} ${name}`).toSorted(),
  }
}

function storedNames({ reader }: OpenWorkspace): { creators: unknown[]; products: unknown[] } {
  return {
    creators: reader.prepare(`SELECT id || ' ' || handle FROM creators ORDER BY 1`).pluck().all(),
    products: reader.prepare(`SELECT id || ' ' || name FROM products ORDER BY 1`).pluck().all(),
  }
}

function reports({ reader }: OpenWorkspace): unknown {
  const cache = new FactsCache(reader)
  return (['creator', 'product', 'shop', 'day'] as const).map((key) =>
    queryRoi(cache, { shops: SHOPS, currency: 'USD', factor: () => null, keys: [key] }),
  )
}

test(
  'any order of imports, retractions, returns, records and lines ends in the naive maximum of every key, on every copy',
  async () => {
    await prove(
      { name: 'imported lines', runs: 20 },
      fc.tuple(files, fc.array(action, { minLength: 5, maxLength: 30 })),
      async ([given, actions]) => {
        const copies = await openCopies(PEOPLE)
        const people = copies.workspaces.map((workspace, i) => new Person(i, workspace))
        try {
          for (const step of actions) {
            const who = people[step.person]!
            if (step.do === 'reconcile') await reconcile(who.workspace)
            else if (step.do === 'import') await who.import(given[step.file]!, step.asof)
            else if (step.do === 'takeBack') await who.takeBack(given[step.file]!)
            else await who.send(step.do, people[step.to]!, given[step.file]!)
          }
          for (const round of ['record', 'list', 'chunks'] as const) {
            for (const from of people) {
              for (const to of people) for (const one of given) await from.send(round, to, one)
            }
            // Records have to go round twice: the second hears what the third had told the first.
            if (round === 'record')
              for (const from of people)
                for (const to of people) for (const one of given) await from.send(round, to, one)
          }
          for (const { workspace } of people) await reconcile(workspace)

          const live = given.flatMap((one) => {
            const state = people[0]!.state(importIdOf(one))
            return state === undefined || state.deleted ? [] : [{ ...one, id: importIdOf(one), asof: state.asof }]
          })
          for (const { workspace } of people) {
            expect((await reconcile(workspace)).done).toEqual([])
            expect(storedRows(workspace.reader)).toEqual(naiveRows(live))
            expect(storedDays(workspace.reader)).toEqual(naiveDays(live))
            expect(storedNames(workspace)).toEqual(expectedNames(live))
            expect(reports(workspace)).toEqual(reports(people[0]!.workspace))
            const { checks } = await verifyWorkspace(workspace.file)
            expect(checks.filter(({ name, ok }) => !ok && name !== 'records')).toEqual([])
          }
        } finally {
          copies.close()
        }
      },
    )
  },
  LIMIT,
)
