/** How the line to the workspace process is, for the banner that says so. */

import { useSyncExternalStore } from 'react'

import type { ConnectionState } from './connection'
import { connection } from './workspace'

export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state)
}
