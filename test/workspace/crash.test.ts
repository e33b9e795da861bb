import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { sellerLine } from '../support/exports'
import { buildScript } from '../support/child'
import { problems, sellerText, shopWorkspace } from '../support/imports'
import { orderDetails, orderLine, writeIncomeCsv } from '../support/income-files'
import { finish, newCaller, temporaryFolder } from '../support/workspace'

/*
 * A process that is killed while it imports, twenty times at moments spread at random over the whole import: the file
 * opens, holds all of the import or nothing of it, verifies, and the import can be repeated to the right figures.
 */

const KILLS = 20
const LINES = 40_000
/** Each line is of 12.99 paid, as is the one that the file holds before. */
const GMV = LINES * 1299

/** A closed workspace with one imported line, and a file of many more. */
async function prepared() {
  const workspace = await shopWorkspace()
  await workspace.run(workspace.write(sellerText([sellerLine({ 'Order ID': '577000000000000001' })])))
  const { file, shop } = workspace
  const line = (i: number) =>
    sellerLine({
      'Order ID': `5770000001000${100_000 + i}`,
      'Creator Username': `creator.${i % 3000}`,
      'Product ID': `17290000000000${1000 + (i % 700)}`,
      'Time Created': `${String((i % 27) + 1).padStart(2, '0')}/${String((i % 12) + 1).padStart(2, '0')}/2025 10:00:00`,
    })
  const many = workspace.write(sellerText(Array.from({ length: LINES }, (_, i) => line(i))))
  await workspace.client.workspace.close({})
  return { file, many, shop }
}

/** Starts the import and kills it `after` ms from its beginning (null: lets it end). Answers how long it went on, and whether it told its end. */
async function importAndKill(script: string, args: readonly string[], after: number | null) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  let begun = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
    if (begun === 0 && told.includes('begins')) {
      begun = performance.now()
      if (after !== null) {
        setTimeout(() => child.kill('SIGKILL'), after)
      }
    }
  })
  await new Promise((resolve) => child.once('close', resolve))
  return { took: performance.now() - begun, ended: told.includes('ends') }
}

type Shown = 'nothing of it' | 'all of it' | object

/** How the figures look: those of before, those with the whole import, or others, which no kill may leave. */
async function shown({ client }: ReturnType<typeof newCaller>): Promise<Shown> {
  const { orders, gmv } = (await client.roi.summary({})).now
  const { lines, imports } = (await client.workspace.info({})).counts
  const all = [orders, gmv, lines, imports].join()
  if (all === [1, 1299, 1, 1].join()) {
    return 'nothing of it'
  }
  return all === [LINES + 1, GMV + 1299, LINES + 1, 2].join() ? 'all of it' : { orders, gmv, lines, imports }
}

function copyOf(file: string, name: string): string {
  const copy = path.join(temporaryFolder(), `${name}.starboard`)
  fs.copyFileSync(file, copy)
  return copy
}

test('killed at twenty random moments of an import, the file is sound each time and the import can be repeated', async () => {
  const { file, many, shop } = await prepared()
  const script = await buildScript('test/support/import-once.ts')
  const whole = await importAndKill(script, [copyOf(file, 'whole'), many, shop.id], null)
  expect(whole.ended).toBe(true)
  const states: Shown[] = []
  for (let i = 0; i < KILLS; i += 1) {
    // A random moment of each twentieth, so that beginning, middle and end are all hit.
    const after = (whole.took * (i + Math.random())) / KILLS
    const copy = copyOf(file, `killed-${i}`)
    const { ended } = await importAndKill(script, [copy, many, shop.id], after)
    const caller = newCaller()
    await caller.client.workspace.open({ file: copy })
    const wrong = await problems(caller)
    const state = await shown(caller)
    // What was told as done must be there; anything else may be there whole or not at all.
    const allowed = ended || state === 'all of it' ? 'all of it' : 'nothing of it'
    await finish(caller.client.imports.run({ path: many, shopId: shop.id }))
    const repeated = await shown(caller)
    const moment = `${Math.round(after)} of ${Math.round(whole.took)} ms`
    expect({ moment, wrong, state, repeated }).toEqual({ moment, wrong: [], state: allowed, repeated: 'all of it' })
    states.push(state)
    await caller.client.workspace.close({})
  }
  expect(states).toContain('nothing of it')
}, 300_000)

