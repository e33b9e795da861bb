/** A package opened for this workspace: wholly verified, of the right workspace, or refused with nothing taken. */

import path from 'node:path'

import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { openPackage, type PackageContents, type PackageReader } from './package-reader'

export interface PackageChoice {
  readonly file: string
  readonly passphrase?: string | undefined
}

export interface Checked {
  readonly file: string
  /** What people call it. */
  readonly name: string
  readonly reader: PackageReader
  readonly contents: PackageContents
}

export interface CheckOptions {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** The package, read to its end once; the caller closes its reader. */
export async function openChecked(
  context: WorkspaceContext,
  choice: PackageChoice,
  options: CheckOptions,
): Promise<Checked> {
  const { workspaceId } = context.host.current().workspace
  const passphrase = choice.passphrase ?? (await context.secrets.passphrase(workspaceId))
  const checked = await openWhole(choice.file, passphrase, options)
  const { workspace, workspaceName } = checked.contents.manifest
  if (workspace === workspaceId) return checked
  await checked.reader.close()
  throw new AppError('sync.otherWorkspace', { file: checked.file, name: workspaceName })
}

/** A package of whatever workspace. */
export async function openWhole(
  name: string,
  passphrase: string | null,
  { signal, onProgress }: CheckOptions,
): Promise<Checked> {
  const file = path.resolve(name)
  const reader = await openPackage(file, { passphrase, signal })
  try {
    return { file, name: path.basename(file), reader, contents: await reader.verify(onProgress) }
  } catch (error) {
    await reader.close()
    throw error
  }
}

/** A contradiction between histories, with the file that brought it. */
export function namingFile(error: unknown, file: string): unknown {
  return error instanceof AppError && error.code === 'sync.twoHistories'
    ? new AppError('sync.twoHistories', { ...(error as AppError<'sync.twoHistories'>).params, file }, { cause: error })
    : error
}
