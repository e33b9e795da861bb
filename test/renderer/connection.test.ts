import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'

import { createContext } from '../../electron/workspace/create-context'
import { feedOf, os, serve } from '../../electron/workspace/serve'
import { Connection } from '../../renderer/api/connection'
import type { DesktopEvent } from '../../shared/contract/desktop'
import type { Contract } from '../../shared/contract/index'
import { AppError } from '../../shared/errors'

const ports: NodePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

/** A window without a process behind it: the test hands over ports and tells the news as main would. */
function window() {
  const page = { hear: (_event: unknown) => {} }
  const main = { tell: (_event: DesktopEvent) => {}, asked: [] as string[] }
  const bridge = {
    connect: () => void main.asked.push('connect'),
    desktop: async (call: string) => {
      main.asked.push(call)
      return { ok: true as const, value: {} }
    },
    pathOf: () => '',
    onDesktopEvent: (listener: (event: DesktopEvent) => void) => {
      main.tell = listener
      return () => {}
    },
  }
  const target = { addEventListener: (_: 'message', listener: (event: unknown) => void) => (page.hear = listener) }
  // The least of a window that the connection uses.
  const connection = new Connection(target as unknown as Window, () => bridge)
  const api: ContractRouterClient<Contract> = createORPCClient(connection.link)
  return {
    api,
    connection,
    main,
    /** Hands over a line; the other end is served, or, as with a process that died, is silent and says nothing. */
    handOver: (served: boolean) => {
      const { port1, port2 } = new MessageChannel()
      ports.push(port1, port2)
      if (served) {
        serve(port1, router, context)
        port1.start()
      }
      page.hear({ source: target, data: 'workspace.port', ports: [port2] })
      return port1
    },
  }
}

const router = {
  workspace: { state: os.workspace.state.handler(() => ({ status: 'none' as const })) },
  notices: { listen: os.notices.listen.handler(feedOf(() => () => {})) },
}
const context = createContext({ author: 'test', now: () => 0 })
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error))

test('a call made before there is a line waits for it, and asks main only once', async () => {
  const { api, main, handOver } = window()
  const answers = Promise.all([api.workspace.state({}), api.workspace.state({})])
  handOver(true)
  expect(await answers).toEqual([{ status: 'none' }, { status: 'none' }])
  expect(main.asked).toEqual(['connect'])
})

test('a call under way is refused when its line closes; the next call waits for the next line', async () => {
  const { api, connection, handOver } = window()
  const refused = api.workspace.state({}).catch(codeOf)
  const silent = handOver(false)
  // The call is on its way once the other end hears it.
  await new Promise((resolve) => silent.once('message', resolve))
  silent.close()
  expect(await refused).toBe('workspace.gone')
  expect(connection.state()).toBe('reconnecting')
  const next = api.workspace.state({})
  handOver(true)
  expect(await next).toEqual({ status: 'none' })
  expect(connection.state()).toBe('connected')
})

test('a line that died without saying so refuses its calls when the next one comes', async () => {
  const { api, handOver } = window()
  const refused = api.workspace.state({}).catch(codeOf)
  const silent = handOver(false)
  await new Promise((resolve) => silent.once('message', resolve))
  handOver(true)
  expect(await refused).toBe('workspace.gone')
  expect(await api.workspace.state({})).toEqual({ status: 'none' })
})

test('news that the process ended refuses the next step of a feed, and with it whoever listens', async () => {
  const { api, main, handOver } = window()
  const listening = api.notices.listen({})
  handOver(true)
  const feed = await listening
  const next = feed.next().catch(codeOf)
  main.tell({ type: 'workspace', state: 'waiting' })
  expect(await next).toBe('workspace.gone')
})

test('once main has given up, calls are refused at once, a port of the dead process is ignored, and retry asks main', async () => {
  const { api, connection, main, handOver } = window()
  const waiting = api.workspace.state({}).catch(codeOf)
  main.tell({ type: 'workspace', state: 'failed' })
  expect(await waiting).toBe('workspace.gone')
  handOver(false)
  expect(connection.state()).toBe('failed')
  expect(await api.workspace.state({}).catch(codeOf)).toBe('workspace.gone')
  connection.retry()
  expect(main.asked).toEqual(['connect', 'restartWorkspace'])
  handOver(true)
  expect(await api.workspace.state({})).toEqual({ status: 'none' })
})
