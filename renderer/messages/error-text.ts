/** The words for whatever was thrown. */

import { asAppError } from '../../shared/contract/refusal'
import { formatIn } from '../format/use-format'
import type { Language } from '../format/language'
import { ERRORS } from './catalogues'
import type { ErrorText } from './error-words'

/** A refusal of the closed list in its own words; anything else as `internal`. */
export function errorText(error: unknown, language: Language): ErrorText {
  const refusal = asAppError(error)
  // The words of a code take that code's own parameters: code and params belong together in a refusal.
  const word = ERRORS[language][refusal.code] as (params: unknown, format: ReturnType<typeof formatIn>) => ErrorText
  return word(refusal.params, formatIn(language))
}
