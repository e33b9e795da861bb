/** Tags: own words for a record, kept as a JSON list. */

/** The most tags of one record, and the most characters of one tag. */
const MOST_TAGS = 100
const LONGEST_TAG = 60

/** Tags as people write them in one line, parted by commas of any kind, semicolons or line breaks; each once. */
export function readTags(text: string): readonly string[] {
  const tags = text.split(/[,，、;；\n\r\t]+/).map((tag) => tag.normalize('NFC').trim().replace(/^#/, '').trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

/** The tags that a stored list holds; none where it is no list of texts. */
export function tagsOf(json: string | null): readonly string[] {
  if (json === null) return []
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.filter((tag) => typeof tag === 'string') : []
  } catch {
    return []
  }
}

export function fitsTags(tags: readonly string[]): boolean {
  return tags.length <= MOST_TAGS && tags.every((tag) => tag.length <= LONGEST_TAG)
}

/** Whether a stored text is a list of tags. */
export function isTagList(json: string): boolean {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) && list.every((tag) => typeof tag === 'string' && tag.trim() !== '') && fitsTags(list)
  } catch {
    return false
  }
}
