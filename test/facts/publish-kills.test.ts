/** A process killed while it publishes a colleague's lines: all of the file counts or nothing of it, and it goes on. */

import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { reconcile } from '../../db/facts/reconcile'
import { openWorkspace } from '../../db/open'
import { verifyWorkspace } from '../../db/verify'
import { buildScript } from '../support/child'
import { makeWorkspace, tempFolder } from '../support/workspace-file'
import { importInto, receiveRecord, recordOf, sendLines, SHOP_A } from './replicas'
import { type File, giveLine } from './support'

const KILLS = 12
const LINES = 40_000

/** A closed workspace where some lines are known, and many more are staged that replace a part of them. */
async function staged(): Promise<string> {
  const { workspace: ana } = await makeWorkspace()
  const { workspace: bo, file } = await makeWorkspace()
  const lines = Array.from({ length: LINES }, (_, i) =>
    giveLine({
      orderId: String(577_000_000_000_000_000n + BigInt(i)),
      productId: String(1_729_000_000_000_000_000n + BigInt(i % 700)),
      creator: `creator.${i % 3000}`,
      created: Date.UTC(2025, i % 12, 1 + (i % 28)) / 1000,
    }),
  )
  const of = (id: string, some: File['lines']): File => ({
    id,
    shopId: SHOP_A,
    kind: 'affiliateOrders',
    asof: null,
    lines: some,
  })
  await importInto(bo, of('known', lines.slice(0, 100)), 1_000)
  const id = await importInto(ana, of('many', lines), 2_000)
  await receiveRecord(bo, recordOf(ana, id))
  await sendLines(ana, bo, id)
  bo.close()
  return file
}

/** Kills the process `after` ms from when it begins (null: lets it end); answers how long it went on. */
async function runAndKill(script: string, file: string, after: number | null): Promise<number> {
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let begun = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (begun === 0 && text.includes('begins')) {
      begun = performance.now()
      if (after !== null) setTimeout(() => child.kill('SIGKILL'), after)
    }
  })
  await new Promise((resolve) => child.once('close', resolve))
  return performance.now() - begun
}

test('killed at random moments of publishing, the file is sound each time, and all of it or nothing counts', async () => {
  const file = await staged()
  const script = await buildScript('test/support/reconcile-once.ts')
  const copy = (name: string): string => {
    const to = path.join(tempFolder(), `${name}.starboard`)
    fs.copyFileSync(file, to)
    return to
  }
  const whole = await runAndKill(script, copy('whole'), null)
  for (let kill = 0; kill < KILLS; kill++) {
    const to = copy(`kill-${kill}`)
    await runAndKill(script, to, (whole * (kill + Math.random())) / KILLS)
    const workspace = await openWorkspace(to)
    try {
      const lines = () => workspace.reader.prepare('SELECT sum(lines) FROM fact_segments').pluck().get()
      expect([100, LINES]).toContain(lines())
      await reconcile(workspace)
      expect(lines()).toBe(LINES)
      expect(workspace.reader.prepare('SELECT count(*) FROM fact_staged').pluck().get()).toBe(0)
      expect(workspace.reader.prepare('SELECT count(*) FROM creators').pluck().get()).toBe(3000)
      const { checks } = await verifyWorkspace(to)
      // The record came without an entry of the log, which is not what is looked at here.
      expect(checks.filter(({ ok, name }) => !ok && name !== 'records').map(({ name }) => name)).toEqual([])
    } finally {
      workspace.close()
    }
  }
}, 240_000)
