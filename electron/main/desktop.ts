/** Answers the desktop contract: one channel, every call checked for who asks and what. (17) */

import { app, BrowserWindow, dialog, ipcMain, shell } from 'electron'
import { writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

import {
  type DesktopAnswer,
  type DesktopCall,
  type DesktopContract,
  desktopContract,
} from '../../shared/contract/desktop'
import { AppError } from '../../shared/errors'
import type { z } from '../../shared/schema'
import type { Launch } from './launch'
import type { FileLog } from './log'
import type { Recent } from './recent'
import { isOurWindow } from './security'

type Input<C extends DesktopCall> = z.output<DesktopContract[C]['input']>
type Output<C extends DesktopCall> = z.input<DesktopContract[C]['output']>
type Handlers = {
  readonly [C in DesktopCall]: (input: Input<C>, window: BrowserWindow) => Output<C> | Promise<Output<C>>
}

export interface Desktop {
  readonly log: FileLog
  readonly recent: Recent
  /** What the app was started with; the second asking gets nothing. */
  takeLaunch(): Pick<Launch, 'file' | 'demo'>
  setAppearance(appearance: Input<'setAppearance'>): void
  restartWorkspace(): void
  diagnostics(): string
}

export function answerDesktop(desktop: Desktop): void {
  const handlers = { ...aboutApp(desktop), ...aboutFiles() }
  ipcMain.handle('desktop', async (event, call: unknown, input: unknown): Promise<DesktopAnswer> => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window || !isOurWindow(event)) return refuse(new AppError('internal', { incident: 'sender' }))
    try {
      return { ok: true, value: await answer(handlers, window, call, input) }
    } catch (error) {
      if (error instanceof AppError) return refuse(error)
      const incident = crypto.randomUUID().slice(0, 8)
      desktop.log.write('error', `incident ${incident} in desktop.${String(call)}`, String((error as Error).stack))
      return refuse(new AppError('internal', { incident }))
    }
  })
}

async function answer(handlers: Handlers, window: BrowserWindow, call: unknown, input: unknown): Promise<unknown> {
  if (typeof call !== 'string' || !Object.hasOwn(desktopContract, call)) {
    throw new AppError('input.invalid', { path: 'call', reason: 'unknown' })
  }
  // Just looked up.
  const name = call as DesktopCall
  const parsed = desktopContract[name].input.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new AppError('input.invalid', { path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
  }
  // The input was parsed by the schema of this very call.
  const handler = handlers[name] as (input: unknown, window: BrowserWindow) => unknown
  return handler(parsed.data, window)
}

function refuse({ code, params }: AppError): DesktopAnswer {
  return { ok: false, code, params }
}

function aboutApp(desktop: Desktop) {
  return {
    launch: () => ({
      ...desktop.takeLaunch(),
      version: app.getVersion(),
      platform: process.platform,
      locale: app.getLocale(),
    }),
    recent: () => desktop.recent.list(),
    remember({ file, name, forget }) {
      if (forget) desktop.recent.forget(file)
      else {
        desktop.recent.remember(file, name)
        app.addRecentDocument(file)
      }
      return {}
    },
    places: () => ({
      documents: app.getPath('documents'),
      downloads: app.getPath('downloads'),
      demo: join(app.getPath('userData'), 'demo.starboard'),
    }),
    setAppearance(appearance, window) {
      desktop.setAppearance(appearance)
      window.setTitle(appearance.title)
      return {}
    },
    restartWorkspace() {
      desktop.restartWorkspace()
      return {}
    },
    diagnostics: () => ({ text: desktop.diagnostics() }),
  } satisfies Partial<Handlers>
}

function aboutFiles() {
  /** Only these may be written: a person chose each of them. */
  const chosen = new Set<string>()
  return {
    async chooseFiles({ title, filters, many }, window) {
      const properties = many ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const)
      return (await dialog.showOpenDialog(window, { title, filters, properties: [...properties] })).filePaths
    },
    async chooseFolder({ title }, window) {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title,
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },
    async chooseSave({ title, suggestedName, filters }, window) {
      const options = { title, filters, defaultPath: join(app.getPath('documents'), withoutFolders(suggestedName)) }
      const { canceled, filePath } = await dialog.showSaveDialog(window, options)
      if (canceled || !filePath) return null
      chosen.add(filePath)
      return filePath
    },
    reveal({ file }) {
      if (!isAbsolute(file)) throw new AppError('input.invalid', { path: 'file', reason: 'not absolute' })
      shell.showItemInFolder(file)
      return {}
    },
    async saveBytes({ file, base64 }) {
      if (!chosen.has(file)) throw new AppError('export.notWritable', { file })
      try {
        await writeFile(file, Buffer.from(base64, 'base64'))
      } catch (cause) {
        throw new AppError('export.notWritable', { file }, { cause })
      }
      return {}
    },
  } satisfies Partial<Handlers>
}

/** A name with characters that some system would read as a folder is no suggestion. */
function withoutFolders(name: string): string {
  return name.replaceAll(/[/\\:*?"<>|]/g, '-')
}
