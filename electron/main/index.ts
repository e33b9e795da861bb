/** Starts the app: rules first, then the workspace process, then the window. */

import { app, BrowserWindow, clipboard, dialog, ipcMain, safeStorage, shell } from 'electron'
import { join } from 'node:path'

import { type Appearance, loadAppearance, saveAppearance } from './appearance'
import { declareSchemes, serveRenderer } from './app-protocol'
import { answerDesktop } from './desktop'
import { diagnosticsText } from './diagnostics'
import { readLaunch } from './launch'
import { type FileLog, openLog } from './log'
import { serveMedia } from './media-protocol'
import { showMenu } from './menu'
import { openRecent } from './recent'
import { openSecrets } from './secrets'
import { isOurWindow, lockDown } from './security'
import { bringToFront, createWindow, sendEvent } from './window'
import { type Words, wordsOf } from './words'
import { WorkspaceProcess } from './workspace-process'

/** What the app was started with until the window has asked for it. */
let launch = readLaunch(process.argv, process.cwd())
let window: BrowserWindow | null = null
/** Whether the page has asked what to open; before that, a file waits in `launch`. */
let listening = false

if (process.env['STARBOARD_USER_DATA']) app.setPath('userData', process.env['STARBOARD_USER_DATA'])

if (launch.cli !== null) {
  void runCommandLine(launch.cli)
} else if (app.requestSingleInstanceLock()) {
  lockDown()
  declareSchemes()
  app.on('open-file', (event, file) => {
    event.preventDefault()
    openFile(file)
  })
  app.on('second-instance', (_event, argv, folder) => {
    const { file } = readLaunch(argv, folder)
    if (window) bringToFront(window)
    if (file !== null) openFile(file)
  })
  // Not `await`: Electron emits `ready` only after this module has finished loading.
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const log = openLog(join(app.getPath('userData'), 'logs'))
  log.write('info', `Starboard ${app.getVersion()} starts on ${process.platform} ${process.arch}`)
  const media = serveMedia()
  const workspace = new WorkspaceProcess({
    home: app.getPath('userData'),
    onSecret: openSecrets(join(app.getPath('userData'), 'secrets.json'), safeStorage),
    log: (level, text, stack) => log.write(level, text, stack),
    onMedia: (offer) => (offer === null ? media.forget() : media.offer(offer)),
    onState: (state) => sendEvent(window, { type: 'workspace', state }),
  })
  workspace.start()
  app.on('browser-window-focus', () => workspace.front(true))
  app.on('browser-window-blur', () => workspace.front(false))
  serveRenderer()
  let appearance = loadAppearance()
  const diagnostics = () => diagnosticsText(log, workspace.state)
  const menu = () => showMenuIn(appearance, log, diagnostics)
  menu()
  ipcMain.on('workspace.connect', (event) => {
    if (!isOurWindow(event)) return
    workspace.connect(event.sender)
    sendEvent(window, { type: 'workspace', state: workspace.state })
  })
  answerDesktop({
    log,
    recent: openRecent(join(app.getPath('userData'), 'recent.json')),
    takeLaunch() {
      const { file, demo } = launch
      listening = true
      launch = { file: null, demo: false, cli: null }
      return { file, demo }
    },
    setAppearance({ theme, language }) {
      appearance = { theme, language }
      saveAppearance(appearance)
      menu()
    },
    restartWorkspace: () => workspace.retry(),
    diagnostics,
  })
  const show = () => {
    listening = false
    window = createWindow((reason) => log.write('error', `the window's process ended: ${reason}`))
    window.on('closed', () => (window = null))
  }
  show()
  app.on('activate', () => (window === null ? show() : bringToFront(window)))
  endWith(workspace)
}

/** Leaves only after the workspace process has closed the file. */
function endWith(workspace: WorkspaceProcess): void {
  let closed = false
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    void workspace.close().finally(() => app.quit())
  })
}

function openFile(file: string): void {
  if (window && listening) sendEvent(window, { type: 'open', file })
  else launch = { ...launch, file }
}

function showMenuIn({ language }: Appearance, log: FileLog, diagnostics: () => string): void {
  const words = wordsOf(language)
  showMenu(words, {
    open: () => void chooseWorkspace(words),
    copyDiagnostics() {
      const text = diagnostics()
      void clipboard.writeText(text)
      if (window) void dialog.showMessageBox(window, { message: words.diagnosticsCopied, detail: text.slice(0, 1500) })
    },
    showLog: () => shell.showItemInFolder(join(log.folder, 'starboard.log')),
  })
}

async function chooseWorkspace({ workspaceFiles }: Words): Promise<void> {
  if (!window) return
  const filters = [{ name: workspaceFiles, extensions: ['starboard'] }]
  const { filePaths } = await dialog.showOpenDialog(window, { filters, properties: ['openFile'] })
  if (filePaths[0] !== undefined) openFile(filePaths[0])
}

/** `Starboard --cli …`: the same program as `npm run starboard --`, without a window. */
async function runCommandLine(args: readonly string[]): Promise<void> {
  // Nothing is drawn; a machine without a screen would only complain.
  app.disableHardwareAcceleration()
  app.dock?.hide()
  const { runProgram } = await import('../cli/program')
  app.exit(await runProgram(args))
}
