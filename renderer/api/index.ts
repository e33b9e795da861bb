/**
 * What the window may ask: the workspace (`api`, `orpc`) and the desktop (`desktop`).
 *
 * The workspace process may be restarted at any time: each call waits for the newest port.
 */

import { type ClientContext, createORPCClient, DynamicLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'

import type { Contract } from '../../shared/contract'
import type { DesktopCall, DesktopContract } from '../../shared/contract/desktop'
import { APP_ERRORS, type AppErrorCode, type AppErrorParams } from '../../shared/errors'
import type { z } from '../../shared/schema'

export type Api = ContractRouterClient<Contract>

export type Desktop = {
  readonly [C in DesktopCall]: (
    input: z.input<DesktopContract[C]['input']>,
  ) => Promise<z.output<DesktopContract[C]['output']>>
}

/** A refusal of the closed list, as it arrives: `data` fills the wording of `code`. */
export type Refusal = { [C in AppErrorCode]: { readonly code: C; readonly data: AppErrorParams<C> } }[AppErrorCode]

interface Host {
  readonly requestPort: () => void
  readonly call: (name: DesktopCall, input: unknown) => Promise<unknown>
}

declare global {
  interface Window {
    readonly starboard: Host
  }
}

let link: Promise<RPCLink<ClientContext>>
let give: ((link: RPCLink<ClientContext>) => void) | undefined

function waitForPort(): void {
  if (!give) {
    link = new Promise((resolve) => {
      give = resolve
    })
  }
}

waitForPort()
window.addEventListener('message', (event) => {
  const port = event.ports[0]
  if (event.source !== window || event.data !== 'workspace-port' || !port) {
    return
  }
  waitForPort()
  port.addEventListener('close', waitForPort, { once: true })
  const made = new RPCLink({ port })
  port.start()
  give?.(made)
  give = undefined
})
window.starboard?.requestPort()

export const api: Api = createORPCClient(new DynamicLink(() => link))
export const orpc = createTanstackQueryUtils(api)

// Main answers each call with what the contract says of it.
export const desktop = new Proxy(
  {},
  { get: (_, name: DesktopCall) => (input: unknown) => window.starboard.call(name, input) },
) as Desktop

export function isAppError(error: unknown): error is Error & Refusal {
  return error instanceof Error && 'code' in error && String(error.code) in APP_ERRORS
}
