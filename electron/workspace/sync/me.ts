/** Who sits at this computer, as colleagues see it: kept once for the installation, whatever workspace is open. */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { z } from '../../../shared/schema'

const Name = z.object({ person: z.string().min(1), computer: z.string() })
export type Name = z.infer<typeof Name>

export interface Me {
  name(): Name
  rename(name: Name): void
}

/** `person`: who it is until somebody says otherwise. Without a `home` names last as long as the process. */
export function openMe(person: string, home?: string): Me {
  const file = home === undefined ? null : path.join(home, 'person.json')
  let name = (file === null ? null : readName(file)) ?? { person, computer: os.hostname() }
  return {
    name: () => name,
    rename: (next) => {
      name = next
      if (file === null) return
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(`${file}.tmp`, `${JSON.stringify(next, null, 2)}\n`)
      fs.renameSync(`${file}.tmp`, file)
    },
  }
}

/** Null when there is none yet; a damaged file counts as none. */
function readName(file: string): Name | null {
  try {
    return Name.safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}
