/** Watches a folder for export files that are complete. */

import fs from 'node:fs'
import path from 'node:path'

import type { Found } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import { findExport } from './find'

/** A download is complete when its size has not changed for this long. */
const SETTLED_MS = 1500

/** Sends every recognised export that appears or changes in `folder`; answers how to stop. */
export function watchFolder(context: WorkspaceContext, folder: string, send: (found: Found) => void): () => void {
  const waiting = new Map<string, NodeJS.Timeout>()
  const sent = new Set<string>()
  const watcher = fs.watch(folder, (_event, name) => {
    if (name && /\.(csv|xlsx)$/iu.test(name) && !name.startsWith('~$')) {
      settle(path.join(folder, name), -1)
    }
  })
  watcher.on('error', (error) => context.log.warn(`watching a folder ended: ${error.name}`))

  function settle(file: string, size: number): void {
    clearTimeout(waiting.get(file))
    waiting.set(
      file,
      setTimeout(() => {
        const stat = fs.statSync(file, { throwIfNoEntry: false })
        if (!stat) {
          waiting.delete(file)
        } else if (stat.size !== size) {
          settle(file, stat.size)
        } else {
          waiting.delete(file)
          void offer(file, `${file} ${stat.size} ${stat.mtimeMs}`)
        }
      }, SETTLED_MS),
    )
  }

  async function offer(file: string, identity: string): Promise<void> {
    if (sent.has(identity)) {
      return
    }
    sent.add(identity)
    try {
      const found = await findExport(context, file)
      if (found.recognised) {
        send(found)
      }
    } catch (error) {
      context.log.error('looking at a new file failed', error)
    }
  }

  return () => {
    watcher.close()
    for (const timer of waiting.values()) {
      clearTimeout(timer)
    }
  }
}