const INCOME_KILLS = 6
/** More than two chunks, over eight months. */
const INCOME_LINES = 36_000
const INCOME_BEFORE = 3

/** A closed workspace with a small income file in it, and one of many lines. Each order brings 20.00 less 2.00 of commission. */
async function preparedIncome() {
  const workspace = await shopWorkspace()
  const line = (i: number) =>
    orderLine(
      String(577_000_000_000_000_000n + BigInt(i)),
      `2025/${String((i % 8) + 1).padStart(2, '0')}/${String((i % 27) + 1).padStart(2, '0')}`,
      '20.00',
      { 'Affiliate commission': '-2.00' },
    )
  const write = (name: string, from: number, count: number) =>
    workspace.younger(
      writeIncomeCsv(workspace.folder, name, orderDetails(Array.from({ length: count }, (_, i) => line(from + i)))),
    )
  await workspace.run(write('income_before.csv', 0, INCOME_BEFORE))
  const many = write('income_many.csv', INCOME_BEFORE, INCOME_LINES)
  const { file, shop } = workspace
  await workspace.client.workspace.close({})
  return { file, many, shop }
}

/** A hash over the imported chunks and what is merged of them, with their places in the file. */
function factsDigest({ context }: ReturnType<typeof newCaller>): string {
  const { reader } = context.host.current().workspace
  const hash = createHash('sha256')
  for (const statement of [
    'SELECT no, rows, live, content FROM fact_batches ORDER BY no',
    'SELECT batch_no, n, sha256, months FROM fact_chunks ORDER BY batch_no, n',
    'SELECT shop_no, month, lines, hex(bytes) FROM income_segments ORDER BY shop_no, month',
  ]) {
    hash.update(JSON.stringify(reader.prepare(statement).raw().all()))
  }
  return hash.digest('hex')
}

/** What the income files say, as the screen has it. */
async function incomeShown(caller: ReturnType<typeof newCaller>, shopId: string) {
  const { files, months } = await caller.client.income.overview({ shopId })
  const sum = (of: (month: (typeof months)[number]) => number | null) =>
    months.reduce((total, month) => total + (of(month) ?? 0), 0)
  return {
    files,
    lines: sum(({ lines }) => lines),
    settlement: sum(({ settlement }) => settlement),
    facts: factsDigest(caller),
  }
}

test('killed at six random moments of an income import, nothing is half written, and the import repeated gives the same facts', async () => {
  const { file, many, shop } = await preparedIncome()
  const script = await buildScript('test/support/import-once.ts')
  const opened = async (copy: string) => {
    const caller = newCaller()
    await caller.client.workspace.open({ file: copy })
    return caller
  }
  const before = await incomeShown(await opened(copyOf(file, 'before')), shop.id)
  expect(before).toMatchObject({ files: 1, lines: INCOME_BEFORE, settlement: INCOME_BEFORE * 1800 })
  const untouched = copyOf(file, 'whole')
  const whole = await importAndKill(script, [untouched, many, shop.id], null)
  expect(whole.ended).toBe(true)
  const all = await incomeShown(await opened(untouched), shop.id)
  const lines = INCOME_BEFORE + INCOME_LINES
  expect(all).toMatchObject({ files: 2, lines, settlement: lines * 1800 })
  let left = 0
  for (let i = 0; i < INCOME_KILLS; i += 1) {
    const after = (whole.took * (i + Math.random())) / INCOME_KILLS
    const copy = copyOf(file, `killed-income-${i}`)
    const { ended } = await importAndKill(script, [copy, many, shop.id], after)
    const caller = await opened(copy)
    const wrong = await problems(caller)
    const state = await incomeShown(caller, shop.id)
    const isWhole = ended || state.files === 2
    if (!isWhole) left += 1
    await finish(caller.client.imports.run({ path: many, shopId: shop.id }))
    const repeated = await incomeShown(caller, shop.id)
    const moment = `${Math.round(after)} of ${Math.round(whole.took)} ms`
    expect({ moment, wrong, state, repeated }).toEqual({
      moment,
      wrong: [],
      state: isWhole ? all : before,
      repeated: all,
    })
    await caller.client.workspace.close({})
  }
  expect(left).toBeGreaterThan(0)
}, 300_000)
