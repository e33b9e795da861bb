// npm run bench: test/bench/index.ts, bundled and run in Node. Its arguments are passed through.
import fs from 'node:fs'
import path from 'node:path'
import { fail, log, node, root, runInteractive } from '../lib/env.mjs'
import { setupForNode } from '../lib/setup.mjs'
import { bundle } from './cli.mjs'

const ENTRY = 'test/bench/index.ts'

export async function bench(args) {
  setupForNode()
  if (!fs.existsSync(path.join(root, ENTRY))) fail(`${ENTRY} is missing, so there is nothing to measure.`)
  const target = path.join(root, 'out/bench/index.js')
  log('building the benchmarks')
  await bundle(ENTRY, target)
  return runInteractive(node, ['--expose-gc', target, ...args], { env: { NODE_ENV: 'production' } })
}
