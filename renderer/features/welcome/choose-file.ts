/** Choosing where a workspace is or shall be. */

import { desktop } from '../../api'

const EXTENSION = 'starboard'

/** Null when the person chose none. */
export async function chooseWorkspaceFile(title: string, kind: string): Promise<string | null> {
  const [file = null] = await desktop.chooseFiles({
    title,
    filters: [{ name: kind, extensions: [EXTENSION] }],
    many: false,
  })
  return file
}

export async function chooseNewPlace(title: string, kind: string, suggestedName: string): Promise<string | null> {
  return desktop.chooseSave({ title, suggestedName, filters: [{ name: kind, extensions: [EXTENSION] }] })
}

/** A file for `name` in `folder`, in the folder's own way of writing paths. */
export function suggestedFile(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  const safe =
    name
      .trim()
      .replaceAll(/[\\/:*?"<>|]/g, ' ')
      .trim() || 'Starboard'
  return `${folder}${separator}${safe}.${EXTENSION}`
}
