/** Where a new workspace is suggested to be. */

export const EXTENSION = 'starboard'

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
