/** `sync`: packages for colleagues, shared folders, joining. */

import { resolve } from 'node:path'

import type { ImportedPackage, Missing, PackageSummary, Recipient } from '../../../shared/contract/sync'
import { type Answer, type Call, type Option, type Verb } from '../command'
import { failureOf, type Failure } from '../failures'
import { count, instant, shortInstant, size } from '../figures'
import { finish } from '../jobs'
import { facts, table } from '../table'
import { UsageError } from '../usage'

const PASSPHRASE: Option = {
  value: 'VAR',
  help: "the environment variable that holds the team's passphrase, which never stands on a command line",
}

export const SYNC_VERBS: readonly Verb[] = [
  {
    noun: 'sync',
    verb: 'export',
    words: '',
    count: [0, 0],
    summary: 'writes a package for colleagues',
    notes: [
      'Without --for it holds everything, so that any colleague can import it and a newcomer can join from it. With --for it holds what one copy lacks: REPLICA is one of "sync status", CODE the request code that a colleague sent.',
      'With a passphrase the package is an age file that the age tool opens too; without one it is not encrypted.',
    ],
    options: {
      to: { value: 'FILE', required: true, help: 'where the package goes' },
      'passphrase-env': PASSPHRASE,
      for: { value: 'REPLICA_OR_CODE', help: 'only what this copy has not got' },
      'new-colleague': { help: 'a whole copy for somebody who has none' },
      'no-facts': { help: 'leave imported lines out' },
      'no-attachments': { help: 'leave attached files out' },
      plain: { help: 'do not encrypt, even where a passphrase is known' },
    },
    workspace: 'open',
    run: exportPackage,
  },
  {
    noun: 'sync',
    verb: 'import',
    words: 'FILE...',
    count: [1, 500],
    summary: "takes colleagues' packages in",
    notes: [
      'Each file is on its own and in any order: one that is refused changes nothing and the others are imported. What waits for an earlier package is kept; "missing" says for what.',
    ],
    options: { 'passphrase-env': PASSPHRASE },
    workspace: 'open',
    run: importPackages,
  },
  {
    noun: 'sync',
    verb: 'preview',
    words: 'FILE',
    count: [1, 1],
    summary: 'says what importing a package would do; changes nothing',
    options: { 'passphrase-env': PASSPHRASE },
    workspace: 'open',
    run: preview,
  },
  {
    noun: 'sync',
    verb: 'folder',
    words: '',
    count: [0, 0],
    summary: "exchanges with a shared folder once: takes the others' work, publishes one's own",
    notes: ['The first use makes the part of the folder that belongs to this workspace.'],
    options: { dir: { value: 'DIR', required: true, help: 'the shared folder' }, 'passphrase-env': PASSPHRASE },
    workspace: 'open',
    run: folder,
  },
  {
    noun: 'sync',
    verb: 'webdav',
    words: '',
    count: [0, 0],
    summary: 'exchanges over WebDAV; not available in this version',
    options: { url: { value: 'U', required: true, help: 'the address' } },
    workspace: 'named',
    run: () => {
      throw new UsageError(
        'WebDAV is not available in this version; use "sync folder" on a folder that is copied, or packages',
        'sync folder',
      )
    },
  },
  {
    noun: 'sync',
    verb: 'join',
    words: 'NEWFILE',
    count: [1, 1],
    summary: "makes a new colleague's copy from a package or a shared folder",
    options: {
      from: { value: 'FILE_OR_DIR', required: true, help: 'a whole package, or the shared folder' },
      'passphrase-env': PASSPHRASE,
    },
    workspace: 'makes',
    run: join,
  },
]

/** The passphrase in the named variable. */
function passphrase({ options, io }: Call): { readonly passphrase?: string } {
  const variable = options.text('passphrase-env')
  if (variable === undefined) return {}
  const value = io.env[variable]
  if (value === undefined || value === '') {
    throw new UsageError(`--passphrase-env ${variable}: there is no such variable, or it is empty`)
  }
  return { passphrase: value }
}

function recipient({ options }: Call): Recipient {
  const wanted = options.text('for')?.trim()
  const isNew = options.has('new-colleague')
  if (wanted !== undefined && isNew) {
    throw new UsageError('--for and --new-colleague exclude each other', 'sync export')
  }
  if (wanted === undefined) return { to: isNew ? 'newColleague' : 'everybody' }
  return /^[0-9a-f]{16}$/.test(wanted) ? { to: 'device', replicaId: wanted } : { to: 'code', code: wanted }
}

async function exportPackage(call: Call): Promise<Answer> {
  const { client, options } = call
  const input = {
    to: resolve(options.needed('to')),
    recipient: recipient(call),
    facts: !options.has('no-facts'),
    attachments: !options.has('no-attachments'),
    plain: options.has('plain'),
    ...passphrase(call),
  }
  const json = await finish(call, 'export', (job) => client.sync.export(input, job))
  return {
    json,
    text: facts([
      ['file', json.files.join(', ')],
      ['changes', count(json.changes)],
      ['imported files', count(json.facts)],
      ['attached files', count(json.attachments)],
      ['size', size(json.sizeBytes)],
    ]),
  }
}

type Outcome =
  | { readonly file: string; readonly result: ImportedPackage }
  | { readonly file: string; readonly failure: Failure }

