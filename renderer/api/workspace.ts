/** The typed caller of everything a workspace answers, plain (`api`) and for TanStack Query (`orpc`). */

import { type Client, createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'

import type { Contract } from '../../shared/contract/index'
import { AppError, type AppErrorCode } from '../../shared/errors'
import { Connection } from './connection'

/** A refusal of the closed list; `params` fill the wording of `code`. */
export type Refusal = { [C in AppErrorCode]: AppError<C> }[AppErrorCode]

/** The contract's client, whose errors are refusals instead of oRPC's. */
type Refusing<T> =
  T extends Client<infer C, infer I, infer O, infer _E>
    ? Client<C, I, O, Refusal>
    : { readonly [K in keyof T]: Refusing<T[K]> }

export type Api = Refusing<ContractRouterClient<Contract>>

export const connection = new Connection(window, () => window.starboard)

// The connection turns every error into a refusal.
export const api = createORPCClient(connection.link) as Api
// For the developer tools and the end-to-end tests; it can do nothing that the page could not.
Object.assign(window, { workspaceApi: api })
export const orpc = createTanstackQueryUtils(api)

/** Whether `error` is a refusal; `switch (error.code)` then knows its `params`. */
export function isAppError(error: unknown): error is Refusal {
  return error instanceof AppError
}
