/** The fonts of documents as files: in the packaged app among its resources, in a checkout where npm put them. */

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import type { Face } from './font-runs'

export const WEIGHTS = ['regular', 'bold'] as const
export type Weight = (typeof WEIGHTS)[number]

const FILES = {
  main: {
    regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
  thai: {
    regular: '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf',
  },
} as const satisfies Readonly<Record<Face, Readonly<Record<Weight, string>>>>

export function fontFile(face: Face, weight: Weight): string {
  return resource(FILES[face][weight])
}

/** A file of a package that documents are made with. */
export function resource(file: string): string {
  const packaged = path.join(process.resourcesPath ?? '', 'fonts', path.basename(file))
  if (process.resourcesPath !== undefined && existsSync(packaged)) return packaged
  return createRequire(import.meta.url).resolve(file)
}
