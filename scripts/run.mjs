// npm start, npm test and their relatives: sets up what is missing, then runs. Node built-ins only.
import { log, SetupError } from './lib/env.mjs'
import { setup } from './lib/setup.mjs'

const TASKS = {
  setup: async () => setup(),
}

const [task = 'start', ...args] = process.argv.slice(2)
const chosen = TASKS[task]
if (!chosen) {
  log(`there is no task "${task}"; there are ${Object.keys(TASKS).join(', ')}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await chosen(args)
  } catch (error) {
    process.stderr.write(
      `\n${error instanceof SetupError || !process.env.STARBOARD_DEBUG ? error.message : error.stack}\n\n`,
    )
    process.exitCode = 1
  }
}
