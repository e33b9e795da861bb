/** Writes a package: everything that the recipient lacks, streamed, or nothing at all. */

import { randomBytes } from 'node:crypto'

import { piecesOf } from '../../../db/blobs'
import { chunksOf, factBytes, manifestOf } from '../../../db/facts/exchange'
import type { OpenWorkspace } from '../../../db/open'
import { beginSnapshot } from '../../../db/sync/snapshot'
import type { Recipient } from '../../../shared/contract/sync'
import { AppError } from '../../../shared/errors'
import { mergeVectors } from '../../../shared/sync/vector'
import type { WorkspaceContext } from '../context'
import { identityOf } from '../lookups/workspace'
import type { Reporter } from '../progress'
import { othersNews, ownNews } from './own-news'
import { type Plan, planFor } from './outgoing'
import { writePackage } from './package-writer'
import type { Content } from './sections'
import type { Manifest } from './types'

export interface ExportChoice {
  readonly to: string
  readonly recipient: Recipient
  readonly facts: boolean
  readonly attachments: boolean
  readonly partBytes?: number | undefined
  readonly plain: boolean
  readonly passphrase?: string | undefined
}

export interface Exported {
  readonly file: string
  readonly files: string[]
  readonly changes: number
  readonly facts: number
  readonly attachments: number
  readonly sizeBytes: number
}

/** Refuses with `sync.nothingToSend` when somebody whose state is known lacks nothing. */
export async function exportPackage(
  context: WorkspaceContext,
  choice: ExportChoice,
  { report, signal }: Reporter,
): Promise<Exported> {
  const { workspace } = context.host.current()
  const whole = planFor(context, choice.recipient, choice)
  // Each part can be taken by itself; what all steps add up to cannot be cut.
  const plan = { ...whole, snapshot: whole.snapshot && choice.partBytes === undefined }
  const [changes, facts, attachments] = [plan.steps, plan.facts.length, plan.attachments.length]
  const isKnown = choice.recipient.to === 'device' || choice.recipient.to === 'code'
  if (isKnown && changes + facts + attachments === 0) throw new AppError('sync.nothingToSend', {})
  const passphrase = choice.plain
    ? null
    : (choice.passphrase ?? (await context.secrets.passphrase(workspace.workspaceId)))
  // What leaves this computer must never be given another content here.
  await workspace.remember()
  const total = estimatedBytes(context, plan)
  const { files, sizeBytes } = await writePackage(choice.to, manifestFor(context, plan), contentsOf(context, plan), {
    lock: passphrase === null ? null : { passphrase },
    partBytes: choice.partBytes,
    signal,
    onProgress: (done) => report({ step: 'write', done: Math.min(done, total), total }),
  })
  return { file: files[0] ?? choice.to, files: [...files], changes, facts, attachments, sizeBytes }
}

function estimatedBytes(context: WorkspaceContext, plan: Plan): number {
  const { reader } = context.host.current().workspace
  let bytes = plan.stepBytes + 1
  for (const id of plan.facts) bytes += factBytes(reader, id)
  for (const { size } of plan.attachments) bytes += size
  return bytes
}

function manifestFor(context: WorkspaceContext, plan: Plan): Manifest {
  const opened = context.host.current()
  const { exchange, workspaceId } = opened.workspace
  return {
    workspace: workspaceId,
    workspaceName: identityOf(opened).name,
    id: randomBytes(16).toString('hex'),
    sender: ownNews(context, opened.workspace),
    others: othersNews(opened.workspace),
    needs: plan.since,
    gives: mergeVectors(plan.since, exchange.storedVector()),
    part: { k: 1, of: 1 },
    counts: { changes: plan.steps, facts: plan.facts.length, attachments: plan.attachments.length },
    snapshot: plan.snapshot,
  }
}

async function* contentsOf(context: WorkspaceContext, plan: Plan): AsyncGenerator<Content> {
  const { workspace } = context.host.current()
  const { reader } = workspace
  yield* plan.snapshot ? wholeCopy(workspace) : steps(workspace, plan)
  const sent = new Set<string>()
  for (const importId of plan.facts) {
    const body = manifestOf(reader, importId)
    if (body === null) continue
    yield { type: 'factManifest', importId, body }
    for (const { sha256, bytes } of chunksOf(reader, importId)) {
      // Two files with equal lines share their chunks.
      if (sent.has(sha256)) continue
      sent.add(sha256)
      yield { type: 'chunk', sha256, bytes }
      await pause()
    }
  }
  for (const { sha256 } of plan.attachments) {
    const blob = piecesOf(workspace, sha256)
    if (blob !== null) yield { type: 'blob', sha256, ...blob }
  }
}

async function* steps({ exchange }: OpenWorkspace, { since }: Plan): AsyncGenerator<Content> {
  for (const run of exchange.runs(since)) {
    yield { type: 'run', run }
    await pause()
  }
}

/** What all steps add up to, then the steps themselves: both of one moment. */
async function* wholeCopy(workspace: OpenWorkspace): AsyncGenerator<Content> {
  const sqlite = workspace.scratch()
  try {
    const snapshot = beginSnapshot(sqlite)
    let n = 0
    for (const bytes of snapshot.parts()) {
      if (bytes !== null) yield { type: 'snapshot', n: n++, bytes }
      await pause()
    }
    for (const run of snapshot.runs()) {
      yield { type: 'run', run }
      await pause()
    }
    snapshot.end()
  } finally {
    sqlite.close()
  }
}

/** Others are answered between two pieces of work. */
function pause(): Promise<void> {
  return new Promise(setImmediate)
}
