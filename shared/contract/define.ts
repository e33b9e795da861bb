/**
 * How a procedure of the contract is written: `procedure(input, output)`, `stream(input, progress, result)`.
 *
 * Every procedure may refuse with any code of `APP_ERRORS`; nothing else crosses the port.
 */

import { eventIterator, oc } from '@orpc/contract'

import { APP_ERRORS } from '../errors'
import { z } from '../schema'

const errors = Object.fromEntries(Object.entries(APP_ERRORS).map(([code, data]) => [code, { data }]))

// Known to the program and not to its types: the whole list in the type of every procedure is more than the compiler can
// bear. Callers tell refusals by `isAppError`.
const base: typeof oc = oc.errors(errors)

/** A call with one answer. */
export function procedure<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return base.input(input).output(output)
}

/** How far a long piece of work is; `total` is null while it is not known. */
export const Progress = z.object({
  step: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  detail: z.string().optional(),
})
export type Progress = z.infer<typeof Progress>

/** Long work: yields its progress, returns its result; ending the iteration (or aborting the call) cancels it. */
export function job<I extends z.ZodType, R extends z.ZodType>(input: I, result: R) {
  return base.input(input).output(eventIterator(Progress, result))
}

/** An endless stream of news, until the caller stops listening. */
export function feed<I extends z.ZodType, E extends z.ZodType>(input: I, event: E) {
  return base.input(input).output(eventIterator(event))
}

export const Nothing = z.object({})
export const Id = z.string().min(1).max(64)
export const Currency = z.string().regex(/^[A-Z]{3}$/)
/** Integer minor units of the currency beside it. */
export const Minor = z.int()
export const Instant = z.int()

/** One page of a list: `cursor` is what the page before gave as `nextCursor`. */
export const Page = z.object({
  cursor: z.string().nullable().default(null),
  limit: z.int().min(1).max(500).default(200),
})
