/** How a refusal is worded and which exit code it has. */

import type { AppErrorCode, AppErrorParams } from '../../shared/errors'

export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3, locked: 4, damaged: 5, newer: 6 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export type Wording = { readonly [C in AppErrorCode]: readonly [ExitCode, (params: AppErrorParams<C>) => string] }