async function importPackages(call: Call): Promise<Answer> {
  const { client, io, words } = call
  const secret = passphrase(call)
  const outcomes: Outcome[] = []
  for (const word of words) {
    const file = resolve(word)
    try {
      outcomes.push({ file, result: await finish(call, file, (job) => client.sync.import({ file, ...secret }, job)) })
    } catch (error) {
      const failure = failureOf(error, io.signal.aborted)
      // Only a refusal of this very file leaves the others to be done.
      if (io.signal.aborted || !/^(?:sync|attachment)\./.test(failure.code)) throw error
      outcomes.push({ file, failure })
    }
  }
  const [first] = outcomes.flatMap((each) => ('failure' in each ? [each.failure] : []))
  return {
    json: {
      files: outcomes.map((each) =>
        'failure' in each ? { file: each.file, error: errorJson(each.failure) } : { ...each.result, file: each.file },
      ),
      ...(first && { error: errorJson(first) }),
    },
    text: outcomes
      .map((each) => ('failure' in each ? `REFUSED  ${each.failure.message}` : importedText(each.file, each.result)))
      .join('\n\n'),
    ...(first && { exitCode: first.exitCode }),
  }
}

function errorJson({ code, message, details }: Failure) {
  return { code, message, details }
}

function importedText(file: string, result: ImportedPackage): string {
  const { applied, alreadyHad, conflicts, notices, facts: files, rejected } = result
  const numbers = [
    `${count(applied)} changes applied`,
    `${count(alreadyHad)} were here`,
    `${count(files)} imported files`,
    ...(rejected > 0 ? [`${count(rejected)} rejected`] : []),
  ]
  return [
    `IMPORTED  ${file}`,
    `  ${numbers.join(', ')}`,
    ...(conflicts > 0 ? [`  ${count(conflicts)} need a decision: "sync inbox"`] : []),
    ...(notices > 0 ? [`  ${count(notices)} to know of: "sync inbox"`] : []),
    ...missingText(result.missing, result.requestCode),
  ].join('\n')
}

function missingText(missing: readonly Missing[], code: string | null): string[] {
  return [
    ...missing.map(
      ({ person, replicaId, from, to }) =>
        `  waits for earlier changes of ${person === '' ? replicaId : person}: ${from} to ${to}`,
    ),
    ...(missing.length === 0 || code === null ? [] : [`  ask for them with this code: ${code}`]),
  ]
}

async function preview(call: Call): Promise<Answer> {
  const file = resolve(call.words[0] ?? '')
  const result: PackageSummary = await finish(call, 'preview', (job) =>
    call.client.sync.preview({ file, ...passphrase(call) }, job),
  )
  const { madeAt, sample, ...rest } = result
  return {
    json: {
      ...rest,
      madeAt: madeAt === null ? null : instant(madeAt),
      sample: sample.map((change) => ({ ...change, at: instant(change.at) })),
    },
    text: previewText(result),
  }
}

function previewText(result: PackageSummary): string {
  const { entities, madeAt, person, computer, missing, requestCode } = result
  const head = facts([
    ['file', result.file],
    ['from', [person, computer].filter((name) => name !== '').join(', ') || '-'],
    ['made', madeAt === null ? '-' : shortInstant(madeAt)],
    ['size', `${size(result.sizeBytes)}${result.encrypted ? ', encrypted' : ''}`],
    ['changes', `${count(result.changes)} new, ${count(result.alreadyHad)} here, ${count(result.waiting)} would wait`],
    ['decisions', count(result.decisions)],
    ['imported files', count(result.facts.filter(({ had }) => !had).length)],
    ['attached files', `${count(result.attachments)} (${size(result.attachmentsBytes)})`],
    ['free', size(result.freeBytes)],
  ])
  const kinds = table(entities, [
    { title: 'records', of: (row) => row.entity },
    { title: 'new', of: (row) => count(row.created), right: true },
    { title: 'changed', of: (row) => count(row.changed), right: true },
    { title: 'removed', of: (row) => count(row.removed), right: true },
  ])
  return [head, ...(entities.length === 0 ? [] : ['', kinds]), ...missingText(missing, requestCode)].join('\n')
}

async function folder(call: Call): Promise<Answer> {
  const { client, options } = call
  const dir = resolve(options.needed('dir'))
  const secret = passphrase(call)
  await client.sync.addFolder({ folder: dir, ...secret })
  const { published, taken } = await finish(call, 'folder', (job) =>
    client.sync.runFolder({ folder: dir, ...secret }, job),
  )
  return {
    json: { folder: dir, ...published, files: [{ ...taken, file: dir }] },
    text: [
      `PUBLISHED  ${count(published.changes)} changes, ${count(published.facts)} imported files, ${count(published.attachments)} attached files`,
      importedText(dir, taken),
    ].join('\n\n'),
  }
}

async function join(call: Call): Promise<Answer> {
  const { client, file, options } = call
  const from = resolve(options.needed('from'))
  const json = await finish(call, 'join', (job) => client.sync.join({ from, file, ...passphrase(call) }, job))
  return {
    json,
    text: facts([
      ['file', json.file],
      ['replica', json.replicaId],
    ]),
  }
}
