/**
 * Opening a file of the platform for reading, told by its content and never by its name.
 *
 * Everything that cannot be an order export is refused here, with the reason.
 */

import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { LineReader, ReadFor, Recognised } from '../../../shared/domain/imports'
import type { OrderKind } from '../../../shared/domain/orders'
import { AppError } from '../../../shared/errors'
import { openCsv, readCsvHead, recognisedOf } from './csv-file'
import { detectFormat, MOST_FILE_BYTES } from './text-source'
import { inspectXlsx, openXlsx } from './xlsx-file'

const HEAD_BYTES = 1 << 20
/** Nearly every file shows here already that it is not blank. */
const FIRST_LOOK_BYTES = 4096

export interface OpenOptions {
  /** The kind the person says it is, where headers could be of several. */
  readonly kind?: OrderKind
}

/** Opens an order export for reading its lines. Refuses with `import.unreadable`, `import.unknownKind` or `import.missingColumns`. */
export async function openLineReader(path: string, readFor: ReadFor, options: OpenOptions = {}): Promise<LineReader> {
  const head = readHead(path)
  if (head.container === 'xlsx') {
    return openXlsx(path, readFor, options.kind)
  }
  return openCsv(readCsvHead(path, detectFormat(head.bytes, path, head.whole), options.kind), readFor)
}

/** What a file is, from its beginning. Refuses as `openLineReader` does. */
export async function inspectFile(path: string, options: OpenOptions = {}): Promise<Recognised> {
  const head = readHead(path)
  if (head.container === 'xlsx') {
    return inspectXlsx(path, options.kind)
  }
  return recognisedOf(readCsvHead(path, detectFormat(head.bytes, path, head.whole), options.kind))
}

/** The beginning of a file, and what contains it. */
export interface Head {
  readonly container: 'xlsx' | 'csv'
  readonly bytes: Buffer
  readonly whole: boolean
}

/** Refuses with `import.unreadable` what is no file, too large, blank, locked or an old workbook. */
export function readHead(path: string): Head {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) {
    throw new AppError('import.unreadable', { file: path, reason: 'notFound' })
  }
  if (stat.size > MOST_FILE_BYTES) {
    throw new AppError('import.unreadable', { file: path, reason: 'tooLarge' })
  }
  const bytes = readFirst(path, Math.min(stat.size, HEAD_BYTES))
  if (isBlank(bytes.subarray(0, FIRST_LOOK_BYTES)) && isBlank(bytes)) {
    throw new AppError('import.unreadable', { file: path, reason: 'empty' })
  }
  const magic = bytes.length < 4 ? 0 : bytes.readUInt32BE(0)
  if (bytes.length >= 8 && magic === 0xd0cf11e0) {
    // An old binary workbook, or the container that a password puts around a new one.
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new AppError('import.unreadable', { file: path, reason: locked ? 'encrypted' : 'notText' })
  }
  return {
    container: magic === 0x504b0304 || magic === 0x504b0506 ? 'xlsx' : 'csv',
    bytes,
    whole: bytes.length === stat.size,
  }
}

function isBlank(bytes: Buffer): boolean {
  return /^[\s\uFEFF\0]*$/.test(bytes.toString('utf8'))
}

function readFirst(path: string, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  const fd = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(fd, bytes, 0, length, 0))
  } finally {
    closeSync(fd)
  }
}
