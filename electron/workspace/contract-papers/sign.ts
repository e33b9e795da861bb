/**
 * Names put to a version of a contract: on this screen, or on paper that came back. What was signed is kept with its hashes;
 * the signature that makes both sides complete makes the contract signed, in the same step.
 */

import { readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { type Blob, keepBlob } from '../../../db/blob-store'
import { noteBlob } from '../../../db/blobs'
import type { WritableDb } from '../../../db/database'
import { CONTRACT } from '../../../shared/domain/contracts'
import { bothSidesSigned, type SigningMethod, type SigningParty, signingBar } from '../../../shared/domain/signing'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { stepContract } from '../contracting/steps'
import { mimeOf, takeIn } from '../files/attaching'
import type { Reporter } from '../progress'
import { put, write } from '../support'
import { contractFacts, type ContractFacts, type PaperVersion, sha256 } from './facts'
import { checkPaper, isWholePng, MAX_PAPER_BYTES } from './signed-file'

export interface Signer {
  readonly party: SigningParty
  readonly signer: string
}

interface Signing {
  readonly contractId: string
  readonly versionId: string
  readonly signers: readonly Signer[]
  readonly method: SigningMethod
  readonly at: number
  readonly note: string | null
  /** Why it is signed although other paper stands in the way; '': nobody says. */
  readonly override: string
  /** What is attached with it. */
  readonly file: (Blob & { readonly name: string; readonly kind: 'signature' | 'signedPaper' }) | null
}

export interface OnScreen extends Signer {
  readonly contractId: string
  readonly versionId: string
  /** The sentence that was ticked. */
  readonly consent: string
  readonly override: string
  /** A PNG; null: signed by the typed name alone. */
  readonly drawing: Buffer | null
}

export interface OnPaper {
  readonly contractId: string
  readonly versionId: string
  readonly signers: readonly Signer[]
  /** When it was signed, UTC ms; null: nobody says, then now. */
  readonly at: number | null
  readonly override: string
  readonly path: string
}

/** A drawn line is small; what is larger is none. */
const MAX_DRAWING_BYTES = 512 * 1024

/** Signs in front of the app. Refuses as `contract.cannotSign`, `contract.guard`, `record.onHold`, `record.illegalStep`. */
export async function signOnScreen(context: WorkspaceContext, input: OnScreen): Promise<void> {
  const { contractId, versionId, party, signer, consent, override, drawing } = input
  const { workspace } = context.host.current()
  signable(contractFacts(workspace.db, contractId), versionId, [party])
  if (drawing !== null && (drawing.length > MAX_DRAWING_BYTES || !isWholePng(drawing)))
    throw new AppError('contract.cannotSign', { reason: 'badDrawing' })
  const kept = drawing === null ? null : await keepBlob(workspace.file, once(drawing))
  const file = kept && { ...kept, name: `signature-${party}.png`, kind: 'signature' as const }
  const signing = {
    contractId,
    versionId,
    signers: [{ party, signer }],
    at: context.now(),
    note: consent,
    override,
    file,
  }
  await write(context, 'contractFiles.sign', signer, (tx) => record(context, tx, { ...signing, method: 'screen' }))
}

/** Takes signed paper in. Refuses also as `contract.badPaper`, with the reason. */
export async function importPaper(context: WorkspaceContext, input: OnPaper, reporter: Reporter): Promise<void> {
  const { contractId, versionId, signers, at, override, path: source } = input
  const { workspace } = context.host.current()
  const parties = signers.map(({ party }) => party)
  const { sha256: hash } = signable(contractFacts(workspace.db, contractId), versionId, parties)
  const name = path.basename(source)
  const bad = (reason: 'tooLarge' | 'notPaper'): never => {
    throw new AppError('contract.badPaper', { file: name, reason })
  }
  // Looked at before it is read: nobody waits for a film to be told that it is none.
  if ((statSync(source, { throwIfNoEntry: false })?.size ?? 0) > MAX_PAPER_BYTES) bad('tooLarge')
  const blob = await takeIn(workspace.file, source, reporter)
  const bytes = readFileSync(source)
  if (sha256(bytes) !== blob.sha256) throw new AppError('attachment.unreadable', { file: source, reason: 'changed' })
  const check = checkPaper(bytes, hash)
  if ('fault' in check) throw new AppError('contract.badPaper', { file: name, reason: check.fault })
  reporter.checkWanted()
  const file = { ...blob, name, kind: 'signedPaper' as const }
  const signing = { contractId, versionId, signers, at: at ?? context.now(), note: null, override, file }
  const method = check.kind === 'pdf' ? 'file' : 'scan'
  await write(context, 'contractFiles.import', name, (tx) => record(context, tx, { ...signing, method }))
}

/** Refuses what cannot be signed now; inside the command too, as it may have changed meanwhile. */
function signable(facts: ContractFacts, versionId: string, parties: readonly SigningParty[]): PaperVersion {
  const { contract, versions, signatures } = facts
  const version = versions.find(({ id }) => id === versionId)
  if (version === undefined) throw new AppError('record.notFound', { entity: 'contractVersions', id: versionId })
  if (contract.hold) throw new AppError('record.onHold', { entity: 'contracts', id: contract.id })
  const { state: from } = contract
  if (from !== 'signed' && !CONTRACT.edges[from].includes('signed'))
    throw new AppError('record.illegalStep', { entity: 'contracts', id: contract.id, from, to: 'signed' })
  const signed = signatures.filter((one) => one.versionId === versionId).map(({ party }) => party)
  const reason = signingBar({ ...version, signed, parties })
  if (reason !== null) throw new AppError('contract.cannotSign', { reason })
  return version
}

function record(context: WorkspaceContext, tx: WritableDb, signing: Signing): void {
  const { contractId, versionId, signers, method, at, note, override, file } = signing
  const facts = contractFacts(tx, contractId)
  const version = signable(
    facts,
    versionId,
    signers.map(({ party }) => party),
  )
  const attachmentId = file === null ? null : attach(context, tx, contractId, file)
  for (const { party, signer } of signers)
    put(context, tx, 'contractSignatures', null, {
      contractId,
      versionId,
      party,
      signer,
      method,
      at,
      device: deviceOf(context),
      versionSha256: version.sha256,
      fileSha256: file?.sha256 ?? null,
      attachmentId,
      witness: context.author(),
      note,
    })
  const before = facts.signatures.filter((one) => one.versionId === versionId).map(({ party }) => party)
  const now = [...before, ...signers.map(({ party }) => party)]
  if (facts.contract.state !== 'signed' && bothSidesSigned(now))
    stepContract(context, tx, { id: contractId, to: 'signed', versionId, at, override })
}

function attach(
  context: WorkspaceContext,
  tx: WritableDb,
  recordId: string,
  file: NonNullable<Signing['file']>,
): string {
  const { name, kind, size, sha256: hash } = file
  noteBlob(tx.$client, file, 'here')
  const fields = { entity: 'contracts', recordId, name, mime: mimeOf(name), size, sha256: hash, kind }
  return put(context, tx, 'attachments', null, fields)
}

const SYSTEMS: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'macOS', linux: 'Linux' }
const MAX_NAME = 24

/** The system and the computer's name without its network: enough to tell devices apart, not more. */
function deviceOf(context: WorkspaceContext): string {
  const computer = context.me.name().computer.split('.')[0] ?? ''
  const system = `${SYSTEMS[os.platform()] ?? os.platform()} ${os.release().split('-')[0]}`
  return computer === '' ? system : `${system} · ${computer.slice(0, MAX_NAME)}`
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes
}
