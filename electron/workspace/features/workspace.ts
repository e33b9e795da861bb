/** The workspace file: create, open, look after. */

import fs from 'node:fs'
import path from 'node:path'

import { ensureDailyBackup, listBackups, copyTo } from '../../../db/backup'
import { restoreBackup } from '../../../db/restore'
import { verifyWorkspace } from '../../../db/verify'
import { writeSetting } from '../../../db/repositories/settings'
import { countWorkspace } from '../../../db/repositories/workspace'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { reconcileImports } from '../importing/reconcile'
import { withProgress } from '../progress'
import { jobOf, os } from '../serve'
import { write } from '../support'
import { CURRENCY, identityOf, NAME, stateOf } from '../lookups/workspace'

export const workspace = {
  state: os.workspace.state.handler(({ context }) => stateOf(context)),

  create: os.workspace.create.handler(async ({ input, context }) => {
    await context.host.create(input)
    const name = input.name ?? path.basename(input.file, path.extname(input.file))
    await write(context, 'workspace.create', name, (tx) => {
      writeSetting(tx, NAME, name, context.now())
      writeSetting(tx, CURRENCY, input.currency, context.now())
    })
    return stateOf(context)
  }),

  open: os.workspace.open.handler(async ({ input, context }) => {
    const { workspace: opened } = await context.host.open(input)
    // What a process that ended had taken in and not yet merged. A workspace opens without it, on a full disk for one.
    await reconcileImports(context).catch((error: unknown) => context.log.error('merging lines failed', error))
    // In the background: a workspace that opens is worth more than a copy that is a minute older.
    ensureDailyBackup(opened.file, { now: context.now }).catch((error: unknown) =>
      context.log.error('daily backup failed', error),
    )
    return stateOf(context)
  }),

  close: os.workspace.close.handler(({ context }) => {
    context.host.close()
    return {}
  }),

  rename: os.workspace.rename.handler(async ({ input, context }) => {
    await write(context, 'workspace.rename', input.name ?? input.currency ?? '', (tx) => {
      if (input.name !== undefined) {
        writeSetting(tx, NAME, input.name, context.now())
      }
      if (input.currency !== undefined) {
        writeSetting(tx, CURRENCY, input.currency, context.now())
      }
    })
    context.host.notify(['workspace'])
    return stateOf(context)
  }),

  info: os.workspace.info.handler(({ context }) => {
    const opened = context.host.current()
    const { file, schemaVersion, db } = opened.workspace
    return { ...identityOf(opened), file, schemaVersion, counts: countWorkspace(db), sizeBytes: sizeWithLog(file) }
  }),

  verify: os.workspace.verify.handler(
    jobOf(({ context, signal }) =>
      withProgress(signal, async ({ report, signal: abort }) => {
        const { ok, checks } = await verifyWorkspace(context.host.current().workspace.file, {
          signal: abort,
          onProgress: (step, done, total) => report({ step, done, total }),
        })
        return { ok, checks: checks.map((check) => ({ ...check })) }
      }),
    ),
  ),

  backup: os.workspace.backup.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, ({ report, signal: abort }) =>
        copyTo(context.host.current().workspace.file, input.to, {
          now: context.now,
          signal: abort,
          onProgress: (done, total) => report({ step: 'copy', done, total }),
        }),
      ),
    ),
  ),

  backups: os.workspace.backups.handler(({ context }) => [...listBackups(context.host.current().workspace.file)]),
  backupsOf: os.workspace.backupsOf.handler(({ input }) => [...listBackups(path.resolve(input.file))]),

  restore: os.workspace.restore.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, () => restoreInto(context, context.host.current().workspace.file, input.backup)),
    ),
  ),
  restoreDamaged: os.workspace.restoreDamaged.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, () => restoreInto(context, path.resolve(input.file), input.backup)),
    ),
  ),
}

/** Puts a backup in the file's place and opens it as a new replica; the file as it was stays beside it. */
async function restoreInto(context: WorkspaceContext, file: string, backup: string): Promise<{ keptAs: string }> {
  if (!listBackups(file).some((known) => known.file === path.resolve(backup))) {
    throw new AppError('backup.notFound', { file: backup })
  }
  let keptAs = ''
  await context.host.replace(async () => {
    const restored = await restoreBackup(file, path.resolve(backup), {
      ...context.host.openOptions,
      allowReplicated: true,
    })
    keptAs = restored.keptAs
    return restored.workspace
  })
  return { keptAs }
}

function sizeWithLog(file: string): number {
  return [file, `${file}-wal`].reduce((sum, part) => sum + (fs.statSync(part, { throwIfNoEntry: false })?.size ?? 0), 0)
}
