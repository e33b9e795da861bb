/**
 * Whether a folder is copied elsewhere by a sync program. A live database there is torn apart: the program uploads
 * half-written states and brings back old ones.
 */

import fs from 'node:fs'
import path from 'node:path'

const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive(?: - .+)?$/iu, 'OneDrive'],
  [/^Dropbox(?: \(.+\))?$/iu, 'Dropbox'],
  [/^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/iu, 'iCloud Drive'],
  [/^(?:Google ?Drive(?:-.+)?|GoogleDrive-.+|My Drive|我的云端硬盘)$/iu, 'Google Drive'],
  [/^(?:Nutstore(?: Files)?|我的坚果云|坚果云)$/iu, 'Nutstore 坚果云'],
]

/** Files and folders that a sync program keeps at the top of what it copies. */
const BY_MARKER: readonly (readonly [string, string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.stignore', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.nutstore', 'Nutstore 坚果云'],
  ['.nsinfo', 'Nutstore 坚果云'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.tmp.driveupload', 'Google Drive'],
  ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
]

/** The service that copies the folder of `file`, or null. */
export function replicatingService(
  file: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const folder = realFolder(path.dirname(path.resolve(file)))
  for (const [variable, service] of [
    ['OneDrive', 'OneDrive'],
    ['OneDriveCommercial', 'OneDrive'],
    ['OneDriveConsumer', 'OneDrive'],
  ] as const) {
    const root = environment[variable]
    if (root !== undefined && root !== '' && isInside(folder, root)) return service
  }
  for (let at = folder; ; at = path.dirname(at)) {
    const service = serviceOf(at)
    if (service !== null) return service
    if (at === path.dirname(at)) return null
  }
}

function serviceOf(folder: string): string | null {
  const name = path.basename(folder)
  const named = BY_NAME.find(([pattern]) => pattern.test(name))?.[1]
  if (named !== undefined) return named
  return BY_MARKER.find(([marker]) => fs.existsSync(path.join(folder, marker)))?.[1] ?? null
}

function isInside(folder: string, root: string): boolean {
  const relative = path.relative(realFolder(root), folder)
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

function realFolder(folder: string): string {
  try {
    return fs.realpathSync.native(folder)
  } catch {
    return path.resolve(folder)
  }
}
