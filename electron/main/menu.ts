/** The native menu, in both languages: what every desktop app has, and the two things support asks for. */

import { app, Menu, type MenuItemConstructorOptions } from 'electron'

import type { Words } from './words'

export interface MenuActions {
  readonly open: () => void
  readonly copyDiagnostics: () => void
  readonly showLog: () => void
}

export function showMenu(words: Words, actions: MenuActions): void {
  const mac = process.platform === 'darwin'
  const template = [
    ...(mac ? [appMenu(words)] : []),
    fileMenu(words, actions, mac),
    editMenu(words),
    viewMenu(words),
    ...(mac ? [windowMenu(words)] : []),
    helpMenu(words, actions, mac),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

function appMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      { role: 'about', label: words.about },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      { role: 'quit', label: words.quit },
    ],
  }
}

function fileMenu(words: Words, { open }: MenuActions, mac: boolean): MenuItemConstructorOptions {
  return {
    label: words.file,
    submenu: [
      { label: words.open, accelerator: 'CommandOrControl+O', click: open },
      separator,
      mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
    ],
  }
}

function editMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      // No accelerator: the window takes back steps of the workspace with the same keys outside of fields.
      { role: 'undo', label: words.undo, registerAccelerator: false },
      { role: 'redo', label: words.redo, registerAccelerator: false },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'pasteAndMatchStyle', label: words.pasteAsText },
      { role: 'delete', label: words.remove },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
}

function viewMenu(words: Words): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = [
    { role: 'reload', label: words.reload },
    { role: 'toggleDevTools', label: words.developerTools },
    separator,
  ]
  return {
    label: words.view,
    submenu: [
      ...(app.isPackaged ? [] : forDevelopers),
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      // The same key without Shift, as browsers have it.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
      { role: 'zoomOut', label: words.zoomOut },
      separator,
      { role: 'togglefullscreen', label: words.fullScreen },
    ],
  }
}

function windowMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: words.window,
    role: 'windowMenu',
    submenu: [
      { role: 'minimize', label: words.minimise },
      { role: 'zoom', label: words.zoom },
      separator,
      { role: 'front', label: words.front },
    ],
  }
}

function helpMenu(words: Words, actions: MenuActions, mac: boolean): MenuItemConstructorOptions {
  return {
    label: words.help,
    role: 'help',
    submenu: [
      { label: words.copyDiagnostics, click: actions.copyDiagnostics },
      { label: words.showLog, click: actions.showLog },
      ...(mac ? [] : [separator, { role: 'about', label: words.about } satisfies MenuItemConstructorOptions]),
    ],
  }
}
