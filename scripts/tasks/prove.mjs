// npm run prove and npm run simulate: the properties and the simulator for as long as wanted. See docs/sync-proof.md.
import { node, runInteractive } from '../lib/env.mjs'
import { setupForNode } from '../lib/setup.mjs'
import { vitest } from '../lib/tools.mjs'

/** `--runs N` cases in each test (2,000 by default), `--seed S` that seed only, `--only NAME` one file. */
export function prove(args) {
  const env = {
    STARBOARD_RUNS: option(args, 'runs', '2000'),
    STARBOARD_SEED: option(args, 'seed', ''),
    STARBOARD_PATH: option(args, 'path', ''),
  }
  return tests(env, `test/sync/${option(args, 'only', 'properties')}`)
}

/** `--seeds N` teams, from `--seed S` on; `--month` instead the month of three people, at its full size. */
export function simulate(args) {
  const month = args.includes('--month')
  const env = {
    STARBOARD_SEEDS: option(args, 'seeds', '400'),
    STARBOARD_SEED: option(args, 'seed', ''),
    STARBOARD_MONTH: month ? option(args, 'month', '1') : '',
  }
  return tests(env, month ? 'test/sim/month' : 'test/sim/simulator')
}

function tests(env, filter) {
  setupForNode()
  // Long runs end when they end.
  return runInteractive(node, vitest('--testTimeout', '0', '--reporter', 'verbose', filter), { env })
}

function option(args, name, fallback) {
  const at = args.indexOf(`--${name}`)
  const value = at < 0 ? undefined : args[at + 1]
  return value === undefined || value.startsWith('--') ? fallback : value
}
