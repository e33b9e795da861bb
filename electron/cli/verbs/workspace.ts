/** `workspace`: make a file, look into it, look after it. */

import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'

import { given, type Answer, type Call, type Verb } from '../command'
import { failureOf } from '../failures'
import { count, instant, shortInstant, size } from '../figures'
import { finish } from '../jobs'
import { EXIT } from '../wording'
import { facts, table } from '../table'
import { readDay } from '../values'

const DEMO_SIZES = ['small', 'agency', 'large'] as const

export const WORKSPACE_VERBS: readonly Verb[] = [
  {
    noun: 'workspace',
    verb: 'create',
    words: 'FILE',
    count: [1, 1],
    summary: 'makes a workspace',
    notes: [
      'With --demo it is filled with a made-up agency: 3 clients, 6 shops in 5 markets, 400 creators, a year of orders that ends last month; about 5,000 (small), 60,000 (agency) or 1,000,000 (large) order lines. The same seed and last day give the same data.',
    ],
    options: {
      name: { value: 'NAME', help: 'what the workspace is called; else the name of the file' },
      currency: { value: 'CODE', help: 'the currency that reports over several shops are in (ISO 4217, else USD)' },
      demo: { value: 'SIZE', oneOf: DEMO_SIZES, help: 'fill it with made-up data' },
      seed: { value: 'N', help: 'another made-up agency for another number (else 1)' },
      until: { value: 'DAY', help: 'last day of the made-up data; else the end of last month' },
    },
    workspace: 'makes',
    run: create,
  },
  {
    noun: 'workspace',
    verb: 'info',
    words: '',
    count: [0, 0],
    summary: 'says what is in a workspace',
    options: {},
    workspace: 'open',
    run: info,
  },
  {
    noun: 'workspace',
    verb: 'verify',
    words: '',
    count: [0, 0],
    summary: 'checks a workspace for damage',
    notes: [
      'Reads everything and changes nothing. Exit code 5 when a check fails; its output names the checks and what they found, ids only, so that it can be sent to support.',
    ],
    options: {},
    workspace: 'named',
    run: verify,
  },
  {
    noun: 'workspace',
    verb: 'backup',
    words: '',
    count: [0, 0],
    summary: 'writes a consistent copy, also while the workspace is in use by this command only',
    options: { to: { value: 'FILE', required: true, help: 'where the copy goes; must not exist' } },
    workspace: 'open',
    run: backup,
  },
  {
    noun: 'workspace',
    verb: 'backups',
    words: '',
    count: [0, 0],
    summary: 'lists the backups that were made by themselves',
    options: {},
    workspace: 'named',
    run: backups,
  },
  {
    noun: 'workspace',
    verb: 'restore',
    words: '',
    count: [0, 0],
    summary: 'puts a backup in place of a workspace, also of a damaged one',
    notes: ['The file as it was is kept beside it; its name is printed.'],
    options: { from: { value: 'FILE', required: true, help: 'the backup, as "workspace backups" lists it' } },
    workspace: 'named',
    run: restore,
  },
]

async function create(call: Call): Promise<Answer> {
  const { client, options, file } = call
  const name = options.text('name')
  const demo = DEMO_SIZES.find((each) => each === options.text('demo'))
  const until = options.text('until')
  const fill = {
    ...given('seed', options.whole('seed', 0)),
    ...given('until', until === undefined ? undefined : readDay(until, 'until')),
  }
  const state = await client.workspace.create({
    file,
    allowReplicated: options.has('allow-replicated'),
    ...given('name', name ?? (demo && 'Demo agency')),
    ...given('currency', options.text('currency')?.toUpperCase()),
  })
  if (state.status !== 'open') {
    throw new Error('the workspace was made but is not open')
  }
  if (demo) {
    try {
      await finish(call, 'demo', (job) => client.workspace.fillDemo({ size: demo, ...fill }, job))
    } catch (error) {
      // Half a demo agency is of use to nobody, and this very call made the file.
      await client.workspace.close({})
      await Promise.all(['', '-wal', '-shm', '.lock'].map((end) => rm(file + end, { force: true })))
      throw error
    }
  }
  const { workspaceId, replicaId } = state
  return {
    json: { file, workspaceId, replicaId },
    text: facts([
      ['file', file],
      ['name', state.name],
      ['workspace', workspaceId],
      ['replica', replicaId],
    ]),
  }
}

