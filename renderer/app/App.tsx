/** The window: the workspace that is open, the page of what stood in the way, or the welcome. */

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef } from 'react'

import { desktop, onDesktopEvent, orpc } from '../api'
import { OpenProblem } from '../features/welcome/OpenProblem'
import { OpeningPage } from '../features/welcome/OpeningPage'
import { WelcomeScreen } from '../features/welcome/WelcomeScreen'
import { useText } from '../messages/i18n'
import { isPackage, lookAt } from '../session/exchange'
import { listenToKeys } from '../session/keys'
import { failedAttempt, joining, openDemo, opening, openWorkspace, reopenLast } from '../session/opening'
import { enterWorkspace, usePlace } from '../session/place'
import { useStore } from '../session/store'
import { ErrorState } from '../ui/ErrorState'
import { Loading } from '../ui/Loading'
import { Shell } from './Shell'

export function App() {
  const state = useQuery(orpc.workspace.state.queryOptions({ input: {} }))
  const attempt = useStore(failedAttempt)
  const busy = useStore(opening)
  const isJoining = useStore(joining)
  const open = state.data?.status === 'open' && !isJoining ? state.data : null
  useLaunch()
  useEffect(listenToKeys, [])
  if (busy) {
    return <OpeningPage {...busy} />
  }
  if (attempt) {
    return <OpenProblem attempt={attempt} />
  }
  if (open) {
    return <Entered key={open.workspaceId} workspaceId={open.workspaceId} />
  }
  if (state.data) {
    return <WelcomeScreen />
  }
  return state.error ? <ErrorState error={state.error} onRetry={() => void state.refetch()} /> : <Loading />
}

/** Where the person was is recalled before the first screen is drawn. */
function Entered({ workspaceId }: { readonly workspaceId: string }) {
  const entered = usePlace().workspaceId === workspaceId
  useLayoutEffect(() => enterWorkspace(workspaceId), [workspaceId])
  return entered && <Shell />
}

/** What the app was started with, and files opened with it later. */
function useLaunch(): void {
  const answers = useQueryClient()
  const name = useText('welcome')('demoName')
  const begun = useRef(false)
  useEffect(() => {
    if (!begun.current) {
      begun.current = true
      void begin(answers, name)
    }
    return onDesktopEvent((event) => {
      if (event.type === 'open') {
        void openFile(answers, event.file)
      }
    })
  }, [answers, name])
}

/** A workspace is opened, a change package looked at in the workspace that is open. */
async function openFile(answers: QueryClient, file: string): Promise<void> {
  if (isPackage(file)) {
    lookAt([file])
  } else {
    await openWorkspace(answers, file)
  }
}

async function begin(answers: QueryClient, demoName: string): Promise<void> {
  const launch = await desktop.launch({})
  if (launch.file) {
    if (isPackage(launch.file)) {
      await reopenLast(answers)
    }
    await openFile(answers, launch.file)
  } else if (launch.demo) {
    await openDemo(answers, (await desktop.places({})).demo, demoName)
  } else {
    await reopenLast(answers)
  }
}
