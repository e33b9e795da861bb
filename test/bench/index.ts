/** npm run bench -- [--lines N] [--rounds N] [--only X2,X9]: ratios against peers in the same run; see the table it prints. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { benchFacts } from './facts'
import { benchRoi } from './roi'
import { runStep, type StepInput } from './facts-steps'
import { printRatios, type Ratio } from './ratios'

const args = process.argv.slice(2)

function option(name: string, fallback: string): string {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? fallback : (args[at + 1] ?? fallback)
}

if (args[0] === '--step') {
  // Written by `runApart` of this very program.
  process.stdout.write(`${JSON.stringify(await runStep(args[1] ?? '', JSON.parse(args[2] ?? '{}') as StepInput))}\n`)
} else {
  const lines = Number(option('lines', '100000'))
  const rounds = Number(option('rounds', '5'))
  const only = option('only', '')
  const folder = mkdtempSync(join(tmpdir(), 'starboard-bench-'))
  const wanted = (id: string): boolean => only === '' || only.split(',').includes(id)
  try {
    const ratios: Ratio[] = []
    for (const bench of [benchFacts, benchRoi]) {
      ratios.push(...(await bench({ folder, lines, rounds, wanted })))
    }
    printRatios(ratios)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
