// npm test and npm run check: every stage in order, the first failing one ends it, then what each took.
import fs from 'node:fs'
import path from 'node:path'
import { isLinux, log, node, readJson, root, runInteractive } from '../lib/env.mjs'
import { setupForElectron, setupForNode } from '../lib/setup.mjs'
import { ensureTestPrograms, withDisplay } from '../lib/system.mjs'
import { buildApp, electronVite, playwright, tool, vitest } from '../lib/tools.mjs'
import { packageApp } from './package.mjs'

const reports = path.join(root, 'out/test-reports')
const unitReport = path.join(reports, 'unit.json')
const e2eReport = path.join(reports, 'e2e.json')
const packagedReport = path.join(reports, 'packaged.json')
// Packaging for Windows and macOS may fetch signing tools; there the release build tests it.
const PACKAGE_STAGES = isLinux ? ['package', 'packaged app'] : []

let electron

const STAGES = {
  setup: () => {
    electron = setupForElectron()
    ensureTestPrograms()
    return 0
  },
  'setup for Node': () => {
    setupForNode()
    ensureTestPrograms()
    return 0
  },
  types: () => runInteractive(node, [tool('typescript', 'tsc'), '-b']),
  lint: () => runInteractive(node, [tool('oxlint')]),
  format: () => runInteractive(node, [tool('oxfmt'), '--check']),
  'dead code': () => runInteractive(node, [tool('knip'), '--no-progress']),
  'unit, property, integration': () =>
    runInteractive(node, vitest('--reporter', 'default', '--reporter', 'json', '--outputFile.json', unitReport), {
      env: electron?.env,
    }),
  build: () => runInteractive(node, electronVite('build', '--logLevel', 'warn'), { env: electron.env }),
  'end to end': () =>
    withDisplay((display) =>
      runInteractive(node, playwright('e2e'), {
        env: { ...electron.env, ...display, STARBOARD_E2E_REPORT: e2eReport },
      }),
    ),
  package: () => packageApp(['--testable']),
  'packaged app': () =>
    withDisplay((display) =>
      runInteractive(node, playwright('e2e', 'packaged.spec'), {
        env: {
          ...electron.env,
          ...display,
          STARBOARD_E2E_REPORT: packagedReport,
          STARBOARD_PACKAGED_APP: path.join(root, 'dist/testable/linux-unpacked/starboard'),
        },
      }),
    ),
}

export function test() {
  return runStages([
    'setup',
    'types',
    'lint',
    'format',
    'dead code',
    'unit, property, integration',
    'build',
    'end to end',
    ...PACKAGE_STAGES,
  ])
}

/** What a change must pass before it is proposed: all but the window. */
export function check() {
  return runStages(['setup for Node', 'types', 'lint', 'format', 'unit, property, integration'])
}

export function testUnit(args) {
  setupForNode()
  return runInteractive(node, vitest(...args))
}

export async function testE2e(args) {
  const { env } = setupForElectron()
  await buildApp(env)
  return withDisplay((display) => runInteractive(node, playwright('e2e', ...args), { env: { ...env, ...display } }))
}

export async function screenshots(args) {
  const { env } = setupForElectron()
  await buildApp(env)
  return withDisplay((display) =>
    runInteractive(node, playwright('screenshots', ...args), { env: { ...env, ...display } }),
  )
}

async function runStages(names) {
  fs.rmSync(reports, { recursive: true, force: true })
  const done = []
  for (const name of names) {
    log(`stage: ${name}`)
    const before = performance.now()
    const code = await runStage(name)
    done.push({ name, ok: code === 0, seconds: (performance.now() - before) / 1000 })
    if (code !== 0) break
  }
  return summarise(done, names.slice(done.length))
}

/** A stage that throws is a failed stage: the summary still comes. */
async function runStage(name) {
  try {
    return await STAGES[name]()
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`)
    return 1
  }
}

function summarise(done, notRun) {
  const lines = done.map(({ name, ok, seconds }) => `  ${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
  for (const name of notRun) lines.push(`  -      ${name} (not run)`)
  const counted = [countUnit(), countE2e(e2eReport), countE2e(packagedReport)]
  const passed = sum(counted.map((count) => count.passed))
  const failed = sum(counted.map((count) => count.failed))
  const failedStage = done.find((stage) => !stage.ok)
  // A stage without single tests (types, lint) that failed still counts as one failure.
  const failures = failedStage ? Math.max(failed, 1) : failed
  const unstable = [e2eReport, packagedReport].flatMap(secondTries)
  if (unstable.length > 0) lines.push('', 'Passed at the second try only, and to be looked into:', ...unstable)
  process.stdout.write(`\n${lines.join('\n')}\n\nstarboard: ${passed} passed, ${failures} failed\n`)
  return failures === 0 ? 0 : 1
}

function countUnit() {
  if (!fs.existsSync(unitReport)) return { passed: 0, failed: 0 }
  const report = readJson(unitReport)
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

function countE2e(report) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 0 }
  const { stats } = readJson(report)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}

/** The journeys that failed once and then passed. */
function secondTries(report) {
  if (!fs.existsSync(report)) return []
  const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]
  return specsOf(readJson(report))
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line, title }) => `  ${file}:${line} ${title}`)
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
