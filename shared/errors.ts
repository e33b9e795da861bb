/**
 * Everything a procedure may refuse to do, by code.
 *
 * The closed list: a refusal outside it is a bug and reaches people as `internal` with an incident number.
 * The renderer and the command line own the wording of each code.
 */

import { z } from './schema'

const file = z.object({ file: z.string() })
const id = z.object({ id: z.string() })

export const APP_ERRORS = {
  /** The call's own input does not fit its schema: `path` names the field. */
  'input.invalid': z.object({ path: z.string(), reason: z.string() }),
  'workspace.notOpen': z.object({}),
  'workspace.notFound': file,
  'workspace.exists': file,
  /** Not a workspace file, or one that fails its integrity check. */
  'workspace.damaged': z.object({ file: z.string(), detail: z.string() }),
  'workspace.locked': z.object({ file: z.string(), holder: z.string() }),
  'workspace.fromFuture': z.object({ file: z.string(), version: z.number(), supported: z.number() }),
  'workspace.inReplicatedFolder': z.object({ file: z.string(), service: z.string() }),
  'workspace.diskFull': z.object({ file: z.string(), neededBytes: z.number().nullable() }),
  'workspace.notWritable': file,
  /** The process that answers went away while a call was under way. */
  'workspace.gone': z.object({}),
  'record.notFound': z.object({ entity: z.string(), id: z.string() }),
  'record.unknownEntity': z.object({ entity: z.string() }),
  'record.invalid': z.object({ entity: z.string(), field: z.string(), reason: z.string() }),
  'record.inUse': z.object({ entity: z.string(), id: z.string(), by: z.string() }),
  /** More cells than one step may write; nothing was written. */
  'edits.tooMany': z.object({ cells: z.number(), most: z.number() }),
  'shop.notFound': z.object({ shop: z.string() }),
  'shop.ambiguous': z.object({ shop: z.string() }),
  'import.unreadable': z.object({
    file: z.string(),
    reason: z.enum([
      'notFound',
      'notAllowed',
      'inUse',
      'changed',
      'empty',
      'truncated',
      'encrypted',
      'tooLarge',
      'notText',
      'damaged',
      'noSheet',
    ]),
  }),
  /** `looksLike`: the export whose headers these are, of `OTHER_EXPORTS`; null when they are nobody's. */
  'import.unknownKind': z.object({
    file: z.string(),
    headers: z.array(z.string()),
    looksLike: z.string().nullable(),
  }),
  'import.missingColumns': z.object({ file: z.string(), kind: z.string(), columns: z.array(z.string()) }),
  'import.nothingReadable': z.object({ file: z.string(), rejected: z.number(), firstReason: z.string() }),
  /** Most lines of an income file do not add up; `shifted`: they would, read one column further. Nothing was imported. */
  'import.doesNotAddUp': z.object({ file: z.string(), lines: z.number(), failed: z.number(), shifted: z.boolean() }),
  'import.busy': z.object({}),
  'import.cancelled': z.object({}),
  'import.notFound': id,
  'undo.nothing': z.object({}),
  /** Something changed after the step that was to be undone; undoing it would overwrite that. */
  'undo.changedSince': z.object({ label: z.string(), entity: z.string(), field: z.string() }),
  'backup.notFound': file,
  /** What a colleague sent cannot be taken. The file stays where it is; nothing of it was applied. */
  'sync.unreadable': z.object({
    file: z.string(),
    reason: z.enum(['notFound', 'notAllowed', 'notAPackage', 'incomplete', 'damaged', 'tooLarge', 'malformed']),
  }),
  /** Encrypted, and no passphrase is known here. */
  'sync.passphraseNeeded': z.object({ file: z.string() }),
  'sync.wrongPassphrase': z.object({ file: z.string() }),
  /** Made for another workspace. */
  'sync.otherWorkspace': z.object({ file: z.string(), name: z.string() }),
  /** Made by a newer app whose work this one cannot read. */
  'sync.fromFuture': z.object({ file: z.string(), version: z.number(), supported: z.number() }),
  /** Two computers went on from copies of one file under one name: `replica` has two histories from step `seq` on. */
  'sync.twoHistories': z.object({ file: z.string(), replica: z.string(), person: z.string(), seq: z.number() }),
  /** The shared folder cannot be used now; nothing was read, written or created. */
  'sync.folderUnavailable': z.object({
    folder: z.string(),
    reason: z.enum(['missing', 'empty', 'notAllowed', 'readOnly', 'full', 'otherTeam', 'newer', 'notAFolder']),
  }),
  'sync.badCode': z.object({ code: z.string() }),
  'sync.nothingToSend': z.object({}),
  'sync.cancelled': z.object({}),
  /** A decision was made on values that are no longer the ones in question. */
  'sync.stale': z.object({ entity: z.string(), id: z.string(), field: z.string() }),
  /** An edit would have ended, unseen, a question between two people's values. */
  'sync.undecided': z.object({ entity: z.string(), id: z.string(), field: z.string() }),
  /** The record waits for a decision; steps of this kind are not possible until then. */
  'record.onHold': z.object({ entity: z.string(), id: z.string() }),
  /** The step is not one that follows from the record's state. */
  'record.illegalStep': z.object({ entity: z.string(), id: z.string(), from: z.string(), to: z.string() }),
  /**
   * Signed paper is asked for, or other paper stands in the way (`title`, until its last day). `canOverride`: a reason lets
   * it pass, and is kept.
   */
  'contract.guard': z.object({
    guard: z.string(),
    reason: z.string(),
    canOverride: z.boolean(),
    title: z.string().nullable(),
    until: z.string().nullable(),
  }),
  /** Somebody else talks to the creator; instants are UTC epoch ms, `elsewhere`: a sheet of another workspace says so. */
  'claim.held': z.object({
    owner: z.string(),
    until: z.number(),
    lastContact: z.number().nullable(),
    elsewhere: z.boolean(),
  }),
  /** The person's role does not see this field, so it cannot change it either. */
  'role.hidden': z.object({ entity: z.string(), field: z.string() }),
  /** Only an owner may say who has which role. */
  'role.notAllowed': z.object({ role: z.string() }),
  /** This computer's date cannot be right (2100 or later). */
  'clock.impossible': z.object({ date: z.string() }),
  'attachment.elsewhere': z.object({ id: z.string(), name: z.string() }),
  'attachment.unreadable': z.object({
    file: z.string(),
    reason: z.enum(['notFound', 'notAllowed', 'changed', 'tooLarge', 'notAFile', 'notAVideo', 'damaged']),
    /** Of what is no video: what its bytes seem to be. */
    looksLike: z.enum(['empty', 'image', 'audio', 'document', 'archive', 'text', 'unknown']).optional(),
  }),
  'export.notWritable': file,
  /** Nobody can put their name to this version of a contract now; nothing was written. */
  /** What was agreed stands: `field` '' for the whole contract. */
  'contract.fixed': z.object({ title: z.string(), state: z.enum(['sent', 'signed']), field: z.string() }),
  'contract.cannotSign': z.object({
    reason: z.enum(['notNewest', 'textChanged', 'textGone', 'signedAlready', 'badDrawing']),
  }),
  /** What came back is no signed paper that can be kept; nothing was taken in. */
  'contract.badPaper': z.object({
    file: z.string(),
    reason: z.enum(['empty', 'tooLarge', 'notPaper', 'noEnd', 'noTable', 'otherVersion']),
  }),
  internal: z.object({ incident: z.string() }),
} as const

export type AppErrorCode = keyof typeof APP_ERRORS
export type AppErrorParams<C extends AppErrorCode> = z.infer<(typeof APP_ERRORS)[C]>

/** A refusal that people can be told about; `params` fill the wording of `code`. */
export class AppError<C extends AppErrorCode = AppErrorCode> extends Error {
  readonly code: C
  readonly params: AppErrorParams<C>

  constructor(code: C, params: AppErrorParams<C>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}
