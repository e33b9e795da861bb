/**
 * What the window remembers between visits, per workspace: the section, the shop, the period, the columns of each grid.
 *
 * Whatever is stored is checked again when it is read: an older version may have written it.
 */

import type { z } from '../../shared/schema'

let workspace = 'none'

/** From now on remember under this workspace. */
export function rememberFor(workspaceId: string): void {
  workspace = workspaceId
}

/** What was remembered, or null when there is nothing that fits `schema`. */
export function recall<S extends z.ZodType>(name: string, schema: S): z.output<S> | null {
  const text = localStorage.getItem(keyOf(name))
  if (text === null) {
    return null
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function remember(name: string, value: unknown): void {
  localStorage.setItem(keyOf(name), JSON.stringify(value))
}

function keyOf(name: string): string {
  return `starboard.${workspace}.${name}`
}
