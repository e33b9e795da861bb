/** What the pages say is there is there: links, npm scripts, commands, files, and the words of the screens. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

import { VERBS } from '../../electron/cli/verbs/index'
import { roi as roiEn } from '../../renderer/messages/en/roi'
import { words as wordsEn } from '../../renderer/messages/en/words'
import { roi as roiZh } from '../../renderer/messages/zh-CN/roi'
import { words as wordsZh } from '../../renderer/messages/zh-CN/words'
import { shopWorkspace } from '../support/imports'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
]

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)

/** As GitHub names a heading: lower case, no punctuation, blanks as hyphens. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-')
}

function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => anchorOf(heading))
}

/** The links of a page that do not hold, and those that leave the project. */
function brokenLinks(page: string): string[] {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/gu)].map(
    ([, link, attribute]) => link ?? attribute ?? '',
  )
  return links.filter((link) => {
    if (/^[a-z]+:/u.test(link)) return false
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? join(root, page) : resolve(root, dirname(page), decodeURIComponent(file))
    if (!target.startsWith(root) || !existsSync(target)) return true
    return anchor !== undefined && !anchorsOf(target.slice(root.length + 1)).includes(decodeURIComponent(anchor))
  })
}

describe.each(pages)('%s', (page) => {
  test('every relative link leads to a file and heading of the project', () => {
    expect(brokenLinks(page)).toEqual([])
  })

  test('it speaks of no particular computer', () => {
    expect(read(page)).not.toMatch(/(?:^|[\s`(])\/(?:work|tmp|home|root|Users)\//u)
  })

  test('every npm script it names exists', () => {
    const named = [...read(page).matchAll(/npm (?:run (?:-s )?([\w:-]+)|(start|test))/gu)].map(
      ([, script, short]) => script ?? short ?? '',
    )
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })

  test('every command of the command line it shows exists', () => {
    const known = VERBS.map(({ noun, verb }) => (verb === '' ? noun : `${noun} ${verb}`))
    const shown = [...read(page).matchAll(/npm run -s starboard -- ([a-z]+(?: [a-z]+)?)/gu)].map(
      ([, words = '']) => words,
    )
    expect(shown.filter((words) => !known.some((name) => `${words} `.startsWith(`${name} `)))).toEqual([])
  })

  test('every file it names by its path exists', () => {
    // *blacklists* is the made-up feature of ARCHITECTURE.md.
    const named = [...read(page).matchAll(/`((?:shared|db|electron|renderer|test|scripts|docs)\/[\w./-]+)`/gu)]
      .map(([, path = '']) => path)
      .filter((path) => !path.includes('blacklists'))
    // A module may be named without its ending.
    const exists = (path: string) => existsSync(join(root, path)) || existsSync(join(root, `${path}.ts`))
    expect(named.filter((path) => !exists(path))).toEqual([])
  })
})

test('every folder in the table of ARCHITECTURE.md exists', () => {
  const table = read('ARCHITECTURE.md').matchAll(/^\| (`[^|]+`) \|/gmu)
  const cells = [...table].map(([, cell = '']) => cell.split(', ').map((name) => name.replaceAll('`', '')))
  // `electron/main`, `preload`: the second stands beside the first.
  const folders = cells.flatMap(([first = '', ...others]) => [
    first,
    ...others.map((other) => join(dirname(first), other)),
  ])
  expect(folders.length).toBeGreaterThan(8)
  expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([])
})

test('every decision is in the index of decisions', () => {
  const index = read('docs/decisions/README.md')
  const missing = readdirSync(join(root, 'docs/decisions'))
    .filter((name) => name !== 'README.md')
    .filter((name) => !index.includes(`](${name})`))
  expect(missing).toEqual([])
})

test('every table of a workspace is told in docs/workspace-file.md', () => {
  const migrations = readdirSync(join(root, 'db/migrations')).filter((name) => name.endsWith('.sql'))
  const tables = migrations.flatMap((name) =>
    [...read(`db/migrations/${name}`).matchAll(/^CREATE TABLE "?(\w+)/gmu)].map(([, table = '']) => table),
  )
  const page = read('docs/workspace-file.md')
  expect(tables.length).toBeGreaterThan(20)
  expect(tables.filter((table) => !page.includes(`\`${table}\``))).toEqual([])
})

/*
 * Sales 12.99 + 25.98 + 18.50 + 18.50 (cancelled) + 12.99 = 88.96 and a sample; half of 25.98 and all of the cancelled
 * 18.50 came back = 31.49. Row 7 says "twelve" for 18.50.
 */
test.each([
  ['affiliate-orders.en.csv', 'en', 'Payment Amount'],
  ['affiliate-orders.zh-CN.csv', 'zh', '支付金额'],
] as const)('the example %s does what the tour says', async (name, language, column) => {
  const { run, undo, total } = await shopWorkspace()
  const file = join(root, 'docs/examples', name)
  const first = await run(file)
  expect(first).toMatchObject({ language, rows: 7, inserted: 6, rejected: 1 })
  expect(first.rejects).toMatchObject([{ row: 7, column, value: 'twelve' }])
  expect(await total()).toMatchObject({ gmv: 8896, refunds: 3149, samples: 1, orders: 5 })
  const reject = first.rejects[0]!
  const corrected = await run(file, { corrections: [{ row: reject.row, column: reject.column, value: '18.50' }] })
  expect(corrected).toMatchObject({ inserted: 1, rejected: 0 })
  expect(await total()).toMatchObject({ gmv: 10_746, orders: 6 })
  await undo(corrected.batchId)
  expect(await total()).toMatchObject({ gmv: 8896 })
})

/** The glossary's row of a word in code, as its English and Chinese cells. */
function glossaryRow(code: string): readonly [string, string] {
  const row = read('docs/glossary.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find(([, , , names]) => names?.split(', ').includes(`\`${code}\``))
  return [row?.[1] ?? '', row?.[2] ?? '']
}

test('every name in code that the glossary gives is in the code', () => {
  const code = ['shared', 'db']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((name) => /\.(?:ts|sql)$/u.test(name))
    .map(read)
    .join('\n')
  const cells = read('docs/glossary.md')
    .split('\n')
    .map((line) => line.split('|')[3] ?? '')
  const names = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/gu)].map(([, name = '']) => name))
  expect(names.length).toBeGreaterThan(60)
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(code))).toEqual([])
})

test.each(Object.keys(wordsEn.status))('the glossary calls the status %s as the screens do', (status) => {
  // The keys of the very catalogue.
  const key = status as keyof typeof wordsEn.status
  const [en, zh] = glossaryRow(status)
  expect(en).toContain(wordsEn.status[key])
  expect(zh).toContain(wordsZh.status[key])
})

test.each(Object.keys(roiEn.figures))('the glossary calls the figure %s as the screens do', (figure) => {
  // The keys of the very catalogue.
  const key = figure as keyof typeof roiEn.figures
  const [en, zh] = glossaryRow(figure)
  expect(en.toLowerCase()).toContain(roiEn.figures[key].toLowerCase())
  expect(zh).toContain(roiZh.figures[key])
})
