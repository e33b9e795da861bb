import { spawn } from 'node:child_process'
import fs from 'node:fs'

import { expect, test } from 'vitest'

import { creatorId } from '../../db/capture/derived'
import { verifyWorkspace } from '../../db/verify'
import { type Op } from '../../shared/sync/body'
import { encodeBody } from '../../shared/sync/body-writing'
import { decodeId } from '../../shared/sync/ids'
import { buildScript } from '../support/child'
import { dump, makeTeam, openReplica, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

const COLLEAGUE = 'c0'.repeat(8)
const STEPS = 6000

/** Steps of a colleague who adds a hundred creators and then edits one after the other. */
function bodies(): readonly Uint8Array[] {
  const head = { wall: NOON, flags: 0, schema: 3, minReader: 1, author: 'Wang', label: 'creators.edit', deps: null }
  const ids = Array.from({ length: 100 }, (_, i) => decodeId(creatorId(`c${i}`)))
  const births = ids.map((id, i): Op => [3, id, 'i', [`c${i}`, null, null, null, null, null, null]])
  const first = encodeBody({ ...head, hlc: NOON * 1024, ops: births })
  const edits = Array.from({ length: STEPS - 1 }, (_, i) => {
    const id = ids[i % 100] ?? new Uint8Array(16)
    return encodeBody({ ...head, hlc: NOON * 1024 + i + 1, ops: [[3, id, 'u', [5, `v${i}`]]] })
  })
  return [first, ...edits]
}

/** Runs the script; true when it was killed `after` ms from its beginning, false when it had come to its end. */
function run(script: string, file: string, after: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let ended = false
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('ends')) ended = true
      else setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.on('error', reject)
    child.on('exit', () => resolve(!ended))
  })
}

test('killed again and again while it applies what was received, a copy ends as one that never was', async () => {
  const [lan] = (await makeTeam(1)) as unknown as [TestReplica]
  const { exchange } = lan.workspace
  const arrival = await exchange.open({ kind: 'file', name: 'a', package: null, sender: null })
  await exchange.store(arrival, { replica: COLLEAGUE, from: 1, bodies: bodies() })
  await exchange.settle(arrival, 'keep')
  lan.close()
  const control = `${lan.file}.control`
  fs.copyFileSync(lan.file, control)
  const script = await buildScript('test/support/apply-all.ts')
  let kills = 0
  for (let after = 60; await run(script, lan.file, after); after += 25) kills++
  expect(kills).toBeGreaterThan(0)
  const never = await openReplica(control, 'Lan', NOON)
  await lan.reopen()
  expect(lan.workspace.exchange.vector().get(COLLEAGUE)).toBe(STEPS)
  expect(dump(lan)).toBe(dump(never))
  never.close()
  expect((await verifyWorkspace(lan.file)).checks.filter(({ ok }) => !ok)).toEqual([])
}, 120_000)
