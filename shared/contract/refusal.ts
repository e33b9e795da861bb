/** How a caller reads what a call of the contract threw, whichever way the call went. */

import { APP_ERRORS, AppError, type AppErrorCode } from '../errors'

/**
 * `error` as a refusal of the closed list.
 *
 * A refusal that crossed a port, or came from the in-process client, is known by its code and data. Everything else
 * becomes `fallback`: `internal` unless the caller knows better.
 */
export function asAppError(
  error: unknown,
  fallback: AppError = new AppError('internal', { incident: 'unknown' }),
): AppError {
  if (error instanceof AppError) return error
  if (typeof error === 'object' && error !== null && 'code' in error && 'data' in error && isCode(error.code)) {
    const data = APP_ERRORS[error.code].safeParse(error.data)
    if (data.success) return new AppError(error.code, data.data, { cause: error })
  }
  return fallback
}

function isCode(code: unknown): code is AppErrorCode {
  return typeof code === 'string' && Object.hasOwn(APP_ERRORS, code)
}
