// npm run bench: test/bench/index.ts, bundled and run in Node. Its arguments are passed through.
import fs from 'node:fs'
import path from 'node:path'
import { fail, log, node, root, runInteractive } from '../lib/env.mjs'
import { setupForElectron, setupForNode } from '../lib/setup.mjs'
import { withDisplay } from '../lib/system.mjs'
import { buildApp } from '../lib/tools.mjs'
import { bundle } from './cli.mjs'

const ENTRY = 'test/bench/index.ts'

export async function bench(args) {
  if (!fs.existsSync(path.join(root, ENTRY))) fail(`${ENTRY} is missing, so there is nothing to measure.`)
  const env = args.includes('--no-window') ? undefined : await prepareWindow()
  if (!env) setupForNode()
  const target = path.join(root, 'out/bench/index.js')
  log('building the benchmarks')
  await bundle(ENTRY, target)
  const command = ['--expose-gc', '--experimental-websocket', target, ...args]
  const measure = (more) => runInteractive(node, command, { env: { ...more, NODE_ENV: 'production' } })
  return env ? withDisplay((display) => measure({ ...env, ...display })) : measure({})
}

async function prepareWindow() {
  const { env } = setupForElectron()
  await buildApp(env)
  return env
}
