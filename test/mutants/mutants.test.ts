import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

interface Mutant {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly tests: readonly string[]
}

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const lists = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'))
const mutants = lists.flatMap((name): readonly Mutant[] => JSON.parse(read(`test/mutants/${name}`)))

test('there are mutants, each of another name', () => {
  expect(mutants.length).toBeGreaterThan(20)
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})

describe('the mistake', () => {
  test.each(mutants)('“$name” can still be made in $file', ({ file, find, replace, tests }) => {
    expect(read(file).split(find)).toHaveLength(2)
    expect(replace).not.toBe(find)
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter((one) => !existsSync(path.join(root, one)))).toEqual([])
  })
})
