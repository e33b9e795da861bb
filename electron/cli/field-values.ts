/** A record's value as people type it: plain text, or JSON. */

import type { RecordRow } from '../../shared/contract/records'

type FieldValue = RecordRow[string]

/** Kinds whose values are numbers; all others keep what looks like a number as text, because ids have 19 digits. */
const NUMBER_KINDS = new Set(['integer', 'int', 'number', 'money', 'count', 'rate', 'instant'])

/** `null`, `true`, `"quoted"` and, for fields that hold numbers, `1250` are JSON; all else is text as typed. */
export function readFieldValue(text: string, kind: string | undefined): FieldValue {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return text
  }
  if (parsed === null || typeof parsed === 'string') {
    return parsed
  }
  const isNumberField = kind !== undefined && NUMBER_KINDS.has(kind)
  if (typeof parsed === 'number') {
    return isNumberField ? parsed : text
  }
  if (typeof parsed === 'boolean') {
    return kind === 'text' ? text : parsed
  }
  return text
}
