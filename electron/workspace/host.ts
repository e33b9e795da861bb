/**
 * Which workspace file is open in this process: none or one.
 *
 * Everything that belongs to an open file (connections, caches, listeners) lives and ends with it.
 */

import { labelKind } from '../../db/capture/steps'
import type { LifeReason } from '../../db/lives'
import type { OpenOptions, OpenWorkspace } from '../../db/open'
import { createWorkspace, openWorkspace } from '../../db/open'
import { FactsCache } from '../../db/facts/cache'
import { AppError } from '../../shared/errors'
import { type CreatorsIndex, openCreatorsIndex } from './creators-index/creators-index'
import { IMPORT_STEP } from './importing/steps'
import { type Lists, openLists } from './lookups/lists'

export interface Opened {
  readonly workspace: OpenWorkspace
  readonly facts: FactsCache
  readonly lists: Lists
  /** Every creator as one person each, for lists. */
  readonly creators: CreatorsIndex
  /** When the copy before the running series of imports was made; null once anything else was changed. */
  copiedAt: number | null
  /** Aborted when it is closed: whatever goes on in the background ends. */
  readonly ended: AbortSignal
}

export interface OpenChoice {
  readonly file: string
  readonly allowReplicated: boolean
}

export interface WorkspaceHost {
  /** The open workspace; refuses with `workspace.notOpen`. */
  current(): Opened
  opened(): Opened | null
  /** Opens a file after closing the one that was open; a refusal leaves none open. */
  open(choice: OpenChoice): Promise<Opened>
  create(choice: OpenChoice): Promise<Opened>
  /** What every opening is given, for work that opens files itself. */
  readonly openOptions: InstallationOptions
  /** Closes what is open and takes what `opening` opens in its place. */
  replace(opening: () => Promise<OpenWorkspace>): Promise<Opened>
  /** Closes what is open and opens it again as a new life; refuses with `import.busy` while something is written. */
  renew(reason: LifeReason): Promise<Opened>
  /** Refuses with `import.busy` while an import runs. */
  close(): void
  /** Tells `listener` which topics changed; answers how to stop. */
  onNotice(listener: (topics: readonly string[]) => void): () => void
  notify(topics: readonly string[]): void
  /** Tells `listener` which file is open (null: none) at every change. */
  onFile(listener: (file: string | null) => void): () => void
}

export type InstallationOptions = Pick<OpenOptions, 'device' | 'tokens'> & { readonly now: () => number }

export interface HostOptions extends InstallationOptions {
  /** Called once for every workspace that was opened, before anybody uses it. */
  readonly prepare?: (opened: Opened) => void
  /** A sign outside the file that it must go on as a new life; asked before anybody uses what was opened. */
  readonly signOfOtherLife?: (workspace: OpenWorkspace) => Promise<LifeReason | null>
}

export function createHost({ prepare, signOfOtherLife, ...openOptions }: HostOptions): WorkspaceHost {
  const noticeListeners = new Set<(topics: readonly string[]) => void>()
  const fileListeners = new Set<(file: string | null) => void>()
  const notify = (topics: readonly string[]): void => noticeListeners.forEach((listener) => listener(topics))

  function tellFile(file: string | null): void {
    fileListeners.forEach((listener) => listener(file))
    notify(['workspace'])
  }

  const slot = createSlot(notify, (taken) => {
    prepare?.(taken)
    tellFile(taken.workspace.file)
  })

  function close(): void {
    if (slot.release() !== null) {
      tellFile(null)
    }
  }

  async function replace(opening: () => Promise<OpenWorkspace>): Promise<Opened> {
    close()
    return slot.take(await opening())
  }

  async function renew(newLife: LifeReason): Promise<Opened> {
    const closed = slot.release()
    if (closed === null) throw new AppError('workspace.notOpen', {})
    try {
      return slot.take(await openWorkspace(closed.file, { ...openOptions, allowReplicated: true, newLife }))
    } catch (error) {
      tellFile(null)
      throw error
    }
  }

  return {
    opened: () => slot.opened(),
    current() {
      const opened = slot.opened()
      if (!opened) {
        throw new AppError('workspace.notOpen', {})
      }
      return opened
    },
    open: ({ file, allowReplicated }) =>
      replace(() => openLiving(file, { ...openOptions, allowReplicated }, signOfOtherLife)),
    create: ({ file, allowReplicated }) => replace(() => createWorkspace(file, { ...openOptions, allowReplicated })),
    openOptions,
    replace,
    renew,
    close,
    notify,
    onNotice: (listener) => subscribe(noticeListeners, listener),
    onFile: (listener) => subscribe(fileListeners, listener),
  }
}

/** Opens the file; as a new life where something outside of it shows that its name belongs to another. */
async function openLiving(
  file: string,
  options: OpenOptions,
  signOfOtherLife: HostOptions['signOfOtherLife'],
): Promise<OpenWorkspace> {
  const workspace = await openWorkspace(file, options)
  const newLife = (await signOfOtherLife?.(workspace)) ?? null
  if (newLife === null) return workspace
  workspace.close()
  return openWorkspace(file, { ...options, newLife })
}

/** The place of the one open workspace; `begin` is called with each that is put there. */
function createSlot(notify: (topics: readonly string[]) => void, begin: (opened: Opened) => void) {
  let opened: Opened | null = null
  let end = new AbortController()
  return {
    opened: () => opened,
    take(workspace: OpenWorkspace): Opened {
      end = new AbortController()
      const taken = (opened = watched(workspace, notify, end.signal))
      begin(taken)
      return taken
    },
    /** Closes what is open, if anything; refuses while it is being written. */
    release(): OpenWorkspace | null {
      if (opened?.workspace.busy()) {
        throw new AppError('import.busy', {})
      }
      const closing = opened?.workspace ?? null
      opened = null
      end.abort()
      closing?.close()
      return closing
    },
  }
}

/** The open workspace with its caches, telling `notify` what every commit changes. */
function watched(workspace: OpenWorkspace, notify: (topics: readonly string[]) => void, ended: AbortSignal): Opened {
  const opened: Opened = {
    workspace,
    facts: new FactsCache(workspace.reader),
    lists: openLists(workspace),
    creators: openCreatorsIndex(workspace),
    copiedAt: null,
    ended,
  }
  workspace.onCommitted(({ changed, label }) => {
    if (labelKind(label) !== IMPORT_STEP) {
      opened.copiedAt = null
    }
    notify([...new Set(['history', ...changed.map(({ entity }) => entity)])])
  })
  return opened
}

function subscribe<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
