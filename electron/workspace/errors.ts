/**
 * What of a failure may leave the workspace process: a refusal by its code and params, a bug only by its incident number.
 *
 * No stack, no SQL and no message of a library crosses the port.
 */

import { ORPCError } from '@orpc/server'

import { AppError, type AppErrorCode, type AppErrorParams } from '../../shared/errors'
import type { Log } from './log'

/** A schema's complaint, as every Standard Schema library words it. */
interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]
}

/** The error a caller gets for `error`; a bug is written to `log` with its stack first. */
export function refusalOf(error: unknown, path: string, log: Log): ORPCError<string, unknown> {
  if (error instanceof AppError) return refuse(error.code, error.params)
  const issue = invalidInput(error)
  if (issue) return refuse('input.invalid', { path: pathOf(issue), reason: issue.message })
  if (error instanceof ORPCError && error.defined) return error
  return refuse('internal', { incident: reportBug(error, path, log) })
}

/** Writes a bug down and returns the number under which support finds it. */
export function reportBug(error: unknown, path: string, log: Log): string {
  const incident = crypto.randomUUID().slice(0, 8)
  log.error(`incident ${incident} in ${path}`, error)
  return incident
}

function refuse<C extends AppErrorCode>(code: C, params: AppErrorParams<C>): ORPCError<string, unknown> {
  return new ORPCError(code, { defined: true, message: code, data: params })
}

/** The first complaint about a call's input, or null when `error` is something else. */
function invalidInput(error: unknown): Issue | null {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return null
  // oRPC puts the issues of the schema library there, unchanged.
  return (data.issues as readonly Issue[])[0] ?? null
}

function pathOf({ path = [] }: Issue): string {
  return path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.')
}
