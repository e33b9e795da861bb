/** Scripts of the tests as files that plain Node can run. */

import fs from 'node:fs'
import path from 'node:path'

import { onTestFinished } from 'vitest'
import { build } from 'vite'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Builds a script of `test/support` for a process of its own; the answer is the file to run. */
export async function buildScript(source: string): Promise<string> {
  const parent = path.join(ROOT, 'out/test')
  fs.mkdirSync(parent, { recursive: true })
  // Inside the project, so that the script finds its packages.
  const outDir = fs.mkdtempSync(path.join(parent, 'script-'))
  onTestFinished(() => fs.rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: path.join(ROOT, source),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
  })
  return path.join(outDir, 'script.mjs')
}
