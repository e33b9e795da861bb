/** The workspaces that were open lately, the last one first. */

import { access } from 'node:fs/promises'

import { RecentWorkspace } from '../../shared/contract/desktop'
import { z } from '../../shared/schema'
import { readJson, writeJson } from './json-file'

const KEPT = 12
const Stored = z.array(RecentWorkspace.omit({ exists: true }))

export interface Recent {
  list(): Promise<z.infer<typeof RecentWorkspace>[]>
  remember(file: string, name: string): void
  forget(file: string): void
}

export function openRecent(storedIn: string, now: () => number = Date.now): Recent {
  const read = () => readJson(storedIn, Stored) ?? []
  const others = (file: string) => read().filter((workspace) => workspace.file !== file)
  return {
    list: () => Promise.all(read().map(async (workspace) => ({ ...workspace, exists: await exists(workspace.file) }))),
    remember: (file, name) => writeJson(storedIn, [{ file, name, openedAt: now() }, ...others(file)].slice(0, KEPT)),
    forget: (file) => writeJson(storedIn, others(file)),
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
