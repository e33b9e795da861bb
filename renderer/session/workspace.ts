/** The open workspace, if any. */

import { useQuery } from '@tanstack/react-query'

import type { WorkspaceState } from '../../shared/contract/workspace'
import { orpc } from '../api'

export type OpenWorkspace = Extract<WorkspaceState, { status: 'open' }>

export function useWorkspace(): OpenWorkspace | null {
  const state = useQuery(orpc.workspace.state.queryOptions({ input: {} })).data
  return state?.status === 'open' ? state : null
}
