/**
 * The window's line to the workspace process, which may end and come back at any time.
 *
 * A call made while there is no line waits for the next one; a call under way when the line breaks is refused with
 * `workspace.gone`. Whether it was done nobody knows, so it is not repeated here.
 */

import { type ClientContext, type ClientLink, type ClientOptions, mapEventIterator } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'

import type { DesktopBridge } from '../../shared/contract/desktop'
import { asAppError } from '../../shared/contract/refusal'
import { AppError } from '../../shared/errors'

/** `failed`: main has given up; `retry` makes it try again. */
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'failed'

interface Waiting {
  readonly resolve: (line: Line) => void
  readonly reject: (error: AppError) => void
}

export class Connection {
  readonly #page: Window
  readonly #bridge: () => DesktopBridge
  readonly #listeners = new Set<() => void>()
  readonly #waiting = new Set<Waiting>()
  #state: ConnectionState = 'connecting'
  #line: Line | null = null
  #started = false

  /** `page` is where ports arrive as messages, `bridge` who is asked for them. */
  constructor(page: Window, bridge: () => DesktopBridge) {
    this.#page = page
    this.#bridge = bridge
  }

  /** Carries calls, each on the line of its moment. */
  readonly link: ClientLink<ClientContext> = {
    call: async (path, input, options) => (await this.#nextLine()).call(path, input, options),
  }

  readonly state = (): ConnectionState => this.#state

  /** Returns how to stop listening. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** After `failed`: makes main start the process again. */
  retry(): void {
    this.#enter('reconnecting')
    void this.#bridge().desktop('restartWorkspace', {})
  }

  /** Asks main for a line; the first call does so. */
  #start(): void {
    if (this.#started) return
    this.#started = true
    this.#page.addEventListener('message', ({ source, data, ports: [port] }) => {
      if (source === this.#page && data === 'workspace.port' && port) this.#take(port)
    })
    this.#bridge().onDesktopEvent((event) => {
      if (event.type !== 'workspace') return
      if (event.state === 'failed') this.#fail()
      else if (event.state === 'waiting') this.#lose()
      else if (this.#state === 'failed') this.#enter('reconnecting')
    })
    this.#bridge().connect()
  }

  #nextLine(): Promise<Line> {
    this.#start()
    if (this.#line) return Promise.resolve(this.#line)
    if (this.#state === 'failed') return Promise.reject(gone())
    return new Promise((resolve, reject) => this.#waiting.add({ resolve, reject }))
  }

  #take(port: MessagePort): void {
    // Ports come as messages of the page, news by another way: this one is of the process whose end was news already.
    if (this.#state === 'failed') return
    this.#line?.snap()
    const line = new Line(port, () => {
      if (this.#line === line) this.#lose()
    })
    this.#line = line
    this.#enter('connected')
    for (const { resolve } of this.#waiting) resolve(line)
    this.#waiting.clear()
  }

  #lose(): void {
    this.#line?.snap()
    this.#line = null
    if (this.#state === 'connected') this.#enter('reconnecting')
  }

  #fail(): void {
    this.#lose()
    this.#enter('failed')
    for (const { reject } of this.#waiting) reject(gone())
    this.#waiting.clear()
  }

  #enter(state: ConnectionState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** One port to one workspace process. Once it snaps, every call under way on it is refused, whatever the port says. */
class Line {
  readonly #link: ClientLink<ClientContext>
  readonly #snapped = new AbortController()

  constructor(port: MessagePort, onClose: () => void) {
    this.#link = new RPCLink({ port })
    port.addEventListener('close', onClose)
    port.start()
  }

  snap(): void {
    this.#snapped.abort()
  }

  /** One call, with every failure told as a refusal; the end that a caller asked for stays what it is. */
  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    const refuse = (error: unknown): unknown => (options.signal?.aborted ? error : refusalOf(error))
    try {
      const output = await this.#unlessSnapped(this.#link.call(path, input, options))
      if (!isIterator(output)) return output
      const steps = { next: () => this.#unlessSnapped(output.next()), return: () => endOf(output) }
      return mapEventIterator(steps, { value: async (value) => value, error: async (error) => refuse(error) })
    } catch (error) {
      throw refuse(error)
    }
  }

  async #unlessSnapped<T>(answer: Promise<T>): Promise<T> {
    const { signal } = this.#snapped
    let stop = () => {}
    const snapped = new Promise<never>((_, reject) => {
      const refuse = () => reject(gone())
      if (signal.aborted) refuse()
      signal.addEventListener('abort', refuse)
      stop = () => signal.removeEventListener('abort', refuse)
    })
    try {
      return await Promise.race([answer, snapped])
    } finally {
      stop()
    }
  }
}

/** What is no refusal of the server is the line that broke; oRPC ends its calls with an abort of its own. */
function refusalOf(error: unknown): AppError {
  const broke = error instanceof Error && error.name === 'AbortError'
  return asAppError(error, broke ? gone() : undefined)
}

function gone(): AppError {
  return new AppError('workspace.gone', {})
}

function endOf(iterator: Answers): Promise<IteratorResult<unknown, unknown>> {
  return iterator.return?.() ?? Promise.resolve({ done: true, value: undefined })
}

type Answers = AsyncIteratorObject<unknown, unknown, void>

function isIterator(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
