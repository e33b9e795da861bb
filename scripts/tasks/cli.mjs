// npm run -s starboard -- <noun> <verb>: the command line from a checkout. Needs no Electron and no display, says nothing
// of its own on stdout, and runs the command in this very process, so that its exit code and signals are its own.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail, log, packageDir, root } from '../lib/env.mjs'
import { buildWhenStale } from '../lib/fresh.mjs'
import { setupForNode } from '../lib/setup.mjs'

const ENTRY = 'electron/cli/index.ts'
const SOURCES = [
  'electron/cli',
  'electron/workspace',
  'db',
  'shared',
  'package.json',
  'package-lock.json',
  'scripts/tasks/cli.mjs',
]
const built = path.join(root, 'out/cli/index.js')

export async function cli(args) {
  setupForNode()
  await buildCli()
  goWhereTheCallerIs()
  process.argv = [process.argv[0], built, ...args]
  await import(pathToFileURL(built).href)
}

export async function buildCli() {
  if (!fs.existsSync(path.join(root, ENTRY))) fail(`${ENTRY} is missing, so there is no command line to run.`)
  await buildWhenStale('out/cli/.built', SOURCES, async () => {
    log('building the command line (a second or two)')
    await bundle(ENTRY, built)
  })
}

/** Bundles one entry into one file, which appears whole: another process may be running the old one. */
export async function bundle(entry, target) {
  const { build } = await import(pathToFileURL(path.join(packageDir('vite'), 'dist/node/index.js')).href)
  const outDir = `${path.dirname(target)}.tmp-${process.pid}`
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
      build: {
        ssr: path.join(root, entry),
        target: 'node20.18',
        outDir,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'index.js', codeSplitting: false } },
      },
    })
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.renameSync(path.join(outDir, 'index.js'), target)
  } finally {
    fs.rmSync(outDir, { recursive: true, force: true })
  }
}

/** npm runs scripts in the project's folder; the paths a person types are meant from where they are. */
function goWhereTheCallerIs() {
  const { npm_lifecycle_event: script, INIT_CWD: from } = process.env
  if (script === 'starboard' && from && process.cwd() === root) process.chdir(from)
}