async function info({ client }: Call): Promise<Answer> {
  const json = await client.workspace.info({})
  const text = facts([
    ['file', json.file],
    ['name', json.name],
    ['workspace', json.workspaceId],
    ['replica', json.replicaId],
    ['format', String(json.schemaVersion)],
    ['currency', json.currency],
    ['size', size(json.sizeBytes)],
    ...Object.entries(json.counts).map(([what, number]): [string, string] => [what, count(number)]),
  ])
  return { json, text }
}

async function verify(call: Call): Promise<Answer> {
  const { client, file, options } = call
  try {
    await client.workspace.open({ file, allowReplicated: options.has('allow-replicated') })
  } catch (error) {
    const { code, message, details, exitCode } = failureOf(error, call.io.signal.aborted)
    if (exitCode !== EXIT.damaged) {
      throw error
    }
    const checks = [{ name: 'open', ok: false, detail: message }]
    return { json: { ok: false, checks, error: { code, message, details } }, text: checksText(false, checks), exitCode }
  }
  const json = await finish(call, 'verify', (job) => client.workspace.verify({}, job))
  return { json, text: checksText(json.ok, json.checks), exitCode: json.ok ? EXIT.done : EXIT.damaged }
}

/** What each check looks at; one that is not listed is shown by its name alone. */
const CHECKS: Readonly<Record<string, string>> = {
  open: 'the file can be opened',
  file: "SQLite's own check of every page and index",
  references: 'records point to records that exist',
  capture: 'no change can pass the log by',
  log: 'the log of changes is whole and in order',
  records: 'records are what the log says',
  imports: 'every imported file has its lines',
  chunks: 'the imported lines are byte for byte what was imported',
  segments: 'the merged lines are what the imported files add up to',
  rollups: 'daily sums are the sums of the lines',
  splitOrders: 'orders that span days or files are counted once',
  income: 'income lines are those of the imported files',
  attachments: 'attached files are byte for byte what was attached',
}

function checksText(
  ok: boolean,
  checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[],
): string {
  const list = table(checks, [
    { title: '', of: (check) => (check.ok ? 'ok' : 'FAILED') },
    { title: 'check', of: (check) => check.name },
    { title: 'what', of: (check) => CHECKS[check.name] ?? '' },
    { title: 'found', of: (check) => check.detail },
  ])
  const failed = checks.filter((check) => !check.ok).length
  const verdict = ok
    ? `${checks.length} checks, nothing wrong`
    : `DAMAGE FOUND: ${failed} of ${checks.length} checks failed. Keep the file, and put a backup in place: starboard workspace restore --help`
  return `${list}\n\n${verdict}`
}

async function backup(call: Call): Promise<Answer> {
  const json = await finish(call, 'backup', (job) =>
    call.client.workspace.backup({ to: resolve(call.options.needed('to')) }, job),
  )
  return {
    json,
    text: facts([
      ['file', json.file],
      ['size', size(json.sizeBytes)],
      ['sha256', json.sha256],
    ]),
  }
}

async function backups({ client, file }: Call): Promise<Answer> {
  const rows = await client.workspace.backupsOf({ file })
  const text = table(rows, [
    { title: 'made', of: (row) => shortInstant(row.at) },
    { title: 'why', of: (row) => row.reason },
    { title: 'size', of: (row) => size(row.sizeBytes), right: true },
    { title: 'file', of: (row) => row.file },
  ])
  return {
    json: { rows: rows.map((row) => ({ ...row, at: instant(row.at) })) },
    text: rows.length === 0 ? 'no backups yet' : text,
  }
}

async function restore(call: Call): Promise<Answer> {
  const { client, file, options } = call
  const from = resolve(options.needed('from'))
  const { keptAs } = await ((await opens(call))
    ? finish(call, 'restore', (job) => client.workspace.restore({ backup: from }, job))
    : finish(call, 'restore', (job) => client.workspace.restoreDamaged({ file, backup: from }, job)))
  return {
    json: { file, restored: from, keptAs },
    text: facts([
      ['file', file],
      ['now holds', from],
      ['as it was', keptAs],
    ]),
  }
}

/** False when the file is damaged, which is what a backup is for; any other refusal stands. */
async function opens({ client, file, options, io }: Call): Promise<boolean> {
  try {
    await client.workspace.open({ file, allowReplicated: options.has('allow-replicated') })
    return true
  } catch (error) {
    if (failureOf(error, io.signal.aborted).exitCode === EXIT.damaged) {
      return false
    }
    throw error
  }
}
