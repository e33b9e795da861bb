/** Choosing where a workspace is or shall be. */

import { desktop } from '../../api'
import { EXTENSION } from './suggested-file'

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
