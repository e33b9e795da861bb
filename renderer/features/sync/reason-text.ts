/** Why a folder or a file in it cannot be used, in words. */

import i18next from 'i18next'

import { EN } from '../../messages/catalogues'

/** A reason that is not known is said as such, never shown as a code. */
export function reasonText(reason: string): string {
  const known = Object.hasOwn(EN.sync.reasons, reason) ? reason : 'other'
  // Just looked up in the catalogue.
  return i18next.t(`sync:reasons.${known}` as 'sync:reasons.other')
}
