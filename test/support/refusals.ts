/** Telling one refusal from another in tests. */

import { AppError, type AppErrorCode } from '../../shared/errors'

/** Whether an error is the refusal `code`, with these parameters where given. */
export function isAppError(code: AppErrorCode, params?: object): (error: unknown) => boolean {
  return (error) =>
    error instanceof AppError &&
    error.code === code &&
    (params === undefined || JSON.stringify(error.params) === JSON.stringify(params))
}
