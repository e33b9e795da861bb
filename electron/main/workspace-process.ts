/**
 * The life of the workspace process: start it, hand out lines to it, start it again when it ends.
 *
 * After a crash the new process opens the same file before anybody gets a line to it. When it keeps ending, main stops
 * trying and the window offers to try again.
 */

import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import { join } from 'node:path'

import type { DesktopEvent } from '../../shared/contract/desktop'
import type { MediaOffer, SecretAnswer, SecretQuestion, ToMain, ToWorkspace } from '../wire'
import type { LogLevel } from './log'

/** How long to wait before the first, second and third new start. */
const BACK_OFF_MS = [0, 1000, 4000]
/** A process that lived this long starts a new count. */
const STABLE_MS = 60_000
/** How long it may take to finish when the app closes. */
const CLOSE_MS = 6000

export type WorkspaceProcessState = Extract<DesktopEvent, { type: 'workspace' }>['state']

export interface WorkspaceProcessOptions {
  /** Where this installation keeps what it remembers of workspace files. */
  readonly home: string
  readonly onSecret: (question: SecretQuestion) => SecretAnswer
  /** A video that may be played; null: from now on none of those before (another file is open, or the process ended). */
  readonly onMedia: (offer: MediaOffer | null) => void
  readonly onState: (state: WorkspaceProcessState) => void
  readonly log: (level: LogLevel, text: string, stack?: string) => void
}

export class WorkspaceProcess {
  readonly #options: WorkspaceProcessOptions
  readonly #windows = new Set<WebContents>()
  #child: UtilityProcess | null = null
  #state: WorkspaceProcessState = 'starting'
  #file: string | null = null
  #failures = 0
  #startedAt = 0
  #timer: NodeJS.Timeout | undefined
  #closing: (() => void) | null = null

  constructor(options: WorkspaceProcessOptions) {
    this.#options = options
  }

  get state(): WorkspaceProcessState {
    return this.#state
  }

  /** Call when the app is ready. */
  start(): void {
    clearTimeout(this.#timer)
    if (this.#child || this.#closing) return
    this.#enter('starting')
    this.#startedAt = Date.now()
    const child = utilityProcess.fork(join(import.meta.dirname, 'workspace.js'), [this.#options.home], {
      serviceName: 'workspace',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    child.on('message', (message: ToMain) => this.#hear(message))
    child.on('exit', (code) => this.#ended(code))
    // What Node or SQLite itself has to say last.
    child.stderr?.on('data', (text: Buffer) =>
      this.#options.log('warn', `workspace process: ${text.toString().trim()}`),
    )
    child.stdout?.on('data', (text: Buffer) =>
      this.#options.log('info', `workspace process: ${text.toString().trim()}`),
    )
  }

  /** Forgets past failures and starts at once. */
  retry(): void {
    this.#failures = 0
    this.start()
  }

  /** Gives `window` a line now, or as soon as there is a process, and a new one after every restart. */
  connect(window: WebContents): void {
    if (!this.#windows.has(window)) {
      this.#windows.add(window)
      window.once('destroyed', () => this.#windows.delete(window))
    }
    if (this.#state === 'running') this.#handOver(window)
  }

  /** Tells whether one of the windows is in front, so that colleagues' work is looked for. */
  front(isFront: boolean): void {
    this.#tell({ type: 'front', isFront })
  }

  /** Lets the process finish and close the file; ends it when it does not. */
  close(): Promise<void> {
    clearTimeout(this.#timer)
    const child = this.#child
    return new Promise((resolve) => {
      this.#closing = resolve
      if (!child) return resolve()
      this.#tell({ type: 'close' })
      setTimeout(() => {
        this.#options.log('warn', 'the workspace process did not finish in time')
        child.kill()
        resolve()
      }, CLOSE_MS).unref()
    })
  }

  #hear(message: ToMain): void {
    switch (message.type) {
      case 'ready':
        if (this.#file === null) this.#serve()
        else this.#tell({ type: 'reopen', file: this.#file })
        return
      case 'reopened':
        this.#serve()
        return
      case 'file':
        this.#file = message.file
        this.#options.onMedia(null)
        return
      case 'media':
        this.#options.onMedia(message)
        return
      case 'secret':
        this.#tell(this.#options.onSecret(message))
        return
      case 'log':
        this.#options.log(message.level, message.text, message.stack)
    }
  }

  #serve(): void {
    this.#enter('running')
    for (const window of this.#windows) this.#handOver(window)
  }

  #handOver(window: WebContents): void {
    if (window.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    this.#child?.postMessage({ type: 'connect' } satisfies ToWorkspace, [port1])
    window.mainFrame.postMessage('workspace.port', null, [port2])
  }

  #ended(code: number): void {
    this.#child = null
    this.#options.onMedia(null)
    if (this.#closing) {
      this.#closing()
      return
    }
    if (Date.now() - this.#startedAt > STABLE_MS) this.#failures = 0
    const wait = BACK_OFF_MS[this.#failures]
    this.#failures++
    this.#options.log('error', `the workspace process ended with ${code}, ${this.#failures} times in a row`)
    if (wait === undefined) {
      this.#enter('failed')
      return
    }
    this.#enter('waiting')
    this.#timer = setTimeout(() => this.start(), wait)
  }

  #tell(message: ToWorkspace): void {
    this.#child?.postMessage(message)
  }

  #enter(state: WorkspaceProcessState): void {
    this.#state = state
    this.#options.onState(state)
  }
}
