/** What the command line may touch: two streams, the environment, the clock, and whoever answers the contract. */

import type { ContractRouterClient } from '@orpc/contract'

import type { Contract } from '../../shared/contract'

export type Client = ContractRouterClient<Contract>

/** An answering workspace process (in this very process), and how to let go of it. */
export interface Connection {
  readonly client: Client
  close(): Promise<void>
}

/** Passed in, so that a test runs the same code without a terminal. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results only. */
  out(text: string): void
  /** Progress, warnings, failures of a person's call. */
  log(text: string): void
  /** True when `log` goes to a terminal, where a progress line may be overwritten. */
  readonly interactive: boolean
  readonly version: string
  /** Ends when the person presses Ctrl-C. */
  readonly signal: AbortSignal
  /** All of standard input, for a file named `-`. */
  readInput(): Promise<string>
  connect(): Promise<Connection>
}
