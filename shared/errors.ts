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
  'import.busy': z.object({}),
  'import.cancelled': z.object({}),
  'import.notFound': id,
  'undo.nothing': z.object({}),
  /** Something changed after the step that was to be undone; undoing it would overwrite that. */
  'undo.changedSince': z.object({ label: z.string(), entity: z.string(), field: z.string() }),
  'backup.notFound': file,
  'export.notWritable': file,
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
