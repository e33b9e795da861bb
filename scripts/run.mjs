// npm start, npm test and their relatives: sets up what is missing, then runs. Node built-ins only, until that is done.
import { log } from './lib/env.mjs'

const TASKS = {
  start: async (args) => (await import('./tasks/app.mjs')).start(args),
  dev: async (args) => (await import('./tasks/app.mjs')).dev(args),
  test: async () => (await import('./tasks/test.mjs')).test(),
  'test:unit': async (args) => (await import('./tasks/test.mjs')).testUnit(args),
  'test:e2e': async (args) => (await import('./tasks/test.mjs')).testE2e(args),
  check: async () => (await import('./tasks/test.mjs')).check(),
  cli: async (args) => (await import('./tasks/cli.mjs')).cli(args),
  bench: async (args) => (await import('./tasks/bench.mjs')).bench(args),
  prove: async (args) => (await import('./tasks/prove.mjs')).prove(args),
  simulate: async (args) => (await import('./tasks/prove.mjs')).simulate(args),
  mutants: async (args) => (await import('./tasks/mutants.mjs')).mutants(args),
  screenshots: async (args) => (await import('./tasks/test.mjs')).screenshots(args),
  package: async (args) => (await import('./tasks/package.mjs')).packageApp(args),
  setup: async () => (await import('./lib/setup.mjs')).setup(),
}

const [task = 'start', ...args] = process.argv.slice(2)
const chosen = TASKS[task]
if (chosen) {
  try {
    // The command line sets the exit code itself, and may go on after this.
    const code = await chosen(args)
    if (code !== undefined) process.exitCode = code
  } catch (error) {
    // STARBOARD_DEBUG shows where a failure comes from.
    process.stderr.write(`\n${process.env.STARBOARD_DEBUG ? error.stack : error.message}\n\n`)
    process.exitCode = 1
  }
} else {
  log(`there is no task "${task}"; there are ${Object.keys(TASKS).join(', ')}`)
  process.exitCode = 2
}
