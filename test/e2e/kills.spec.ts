/** The workspace process and the whole app killed in the middle of imports, at random moments: nothing is half-written. */

import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { orderRecords } from '../../electron/workspace/files/order-export'
import { orderRow } from '../support/exports'
import { expect, launch, newWorkspacePid, type Running, test, workspacePid } from './fixtures/app'

const LINES = 120_000
const KILLS_OF_EACH = 10

/** An export whose import tells its progress a few dozen times. */
function writeLargeExport(file: string): void {
  const [header = [], line = []] = [...orderRecords('affiliateOrders.en', 'USD', [orderRow()])]
  const orderId = line[0] ?? ''
  const text = line.join(',')
  const out = openSync(file, 'w')
  writeSync(out, `${header.join(',')}\n`)
  for (let first = 0; first < LINES; first += 2000) {
    const lines = Array.from({ length: 2000 }, (_, i) =>
      text.replace(orderId, `5770000000${String(first + i).padStart(8, '0')}`),
    )
    writeSync(out, `${lines.join('\n')}\n`)
  }
  closeSync(out)
}

/** Starts the import and answers when it has told its progress `times` times, or has ended before. */
function importUntil(page: Page, input: { path: string; shopId: string }, times: number): Promise<'running' | 'ended'> {
  return page.evaluate(
    ([file, wanted]) =>
      new Promise<'running' | 'ended'>((resolve) => {
        let told = 0
        void window.workspaceApi.imports
          .run(file)
          .then(async (job) => {
            for await (const _ of job) {
              told += 1
              if (told >= wanted) resolve('running')
            }
          })
          .catch(() => undefined)
          .finally(() => resolve('ended'))
      }),
    [input, times] as const,
  )
}

/** Every check passes, and the file's lines are there wholly or not at all; takes them back where they are. */
async function verify(page: Page): Promise<void> {
  const { checks, lines } = await page.evaluate(async () => {
    const api = window.workspaceApi
    const job = await api.workspace.verify({})
    let step = await job.next()
    while (!step.done) step = await job.next()
    const { counts } = await api.workspace.info({})
    const [batch] = (await api.imports.list({})).filter(({ live }) => live)
    if (batch) for await (const _ of await api.imports.undo({ batchId: batch.id })) continue
    return { checks: step.value.checks, lines: counts.lines }
  })
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
  expect([0, LINES]).toContain(lines)
}

/** A moment between the first word of progress and the last, another one each time. */
function randomMoment(): number {
  return 1 + Math.floor(Math.random() * 30)
}

async function prepare(page: Page, folder: string): Promise<{ file: string; input: { path: string; shopId: string } }> {
  const file = join(folder, 'agency.starboard')
  const path = join(folder, 'orders.csv')
  writeLargeExport(path)
  const shopId = await page.evaluate(async (workspace) => {
    await window.workspaceApi.workspace.create({ file: workspace, name: 'Agency' })
    return (await window.workspaceApi.shops.add({ name: 'Glow', market: 'US' })).id
  }, file)
  return { file, input: { path, shopId } }
}

test('the workspace process, killed ten times while it imports', async ({ app, page, folder }) => {
  test.setTimeout(240_000)
  const { input } = await prepare(page, folder)
  for (let round = 0; round < KILLS_OF_EACH; round += 1) {
    const moment = randomMoment()
    await test.step(`killed after ${moment} words of progress`, async () => {
      const pid = await workspacePid(app)
      await importUntil(page, input, moment)
      process.kill(pid, 'SIGKILL')
      // After a few deaths within a minute the app waits for somebody to try again: so does a person here.
      await page.evaluate(() => window.starboard.desktop('restartWorkspace', {}))
      await newWorkspacePid(app, pid)
      await verify(page)
    })
  }
})

test('the app, killed ten times while it imports', async ({ userData, folder }) => {
  test.setTimeout(300_000)
  let running: Running = await launch({ userData })
  const { file, input } = await prepare(running.page, folder)
  for (let round = 0; round < KILLS_OF_EACH; round += 1) {
    const moment = randomMoment()
    await test.step(`killed after ${moment} words of progress`, async () => {
      await importUntil(running.page, input, moment)
      const ended = new Promise((resolve) => running.app.process().once('exit', resolve))
      running.app.process().kill('SIGKILL')
      await ended
      running = await launch({ userData, args: [file] })
      // The file's lock goes with the processes that held it, which may take them a moment.
      await expect
        .poll(() =>
          running.page.evaluate(
            (workspace) =>
              window.workspaceApi.workspace.open({ file: workspace }).then(
                ({ status }) => status,
                () => 'locked',
              ),
            file,
          ),
        )
        .toBe('open')
      await verify(running.page)
    })
  }
  await running.app.close()
})
