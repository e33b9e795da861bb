/** Light or dark, and the language of what main itself shows: menus and dialogs. Remembered for the next start. */

import { app, nativeTheme } from 'electron'
import { join } from 'node:path'

import { z } from '../../shared/schema'
import { readJson, writeJson } from './json-file'

const Appearance = z.object({ theme: z.enum(['light', 'dark', 'system']), language: z.enum(['zh-CN', 'en']) })
export type Appearance = z.infer<typeof Appearance>
export type Language = Appearance['language']

const storedIn = () => join(app.getPath('userData'), 'appearance.json')

/** Call when the app is ready: the system's language is not known before. */
export function loadAppearance(): Appearance {
  const language: Language = app.getLocale().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
  const appearance = readJson(storedIn(), Appearance) ?? { theme: 'system', language }
  nativeTheme.themeSource = appearance.theme
  return appearance
}

export function saveAppearance(appearance: Appearance): void {
  nativeTheme.themeSource = appearance.theme
  writeJson(storedIn(), appearance)
}

/** What is behind the page until it has drawn itself. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#141517' : '#ffffff'
}
