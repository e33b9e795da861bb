/** Whatever was thrown as one failure: code, sentence, details, exit code. */

import { ORPCError } from '@orpc/client'

import { APP_ERRORS, AppError, type AppErrorCode, type AppErrorParams } from '../../shared/errors'
import { exitCodeOf, messageOf } from './messages'
import { EXIT, type ExitCode } from './wording'
import { UsageError } from './usage'

export interface Failure {
  readonly code: string
  readonly message: string
  readonly details: unknown
  readonly exitCode: ExitCode
}

export function failureOf(error: unknown, cancelled: boolean): Failure {
  if (error instanceof UsageError) {
    return {
      code: 'usage',
      message: error.message,
      details: error.command === null ? {} : { command: error.command },
      exitCode: EXIT.usage,
    }
  }
  if (error instanceof AppError) {
    return known(error.code, error.params)
  }
  if (error instanceof ORPCError) {
    const refusal = fromProcedure(error)
    if (refusal) {
      return refusal
    }
  }
  if (cancelled) {
    return known('import.cancelled', {})
  }
  // The stack goes to people who ask for it; here a bug is named, not shown.
  return {
    code: 'internal',
    message: error instanceof Error ? error.message : String(error),
    details: {},
    exitCode: EXIT.failed,
  }
}

function known<C extends AppErrorCode>(code: C, params: AppErrorParams<C>): Failure {
  return { code, message: messageOf(code, params), details: params, exitCode: exitCodeOf(code) }
}

/** A refusal as it crosses the contract, or an input that did not fit it. */
function fromProcedure(error: ORPCError<string, unknown>): Failure | null {
  if (isAppErrorCode(error.code)) {
    const params = APP_ERRORS[error.code].safeParse(error.data)
    // The schema of this very code has read the data.
    return params.success ? known(error.code, params.data as AppErrorParams<typeof error.code>) : null
  }
  if (error.code === 'BAD_REQUEST') {
    const issue = firstIssue(error.data)
    return issue && known('input.invalid', issue)
  }
  return null
}

function isAppErrorCode(code: string): code is AppErrorCode {
  return Object.hasOwn(APP_ERRORS, code)
}

function firstIssue(data: unknown): { path: string; reason: string } | null {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) {
    return null
  }
  const issue: unknown = data.issues[0]
  if (typeof issue !== 'object' || issue === null || !('message' in issue)) {
    return null
  }
  const path = 'path' in issue && Array.isArray(issue.path) ? issue.path.map(String).join('.') : ''
  return { path, reason: String(issue.message) }
}
