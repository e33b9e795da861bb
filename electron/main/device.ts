/** The random number that names this installation, made at the first start; it says nothing of the computer. */

import { randomBytes } from 'node:crypto'

import { z } from '../../shared/schema'
import { readJson, writeJson } from './json-file'

const Device = z.object({ device: z.string().regex(/^[0-9a-f]{32}$/) })

/** 32 hex digits, the same at every start. */
export function deviceOf(storedIn: string): string {
  const stored = readJson(storedIn, Device)
  if (stored) return stored.device
  const device = randomBytes(16).toString('hex')
  writeJson(storedIn, { device })
  return device
}
