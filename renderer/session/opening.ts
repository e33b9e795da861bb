/**
 * Opening and leaving workspaces, and what stood in the way of the last attempt.
 *
 * A refusal is kept here and shown as a page of its own, not thrown.
 */

import type { QueryClient } from '@tanstack/react-query'

import type { WorkspaceState } from '../../shared/contract/workspace'
import { api, desktop, orpc } from '../api'
import { finish } from './job'
import { createStore } from './store'

/** What was tried. `create` keeps its choices, so that it can be tried again. */
export interface Attempt {
  readonly file: string
  readonly create: { readonly name: string; readonly currency: string } | null
  readonly error: unknown
}

/** The attempt that failed, until the person leaves its page. */
export const failedAttempt = createStore<Attempt | null>(null)

/** What is being done, and how far it is as a share; null while that is not known. */
export interface Opening {
  readonly what: 'open' | 'demo'
  readonly share: number | null
}

export const opening = createStore<Opening | null>(null)

/** A copy of colleagues' workspace is being made: the file is open long before it is whole, and nobody may enter it. */
export const joining = createStore(false)

export async function openWorkspace(answers: QueryClient, file: string, allowReplicated = false): Promise<void> {
  await attempt(answers, { file, create: null }, () => api.workspace.open({ file, allowReplicated }))
}

export async function createWorkspace(
  answers: QueryClient,
  file: string,
  create: { readonly name: string; readonly currency: string },
  allowReplicated = false,
): Promise<void> {
  await attempt(answers, { file, create }, () => api.workspace.create({ file, ...create, allowReplicated }))
}

/**
 * Makes a copy of colleagues' workspace for this computer, and goes on with it. A refusal is thrown: the passphrase may be
 * wrong, and the page that asked for it asks again. `onShare` is told how far it is, null while nobody knows.
 */
export async function joinWorkspace(
  answers: QueryClient,
  order: { readonly from: string; readonly file: string; readonly passphrase?: string },
  onShare: (share: number | null) => void,
): Promise<void> {
  joining.set(true)
  try {
    await finish(await api.sync.join(order), ({ done, total }) => onShare(total ? done / total : null))
    const state = await api.workspace.state({})
    await (state.status === 'open' ? enter(answers, state) : openWorkspace(answers, order.file))
  } finally {
    joining.set(false)
  }
}

/** The demo: made once, then opened like any other file. */
export async function openDemo(answers: QueryClient, file: string, name: string): Promise<void> {
  const exists = (await desktop.recent({})).some((recent) => recent.file === file && recent.exists)
  await attempt(answers, { file, create: null }, async () => {
    if (exists) {
      return api.workspace.open({ file })
    }
    const state = await api.workspace.create({ file, name, currency: 'USD' })
    await finish(await api.workspace.fillDemo({ size: 'agency' }), ({ done, total }) =>
      opening.set({ what: 'demo', share: total ? done / total : null }),
    )
    return state
  })
}

/** Whoever closed the workspace wants to choose at the next start; whoever just quit wants to go on. */
const LEFT = 'starboard.left'

/** Goes on with the workspace that was open when the app was quit; does nothing when there is none. */
export async function reopenLast(answers: QueryClient): Promise<void> {
  const [last] = await desktop.recent({})
  const { status } = await api.workspace.state({})
  if (last?.exists && status === 'none' && localStorage.getItem(LEFT) === null) {
    await openWorkspace(answers, last.file)
  }
}

export async function closeWorkspace(answers: QueryClient): Promise<void> {
  await api.workspace.close({})
  localStorage.setItem(LEFT, 'yes')
  await takeUp(answers, { status: 'none' })
}

/** Tries the failed attempt once more, if need be also in a replicated folder. */
export async function tryAgain(
  answers: QueryClient,
  { file, create }: Attempt,
  allowReplicated = false,
): Promise<void> {
  await (create
    ? createWorkspace(answers, file, create, allowReplicated)
    : openWorkspace(answers, file, allowReplicated))
}

async function attempt(
  answers: QueryClient,
  what: Omit<Attempt, 'error'>,
  open: () => Promise<WorkspaceState>,
): Promise<void> {
  opening.set({ what: 'open', share: null })
  try {
    await enter(answers, await open())
    failedAttempt.set(null)
  } catch (error) {
    failedAttempt.set({ ...what, error })
  } finally {
    opening.set(null)
  }
}

async function enter(answers: QueryClient, state: WorkspaceState): Promise<void> {
  if (state.status === 'open') {
    await desktop.remember({ file: state.file, name: state.name })
    localStorage.removeItem(LEFT)
  }
  await takeUp(answers, state)
}

/** Forgets every answer of the workspace before. */
async function takeUp(answers: QueryClient, state: WorkspaceState): Promise<void> {
  answers.setQueryData(orpc.workspace.state.queryKey({ input: {} }), state)
  await answers.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== undefined && !isStateKey(queryKey) })
}

function isStateKey(key: readonly unknown[]): boolean {
  return JSON.stringify(key[0]) === '["workspace","state"]'
}
