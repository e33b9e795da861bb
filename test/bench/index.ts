/**
 * npm run bench -- [--quick | --full | --huge] [--lines N] [--rounds N] [--only X2,X9]: ratios against peers, measured in
 * turn in one run. `--no-window` leaves out what needs a window. Default: 200,000 lines and 5 rounds; `--full` takes a million, `--huge` also five million where told.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'

import { runStep } from './apart'
import { benchCash } from './cash'
import { benchContent } from './content'
import { benchCreators } from './creators'
import { benchImporting, benchReading } from './importing'
import { benchIncome } from './income'
import { benchListing } from './listing'
import { benchPacking } from './packing'
import { sqliteCli } from './peers/sqlite'
import { printRatios, type Ratio } from './ratios'
import { benchSettlement } from './settlement'
import { benchBackup, benchOpening, benchQuestions } from './reporting'
import { benchSending } from './sending'
import { benchEditing } from './editing'
import { benchStatements } from './statements'
import { benchSyncing } from './syncing'
import { benchWindow } from './window'

const args = process.argv.slice(2)

function option(name: string, fallback: string): string {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? fallback : (args[at + 1] ?? fallback)
}

async function main(): Promise<void> {
  const huge = args.includes('--huge')
  const quick = args.includes('--quick')
  const lines = Number(option('lines', huge || args.includes('--full') ? '1000000' : quick ? '50000' : '200000'))
  const rounds = Number(option('rounds', quick ? '2' : '5'))
  const only = option('only', '')
  const folder = mkdtempSync(join(option('folder', tmpdir()), 'starboard-bench-'))
  const wanted = (id: string): boolean => only === '' || only.split(',').includes(id)
  process.stderr.write(
    `${lines} lines, ${rounds} rounds, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]?.toFixed(1)}, sqlite3 ${sqliteCli() ?? 'is not installed: X2 and X8 are left out'}\n`,
  )
  try {
    const ratios: Ratio[] = []
    const benches = [
      benchReading,
      benchImporting,
      benchQuestions,
      benchBackup,
      benchOpening,
      benchSyncing,
      benchEditing,
      benchSending,
      benchPacking,
      benchListing,
      benchCreators,
      benchContent,
      benchStatements,
      benchSettlement,
      benchIncome,
      benchCash,
    ]
    for (const bench of benches) {
      ratios.push(...bench({ folder, lines, rounds, huge, wanted }))
    }
    ratios.push(...(await benchWindow({ folder, lines, rounds, huge, wanted })))
    printRatios(ratios.filter(({ id }) => wanted(id)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (args[0] === '--step') {
  process.stdout.write(`${JSON.stringify(await runStep(args[1] ?? '', JSON.parse(args[2] ?? '{}')))}\n`)
} else {
  await main()
}
