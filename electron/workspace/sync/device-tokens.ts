/** What the installation remembers of the workspace files it has opened: one small file each, outside of them. */

import fs from 'node:fs'
import path from 'node:path'

import { toAppError } from '../../../db/failures'
import type { DeviceTokens } from '../../../db/sync/types'
import { z } from '../../../shared/schema'

const Token = z.object({
  seq: z.int(),
  hash: z.string(),
  openToken: z.string(),
  path: z.string(),
  shared: z.int(),
})

/** Keeps the tokens under `home`, the folder of this installation. A damaged one counts as none: the file then begins a new life. */
export function fileTokens(home: string): DeviceTokens {
  const folder = path.join(home, 'lives')
  const fileOf = (replica: string) => path.join(folder, `${replica}.json`)
  return {
    read(replica) {
      try {
        return Token.safeParse(JSON.parse(fs.readFileSync(fileOf(replica), 'utf8'))).data ?? null
      } catch {
        return null
      }
    },
    write(replica, token) {
      try {
        fs.mkdirSync(folder, { recursive: true })
        writeDurably(fileOf(replica), `${JSON.stringify(token)}\n`)
      } catch (error) {
        fs.rmSync(partOf(fileOf(replica)), { force: true })
        throw toAppError(error, folder)
      }
    },
  }
}

function partOf(file: string): string {
  return `${file}.${process.pid}.tmp`
}

/** The old content or the new, also after a power cut. */
function writeDurably(file: string, text: string): void {
  const part = partOf(file)
  const handle = fs.openSync(part, 'w')
  try {
    fs.writeFileSync(handle, text)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  fs.renameSync(part, file)
  syncFolder(path.dirname(file))
}

/** Windows has no such call for folders; its file system keeps names durable by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
