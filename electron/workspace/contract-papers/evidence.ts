/**
 * The evidence pack of a contract: one ZIP with the very texts that were hashed, what was signed, who signed and when, the PDF with
 * its audit page, and `SHA256SUMS` over all of it. `sha256sum` over a text or a file gives the hash that the audit page shows.
 */

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'

import { blobPath } from '../../../db/blob-store'
import type { OpenWorkspace } from '../../../db/open'
import { canonicalJson } from '../../../shared/canonical-json'
import type { CheckedFacts } from './checking'
import { writeOut } from '../files/attaching'
import { type ZipPart, zipOf } from '../files/zip-write'
import { fileNames, versionName } from './evidence-names'
import { type ContractFacts, sha256 } from './facts'
import { PAPER } from './words'

export interface PackInput {
  readonly facts: ContractFacts
  readonly audit: CheckedFacts
  /** Writes the PDF with its audit page; null: no version can be printed. */
  readonly pdf: ((file: string) => Promise<unknown>) | null
}

export async function writeEvidence(workspace: OpenWorkspace, to: string, input: PackInput): Promise<{ file: string }> {
  const parts = [...texts(input.facts), ...records(input), ...signedFiles(workspace, input), ...(await printed(input))]
  const sums = parts.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join('')
  const all = [...parts, text('SHA256SUMS', sums), text('README.txt', readme(input.facts))]
  await writeOut(to, pieces(zipOf(all)))
  return { file: to }
}

const text = (name: string, content: string): ZipPart => ({ name, content: Buffer.from(content, 'utf8') })

/** As they are stored, also one whose hash does not fit: what is shown is what is there. */
function texts(facts: ContractFacts): ZipPart[] {
  return facts.versions.flatMap((one) => (one.body === null ? [] : [text(versionName(facts, one), one.body)]))
}

function records({ facts, audit }: PackInput): ZipPart[] {
  const names = fileNames(facts)
  const checked = new Map(audit.signatures.map((one) => [one.id, one]))
  const signatures = facts.signatures.map(({ id, file: _file, attachmentId: _attachment, ...said }) => ({
    ...said,
    at: new Date(said.at).toISOString(),
    file: names.get(id) ?? null,
    fileStanding: checked.get(id)?.file ?? null,
  }))
  const events = facts.steps.map(({ from, to, reason, at, person, versionId }) => ({
    from,
    to,
    reason,
    at: at === null ? null : new Date(at).toISOString(),
    person,
    versionId,
  }))
  const versions = facts.versions.map(({ id, version, sha256: hash, at, person, standing }) => ({
    id,
    version,
    sha256: hash,
    at: new Date(at).toISOString(),
    person,
    standing,
  }))
  return [text('audit.json', `${canonicalJson({ seal: audit.seal, versions, signatures, events })}\n`)]
}

/** Only those that are whole or changed: what is missing or elsewhere is said in `audit.json`. */
function signedFiles(workspace: OpenWorkspace, { facts }: PackInput): ZipPart[] {
  const names = fileNames(facts)
  const parts = new Map<string, ZipPart>()
  for (const { id, file } of facts.signatures) {
    const name = names.get(id)
    if (name === undefined || file === null || parts.has(name)) continue
    const source = blobPath(workspace.file, file.sha256)
    if (existsSync(source)) parts.set(name, { name, content: readFileSync(source) })
  }
  return [...parts.values()]
}

async function printed({ pdf }: PackInput): Promise<ZipPart[]> {
  if (pdf === null) return []
  const file = path.join(os.tmpdir(), `starboard-${randomBytes(8).toString('hex')}.pdf`)
  try {
    await pdf(file)
    return [{ name: 'contract.pdf', content: readFileSync(file) }]
  } finally {
    rmSync(file, { force: true })
  }
}

function readme({ versions }: ContractFacts): string {
  const [zh, en] = [0, 1].map((language) =>
    [PAPER.label, PAPER.meaning, PAPER.howText].map((words) => words[language] ?? '').join('\n'),
  )
  return `${zh}\n\n${en}\n\nsha256sum -c SHA256SUMS\n(${versions.length} ${PAPER.version.join(' ')})\n`
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array, void, void> {
  yield bytes
}
