/** A real workspace file in a folder of its own, with a clock that only moves when told. */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { onTestFinished } from 'vitest'

import { createWorkspace, type OpenOptions, type OpenWorkspace, openWorkspace } from '../../db/open'

export const NOON = Date.UTC(2026, 0, 15, 12)

/** A folder that goes away with the test. */
export function tempFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'starboard-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface TestWorkspace {
  readonly workspace: OpenWorkspace
  readonly file: string
  /** The injected clock. */
  readonly clock: { at: number }
  /** Closes the file and opens it again, as another start of the program. */
  reopen(options?: OpenOptions): Promise<OpenWorkspace>
}

export async function makeWorkspace(options: OpenOptions = {}): Promise<TestWorkspace> {
  const file = path.join(tempFolder(), 'agency.starboard')
  const clock = { at: NOON }
  const now = () => clock.at
  const opened: OpenWorkspace[] = [await createWorkspace(file, { now, ...options })]
  onTestFinished(() => opened.forEach((workspace) => workspace.close()))
  const current = () => opened.at(-1) as OpenWorkspace // never empty
  return {
    file,
    clock,
    get workspace() {
      return current()
    },
    reopen: async (more = {}) => {
      current().close()
      opened.push(await openWorkspace(file, { now, ...options, ...more }))
      return current()
    },
  }
}
