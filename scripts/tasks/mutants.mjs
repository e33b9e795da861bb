// npm run mutants: applies each mistake of test/mutants to a copy of the sources and shows which test it falls to.
// The sources themselves are never touched. Arguments are words; only mutants with one of them in name or file are tried.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fail, isWindows, log, node, readJson, root, run } from '../lib/env.mjs'
import { setupForNode } from '../lib/setup.mjs'
import { vitest } from '../lib/tools.mjs'

const LISTS = path.join(root, 'test/mutants')
const SOURCES = ['shared', 'db', 'electron', 'renderer', 'test', 'scripts', 'docs']
/** What properties try: few cases, always the same ones, so that a mutant that dies once dies always. */
const CASES = { STARBOARD_RUNS: '60', STARBOARD_SEED: '20260115' }
/** A mutant may turn a loop into one without end. */
const TOO_LONG_MS = 600_000

export async function mutants(words) {
  setupForNode()
  const chosen = readMutants().filter(({ name, file }) => words.every((word) => `${name} ${file}`.includes(word)))
  if (chosen.length === 0) fail('no mutant has these words in its name or file')
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'starboard-mutants-'))
  try {
    copySources(copy)
    const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))]
    log(`${tests.length} test files without any mistake`)
    const sound = await runTests(copy, tests)
    if (sound.failed !== null) fail(`without any mistake this fails already: ${sound.failed}`)
    const survivors = []
    for (const mutant of chosen) if (!(await isKilled(copy, mutant))) survivors.push(mutant.name)
    process.stdout.write(`\nstarboard: ${chosen.length - survivors.length} killed, ${survivors.length} survived\n`)
    return survivors.length === 0 ? 0 : 1
  } finally {
    fs.rmSync(copy, { recursive: true, force: true })
  }
}

export function readMutants() {
  return fs
    .readdirSync(LISTS)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => readJson(path.join(LISTS, name)))
}

function copySources(copy) {
  for (const name of fs.readdirSync(root)) {
    const from = path.join(root, name)
    if (SOURCES.includes(name) || (fs.statSync(from).isFile() && !name.startsWith('.')))
      fs.cpSync(from, path.join(copy, name), { recursive: true })
  }
  const modules = fs.realpathSync(path.join(root, 'node_modules'))
  fs.symlinkSync(modules, path.join(copy, 'node_modules'), isWindows ? 'junction' : 'dir')
}

/** Prints what the mistake fell to; false when no test noticed. */
async function isKilled(copy, { name, file, find, replace, tests }) {
  const target = path.join(copy, file)
  const source = fs.readFileSync(target, 'utf8')
  if (source.split(find).length !== 2) fail(`${name}: the piece to change is not in ${file} exactly once`)
  fs.writeFileSync(
    target,
    source.replace(find, () => replace),
  )
  const before = performance.now()
  const { failed } = await runTests(copy, tests)
  fs.writeFileSync(target, source)
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  process.stdout.write(`${failed === null ? 'SURVIVED' : 'killed  '} ${name} (${file}, ${seconds} s)\n`)
  if (failed !== null) process.stdout.write(`           by ${failed}\n`)
  return failed !== null
}

/** Answers the first test that failed, as its file and name. */
async function runTests(copy, tests) {
  const report = path.join(copy, 'mutant-report.json')
  fs.rmSync(report, { force: true })
  const args = vitest(...tests, '--bail', '1', '--reporter', 'json', '--outputFile.json', report)
  const code = await runTree(node, args, copy)
  if (code === null) return { failed: 'its own length: the tests did not come to an end' }
  if (code === 0) return { failed: null }
  if (!fs.existsSync(report)) fail(`the tests ended with code ${code} and no report`)
  for (const { name, message, assertionResults } of readJson(report).testResults) {
    const test = assertionResults.find(({ status }) => status === 'failed')
    const file = path.relative(copy, name)
    if (test !== undefined) return { failed: `${file}: ${test.fullName}` }
    // A file that cannot even be loaded notices nothing.
    if (message && assertionResults.length === 0) fail(`${file} could not be run: ${message.slice(0, 2000)}`)
  }
  fail(`the tests ended with code ${code}, and none failed`)
}

/** Runs a program to its end and answers its exit code; null when it took too long and was ended with its children. */
function runTree(cmd, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(cmd, args, { cwd, env: { ...process.env, ...CASES }, stdio: 'ignore', detached: !isWindows })
    let late = false
    const timer = setTimeout(() => {
      late = true
      if (isWindows) run('taskkill', ['/pid', String(child.pid), '/t', '/f'], { quiet: true, allowFailure: true })
      else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, TOO_LONG_MS)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(late ? null : code)
    })
  })
}
