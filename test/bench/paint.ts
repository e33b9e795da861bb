/** When a window first shows something, told by the page itself, without a tool that holds the start back. */

import { type ChildProcess, spawn } from 'node:child_process'

const PATIENCE_MS = 60_000

/** Ours, with a profile of the bench's own. */
export function environment(profile: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(inherited), STARBOARD_USER_DATA: profile }
}

/** Milliseconds from starting the program to its first contentful paint. */
export async function firstPaint(program: string, args: readonly string[], profile: string): Promise<number> {
  const started = Date.now()
  const child = spawn(program, ['--remote-debugging-port=0', ...args], {
    env: environment(profile),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const port = await portOf(child)
    const painted = await askPage(await pageOf(port))
    return painted - started
  } finally {
    await ended(child)
  }
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stderr?.on('data', (piece) => {
      text += String(piece)
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/u.exec(text)?.[1]
      if (port !== undefined) resolve(port)
    })
    child.once('exit', () => reject(new Error(`the window's program ended: ${text.slice(-2000)}`)))
  })
}

async function pageOf(port: string): Promise<string> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    // As the protocol describes it.
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      type: string
      webSocketDebuggerUrl: string
    }[]
    const page = targets.find(({ type }) => type === 'page')
    if (page !== undefined) return page.webSocketDebuggerUrl
    await new Promise((resolve) => void setTimeout(resolve, 20))
  }
  throw new Error('no page appeared')
}

const PAINTED = `new Promise((resolve) => new PerformanceObserver((list) => {
  const entry = list.getEntriesByName('first-contentful-paint')[0]
  if (entry) resolve(performance.timeOrigin + entry.startTime)
}).observe({ type: 'paint', buffered: true }))`

/** Epoch milliseconds of the first contentful paint. A page that was replaced while asked is asked again. */
function askPage(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    let id = 0
    const ask = (): void => {
      const params = { expression: PAINTED, awaitPromise: true, returnByValue: true }
      socket.send(JSON.stringify({ id: ++id, method: 'Runtime.evaluate', params }))
    }
    const patience = setTimeout(() => reject(new Error('the page painted nothing')), PATIENCE_MS)
    socket.addEventListener('open', ask)
    socket.addEventListener('error', () => reject(new Error('the page could not be asked')))
    socket.addEventListener('message', ({ data }) => {
      // As the protocol describes it.
      const { result } = JSON.parse(String(data)) as { result?: { result?: { value?: number } } }
      const value = result?.result?.value
      if (value === undefined) {
        ask()
        return
      }
      clearTimeout(patience)
      socket.close()
      resolve(value)
    })
  })
}

/** Ends the program and all of its processes, and waits for that. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    if (child.exitCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
