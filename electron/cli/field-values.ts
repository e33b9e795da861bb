/** A record's value as people type it: plain text, or JSON. */

import type { RecordRow } from '../../shared/contract/records'

type FieldValue = RecordRow[string]

/** Kinds of fields that hold numbers; all others keep what looks like a number as text, because ids have 19 digits. */
const NUMBER_KINDS = new Set(['integer', 'money', 'instant'])

/** `null`, `"quoted"` and, in fields that hold them, `1250` and `true` are JSON; all else is text as typed. */
export function readFieldValue(text: string, kind: string | undefined): FieldValue {
  const parsed = parsedOrText(text)
  if (parsed === null) {
    return null
  }
  if (kind === 'json') {
    return text
  }
  const isOfKind =
    typeof parsed === 'string' ||
    (typeof parsed === 'number' && kind !== undefined && NUMBER_KINDS.has(kind)) ||
    (typeof parsed === 'boolean' && kind === 'bool')
  return isOfKind ? parsed : text
}

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
