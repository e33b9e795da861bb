/** What a language says of each refusal of the closed list: what happened, and what to do next. */

import type { AppErrorCode, AppErrorParams } from '../../shared/errors'
import type { Format } from '../format/use-format'

export interface ErrorText {
  /** One sentence: what happened, to which file or record. */
  readonly what: string
  /** What was kept and what to do now. */
  readonly next: string
}

export type ErrorWords = { readonly [C in AppErrorCode]: (params: AppErrorParams<C>, format: Format) => ErrorText }

/** The last part of a path, whichever way its system writes paths. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path
}
