/**
 * Takes a checked package in: its steps are stored, its lines and files put aside, and only then all of it counts.
 *
 * Until that moment nothing has changed: whatever fails or is cancelled leaves the workspace as it was. After it, what is
 * left to do is done again at the next opening if the process ends.
 */

import { receiveBlob } from '../../../db/blobs'
import { stageChunk, stageManifest, unstage } from '../../../db/facts/exchange'
import type { OpenWorkspace } from '../../../db/open'
import type { Applied, Stored } from '../../../db/sync/types'
import type { WorkspaceContext } from '../context'
import { reconcileImports } from '../importing/reconcile'
import type { Reporter } from '../progress'
import { type Checked, namingFile } from './open-checked'
import { stopIfAborted } from './refusal'

export interface Received {
  readonly arrival: number
  readonly stored: Stored
  readonly applied: Applied
  /** Imported files whose lines count from now on. */
  readonly facts: number
  readonly attachments: number
  /** The package says that this copy's own log was longer once: it is a restored backup or a copy. */
  readonly ownLogAhead: boolean
}

/** What was put aside so far, to be dropped where the package is not taken. */
interface Aside {
  readonly manifests: string[]
  readonly chunks: string[]
  attachments: number
}

export async function takePackage(
  context: WorkspaceContext,
  checked: Checked,
  kind: 'file' | 'join',
  reporter: Reporter,
): Promise<Received> {
  const { workspace } = context.host.current()
  const { exchange } = workspace
  const { manifest } = checked.contents
  const arrival = await exchange.open({
    kind,
    name: checked.name,
    package: manifest.id,
    sender: manifest.sender.replica,
  })
  const aside: Aside = { manifests: [], chunks: [], attachments: 0 }
  let stored: Stored
  try {
    stored = await storeAll(workspace, checked, arrival, aside, reporter)
    stopIfAborted(reporter.signal)
    await exchange.settle(arrival, 'keep')
  } catch (error) {
    await exchange.settle(arrival, 'forget')
    await unstage(workspace, aside)
    throw namingFile(error, checked.file)
  }
  const contradictions = await exchange.hear([manifest.sender, ...manifest.others])
  const applied = await exchange.drain({
    onProgress: (done, total) => reporter.report({ step: 'apply', done, total }),
  })
  const { done } = await reconcileImports(context, {
    onProgress: (n, total) => reporter.report({ step: 'facts', done: n, total }),
  })
  context.host.notify(['sync', 'inbox'])
  return {
    arrival,
    stored,
    applied,
    facts: done.filter(({ action }) => action === 'published').length,
    attachments: aside.attachments,
    ownLogAhead: stored.ahead > 0 || contradictions.some(({ replica }) => replica === exchange.self),
  }
}

async function storeAll(
  workspace: OpenWorkspace,
  { reader, file, contents }: Checked,
  arrival: number,
  aside: Aside,
  { report, signal }: Reporter,
): Promise<Stored> {
  const total = { stored: 0, had: 0, rejected: 0, ahead: 0 }
  const size = (sha256: string) => contents.blobs.find((blob) => blob.sha256 === sha256)?.size ?? 0
  for await (const section of reader.sections((done, of) => report({ step: 'store', done, total: of }))) {
    stopIfAborted(signal)
    if (section.type === 'run') {
      const stored = await workspace.exchange.store(arrival, section.run)
      for (const key of ['stored', 'had', 'rejected', 'ahead'] as const) total[key] += stored[key]
    } else if (section.type === 'factManifest') {
      if ((await stageManifest(workspace, section.importId, section.body, file)) === 'staged')
        aside.manifests.push(section.importId)
    } else if (section.type === 'chunk') {
      if ((await stageChunk(workspace, section.sha256, section.bytes, file)) === 'staged')
        aside.chunks.push(section.sha256)
    } else if (section.type === 'blob') {
      const blob = { sha256: section.sha256, size: size(section.sha256) }
      if ((await receiveBlob(workspace, blob, section.pieces, { source: file })) === 'stored') aside.attachments++
    }
  }
  return total
}
