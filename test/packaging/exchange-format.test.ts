/** docs/exchange-format.md says what packages are: its tables and its example are the code's. */

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { FrameType } from '../../electron/workspace/sync/frames'
import { openPackage } from '../../electron/workspace/sync/package-reader'
import { columnsOf, ENTITY_LIST } from '../../shared/sync/registry'
import { examplePieces, MANIFEST, RUN } from '../support/example-package'
import { legible } from '../support/packages'
import { tempFolder } from '../support/workspace-file'

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/exchange-format.md'), 'utf8')

test('the example is what the code writes, and what it reads', async () => {
  const [, block = ''] = /```hex\n([^`]+)```/u.exec(page) ?? []
  const hex = block.replaceAll(/#.*$/gmu, '').replaceAll(/\s/gu, '')
  expect(hex).toBe(Buffer.concat(examplePieces()).toString('hex'))
  const file = path.join(tempFolder(), 'example.starpack')
  writeFileSync(file, Buffer.from(hex, 'hex'))
  const reader = await openPackage(file, { passphrase: null })
  const { manifest } = await reader.verify()
  expect(legible(manifest)).toEqual(legible(MANIFEST))
  const sections: unknown[] = []
  for await (const section of reader.sections()) sections.push(legible(section))
  expect(sections[1]).toEqual(legible({ type: 'run', run: RUN }))
  await reader.close()
})

test('every table and column is listed with its number and kind', () => {
  const rows = ENTITY_LIST.map((entity) => {
    const columns = columnsOf(entity).map(
      ({ n, field, kind, merge }) => `${n} \`${field}\` ${merge === 'text' ? 'note' : kind}`,
    )
    return `| ${entity.n} | \`${entity.name}\` | ${columns.join(', ')} |`
  })
  expect(rows.filter((row) => !page.includes(row))).toEqual([])
})

test('every section is listed with its number', () => {
  const [, table = ''] = /\| Type \| Section[^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/u.exec(page) ?? []
  const listed = table.split('\n').flatMap((row) => (row === '' ? [] : [Number(row.split('|')[1])]))
  expect(listed).toEqual(Object.values(FrameType))
})
