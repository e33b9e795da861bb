/** What importing a package would do: done for real in a transaction that is taken back, so the preview is what comes. */

import fs from 'node:fs/promises'
import path from 'node:path'

import { decodeManifest, importsHere } from '../../../db/facts/exchange'
import type { LogRun, Rehearsal, SampleChange } from '../../../db/sync/types'
import type { PackageSummary } from '../../../shared/contract/sync'
import { decodeBody, fromWire } from '../../../shared/sync/body'
import { encodeId } from '../../../shared/sync/ids'
import { columnsOf, ENTITIES, entityOf } from '../../../shared/sync/registry'
import type { WorkspaceContext } from '../context'
import { namedBy, openTitles } from '../inbox/titles'
import type { Reporter } from '../progress'
import { missingOf, requestCode } from './missing'
import { type Checked, namingFile, openChecked, type PackageChoice } from './open-checked'

export async function previewPackage(
  context: WorkspaceContext,
  choice: PackageChoice,
  reporter: Reporter,
): Promise<PackageSummary> {
  const checked = await openChecked(context, choice, {
    signal: reporter.signal,
    onProgress: (done, total) => reporter.report({ step: 'check', done, total }),
  })
  try {
    const { rehearsal, facts } = await rehearse(context, checked, reporter)
    return await summaryOf(context, checked, rehearsal, facts)
  } finally {
    await checked.reader.close()
  }
}

type Facts = PackageSummary['facts']

async function rehearse(
  context: WorkspaceContext,
  { reader, file }: Checked,
  { report, signal }: Reporter,
): Promise<{ rehearsal: Rehearsal; facts: Facts }> {
  const { workspace } = context.host.current()
  const here = new Set(importsHere(workspace.reader))
  const names = new Map<string, ImportName>()
  const facts: Facts = []
  try {
    const rehearsal = await workspace.exchange.rehearse(
      async (store) => {
        for await (const section of reader.sections()) {
          if (section.type === 'run') {
            store(section.run)
            noteImports(section.run, names)
          } else if (section.type === 'factManifest') {
            const manifest = decodeManifest(section.body)
            const name = names.get(section.importId) ?? nameHere(context, section.importId)
            facts.push({
              importId: section.importId,
              ...name,
              parts: manifest?.chunks.length ?? 0,
              had: here.has(section.importId),
            })
          }
        }
      },
      { signal, onProgress: (done, total) => report({ step: 'rehearse', done, total }) },
    )
    return { rehearsal, facts }
  } catch (error) {
    throw namingFile(error, file)
  }
}

interface ImportName {
  readonly fileName: string
  readonly rows: number
}

/** The records of imports among the steps, so that their lines can be named before they are here. */
function noteImports({ bodies }: LogRun, names: Map<string, ImportName>): void {
  const { n, columns } = ENTITIES.imports
  for (const bytes of bodies) {
    for (const op of readOps(bytes)) {
      if (op[0] !== n || op[2] !== 'i') continue
      const [fileName, rows] = [op[3][columns.fileName.n] ?? null, op[3][columns.rows.n] ?? null]
      names.set(encodeId(op[1]), { fileName: String(fromWire(fileName) ?? ''), rows: Number(fromWire(rows) ?? 0) })
    }
  }
}

/** A step of a newer app cannot be read here; it waits, and the preview says so by its count. */
function readOps(bytes: Uint8Array): ReturnType<typeof decodeBody>['ops'] {
  try {
    return decodeBody(bytes).ops
  } catch {
    return []
  }
}

function nameHere(context: WorkspaceContext, importId: string): ImportName {
  const { fields } = openTitles(context.host.current().workspace.tables)('imports', importId)
  return { fileName: String(fields?.['fileName'] ?? ''), rows: Number(fields?.['rows'] ?? 0) }
}

async function summaryOf(
  context: WorkspaceContext,
  { file, reader, contents }: Checked,
  rehearsal: Rehearsal,
  facts: Facts,
): Promise<PackageSummary> {
  const { sender } = contents.manifest
  const missing = missingOf(context, rehearsal.missing)
  return {
    file,
    person: sender.person,
    computer: sender.computer,
    madeAt: sender.wall,
    sizeBytes: reader.sizeBytes,
    encrypted: reader.encrypted,
    changes: rehearsal.stored.stored,
    alreadyHad: rehearsal.stored.had,
    waiting: rehearsal.waiting,
    entities: rehearsal.entities.map((counts) => ({ ...counts })),
    decisions: rehearsal.decisions,
    notices: rehearsal.notices,
    facts,
    attachments: contents.blobs.length,
    attachmentsBytes: contents.blobs.reduce((sum, { size }) => sum + size, 0),
    missing,
    requestCode: missing.length === 0 ? null : requestCode(context),
    parked: rehearsal.parked,
    freeBytes: await freeBytes(path.dirname(context.host.current().workspace.file)),
    sample: titled(context, rehearsal.sample),
  }
}

/** Records that the package brings have no name here yet: theirs is among the changes. */
function titled(context: WorkspaceContext, sample: readonly SampleChange[]): PackageSummary['sample'] {
  const titles = openTitles(context.host.current().workspace.tables)
  const coming = new Map<string, Record<string, string | number | null>>()
  for (const { id, field, after } of sample) coming.set(id, { ...coming.get(id), [field]: after })
  return sample.map((change) => {
    const { title, fields } = titles(change.entity, change.id)
    const known = fields ?? coming.get(change.id) ?? {}
    const named = fields === null ? namedBy(change.entity, known) || title : title
    return { ...change, title: named, currency: currencyOf(change, known) }
  })
}

/** Of a money field, what stands in the column that holds its currency. */
function currencyOf({ entity, field }: SampleChange, known: Readonly<Record<string, string | number | null>>) {
  const column = columnsOf(entityOf(entity)).find((one) => one.field === field)
  const currency = column?.currency === undefined ? null : known[column.currency]
  return typeof currency === 'string' ? currency : null
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await fs.statfs(folder)
  return bavail * bsize
}
