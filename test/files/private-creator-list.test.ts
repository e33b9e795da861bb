/** A real export, where one lies beside the project; it is not part of it, so elsewhere this says so and holds nothing. */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { expect, test } from 'vitest'

import { listWorkspace } from '../support/creator-lists'

const REAL = resolve(import.meta.dirname, '../../../shared/domain/samples/creator_list_US_2026-10_excerpt.csv')

test.skipIf(!existsSync(REAL))(
  'a real creator list is read whole, its parts of GMV make the GMV (skipped where ../shared is absent)',
  async () => {
    const { preview } = await listWorkspace()
    const read = await preview(REAL)
    expect(read).toMatchObject({ layout: 'creatorList.en2026', creators: 12, rejected: 0, skipped: 0 })
    expect(read.columns).not.toContain(null)
    expect(read.warnings.map(({ code }) => code)).not.toContain('partsDiffer')
    expect(read.sample.slice(0, 2).map(({ gmv, ctor, productImpressions }) => [gmv, ctor, productImpressions])).toEqual(
      [
        [13_599, 2000, 518],
        [10_624, 213, 5027],
      ],
    )
  },
)
