/** What a support person needs to know, as text that the user reads before it is sent: no names, no amounts, no files. */

import { app, screen } from 'electron'
import { freemem, release, totalmem } from 'node:os'

import type { FileLog } from './log'
import { withoutPerson } from './without-person'

const LOG_LINES = 200
const GIB = 1024 ** 3

export function diagnosticsText(log: FileLog, workspaceProcess: string): string {
  const { electron, chrome, node } = process.versions
  const displays = screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => `${size.width}x${size.height} at ${scaleFactor}`)
  const processes = app.getAppMetrics().map(({ type, name, memory }) => {
    return `${name ?? type} ${Math.round(memory.workingSetSize / 1024)} MiB`
  })
  return [
    `Starboard ${app.getVersion()}${app.isPackaged ? '' : ' (from source)'}`,
    `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    `${process.platform} ${release()} ${process.arch}, ${app.getLocale()}`,
    `Memory ${(freemem() / GIB).toFixed(1)} of ${(totalmem() / GIB).toFixed(1)} GiB free`,
    `Screens ${displays.join(', ')}`,
    `Processes ${processes.join(', ')}`,
    `Workspace process ${workspaceProcess}`,
    '',
    ...log.tail(LOG_LINES).map((line) => withoutPerson(line)),
  ].join('\n')
}
