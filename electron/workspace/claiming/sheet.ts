/** Claims sheets as files: written for colleagues of other workspaces, and read as anybody's file is, with every check. */

import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'

import type { ReadableDb } from '../../../db/database'
import { allHandles, liveClaims } from '../../../db/repositories/claims'
import type { Claim } from '../../../shared/domain/claims'
import { ClaimsSheet, MAX_SHEET_BYTES, SHEET_VERSION, sheetOf, sheetProblem } from '../../../shared/domain/claims-sheet'
import { AppError } from '../../../shared/errors'
import { AGE_MAGIC, decryptAge, encryptAge } from '../sync/age'
import { mergedCreators } from '../lookups/creators'
import { fromFuture, readFailure, unreadable } from '../sync/refusal'
import { claimKey, subjectOf } from './subjects'

/**
 * This workspace's own claims that have not lapsed, released ones too, so that a release is heard of. A creator with
 * several names is in it under each of them.
 */
export function ownSheet(db: ReadableDb, now: number): ClaimsSheet {
  const key = claimKey(db)
  const own = liveClaims(db, now).filter(({ origin }) => origin === null)
  const names = otherNames(db, key)
  const claims = new Map<string, Claim>()
  for (const claim of own) {
    for (const subject of [claim.subject, ...(names.get(claim.subject) ?? [])]) {
      const at = `${subject} ${claim.owner}`
      // What was claimed under the name itself goes before what follows from another one.
      if (subject === claim.subject || !claims.has(at)) claims.set(at, { ...claim, subject })
    }
  }
  return sheetOf([...claims.values()], key, now)
}

/** Writes the sheet whole or not at all; encrypted where there is a passphrase. Refused as `export.notWritable`. */
export async function writeSheet(file: string, sheet: ClaimsSheet, passphrase: string | null): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(sheet), 'utf8')
  const whole = passphrase === null ? bytes : await joined(encryptAge(only(bytes), { passphrase }))
  const part = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}`)
  try {
    await fs.writeFile(part, whole, { flag: 'wx' })
    await fs.rename(part, file)
  } catch (error) {
    await fs.rm(part, { force: true }).catch(() => undefined)
    throw new AppError('export.notWritable', { file }, { cause: error })
  }
}

/** Refused as `sync.unreadable`, `sync.passphraseNeeded`, `sync.wrongPassphrase` or `sync.fromFuture`; nothing is taken of it then. */
export async function readSheet(file: string, passphrase: string | null, now: number): Promise<ClaimsSheet> {
  const bytes = await bytesOf(file, passphrase)
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw unreadable(file, 'notAPackage', error)
  }
  const version = typeof read === 'object' && read !== null && 'starboardClaims' in read ? read.starboardClaims : null
  if (typeof version !== 'number') throw unreadable(file, 'notAPackage')
  if (version > SHEET_VERSION) throw fromFuture(file, version)
  const sheet = ClaimsSheet.safeParse(read)
  if (!sheet.success || sheetProblem(sheet.data, now) !== null) throw unreadable(file, 'malformed')
  return sheet.data
}

async function bytesOf(file: string, passphrase: string | null): Promise<Uint8Array> {
  try {
    // An encrypted sheet is a little longer than what is in it.
    if ((await fs.stat(file)).size > 2 * MAX_SHEET_BYTES) throw unreadable(file, 'tooLarge')
    const handle = await fs.open(file, 'r')
    const start = Buffer.alloc(AGE_MAGIC.length)
    try {
      await handle.read(start, 0, start.length, 0)
    } finally {
      await handle.close()
    }
    if (!start.equals(AGE_MAGIC)) return await joined(createReadStream(file), file)
    if (passphrase === null) throw new AppError('sync.passphraseNeeded', { file })
    return await joined(decryptAge(createReadStream(file), { passphrase }, file), file)
  } catch (error) {
    throw readFailure(error, file)
  }
}

/** All bytes, no more than a sheet may have. */
async function joined(pieces: AsyncIterable<Uint8Array>, file = ''): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > 2 * MAX_SHEET_BYTES) throw unreadable(file, 'tooLarge')
    all.push(piece)
  }
  return Buffer.concat(all)
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

/** By the subject of one name of a creator, those of the others. */
function otherNames(db: ReadableDb, key: string): ReadonlyMap<string, readonly string[]> {
  const merged = mergedCreators(db)
  if (merged.size === 0) return new Map()
  const people = new Set([...merged.keys(), ...merged.values()])
  const groups = new Map<string, string[]>()
  for (const { id, handle } of allHandles(db)) {
    if (!people.has(id)) continue
    const person = merged.get(id) ?? id
    groups.set(person, [...(groups.get(person) ?? []), subjectOf(key, handle)])
  }
  return new Map(
    [...groups.values()].flatMap((subjects) =>
      subjects.map((subject) => [subject, subjects.filter((other) => other !== subject)] as const),
    ),
  )
}
