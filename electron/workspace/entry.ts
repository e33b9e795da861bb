/**
 * The workspace process: one context for its whole life, answering on every port that main hands over.
 *
 * The only file here that knows it is a process of Electron. It keeps main told which file is open, so that after a
 * crash the next process opens the same one before it answers anybody.
 */

import { createRouterClient } from '@orpc/server'
import type { MessagePortMain } from 'electron'

import { asAppError } from '../../shared/contract/refusal'
import type { ToMain, ToWorkspace } from '../wire'
import { createContext } from './create-context'
import { reportBug } from './errors'
import { createLog } from './log'
import { router } from './router'
import { type AroundCall, serve } from './serve'
import { homeFolder } from './sync/installation'
import { startPolling } from './sync/polling'
import { portSecrets } from './sync/port-secrets'
import { openMediaDoor } from './reviewing/media-door'

/** How long work under way may take to end once the app is closing. */
const FINISH_MS = 3000
const BUSY_MS = 20

const log = createLog((entry) => tell({ type: 'log', ...entry }))
// Main names the folder of the installation.
const [home] = process.argv.slice(2)
const secrets = portSecrets(tell)
const media = openMediaDoor((offer) => tell({ type: 'media', ...offer }))
const context = createContext({ log, home: home ?? homeFolder(), secrets, media })
const own = createRouterClient(router, { context })
const ports = new Set<MessagePortMain>()
let running = 0
let idle: (() => void) | null = null

context.host.onFile((file) => tell({ type: 'file', file }))
const polling = startPolling(context)

function tell(message: ToMain): void {
  process.parentPort.postMessage(message)
}

/** Keeps count of the calls under way. */
const around: AroundCall = async (_path, next) => {
  running++
  try {
    return await next()
  } finally {
    running--
    if (running === 0) idle?.()
  }
}

function connect(port: MessagePortMain): void {
  ports.add(port)
  port.on('close', () => ports.delete(port))
  serve(port, router, context, around)
  port.start()
}

async function reopen(file: string): Promise<void> {
  try {
    // It was open in this place a moment ago: the person has been warned, or there was nothing to warn of.
    await own.workspace.open({ file, allowReplicated: true })
  } catch (error) {
    reportBug(error, 'reopen', log)
    tell({ type: 'file', file: null })
  }
  tell({ type: 'reopened' })
}

async function close(): Promise<void> {
  polling.stop()
  for (const port of ports) {
    port.close()
    // The other end's `close` does not come for a port we closed ourselves; it is what aborts the jobs of the port.
    port.emit('close')
  }
  await callsAnswered()
  await closeFile(Date.now() + FINISH_MS)
  process.exit(0)
}

function callsAnswered(): Promise<void> {
  if (running === 0) return Promise.resolve()
  return new Promise((resolve) => {
    idle = resolve
    setTimeout(resolve, FINISH_MS)
  })
}

/** An import that was just aborted takes its lines back first; one that does not in time is rolled back by the file. */
async function closeFile(until: number): Promise<void> {
  try {
    await own.workspace.close({})
  } catch (error) {
    if (asAppError(error).code !== 'import.busy') reportBug(error, 'close', log)
    else if (Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, BUSY_MS))
      await closeFile(until)
    }
  }
}

process.on('uncaughtException', (error) => {
  reportBug(error, 'the workspace process', log)
  // Nothing is known to be whole any more; what was answered is in the file. The message above needs a turn to leave.
  setImmediate(() => process.exit(1))
})
process.on('unhandledRejection', (error) => {
  reportBug(error, 'a promise nobody waited for', log)
})

process.parentPort.on('message', ({ data, ports: [port] }) => {
  // Only main has the other end.
  const message = data as ToWorkspace
  if (message.type === 'connect' && port) connect(port)
  else if (message.type === 'reopen') void reopen(message.file)
  else if (message.type === 'front') polling.front(message.isFront)
  else if (message.type === 'secret') secrets.hear(message)
  else if (message.type === 'close') void close()
})
tell({ type: 'ready' })
