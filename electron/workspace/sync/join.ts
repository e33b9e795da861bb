/** A new colleague's copy: a new file, filled from a package or a shared folder, with a name of its own from the start. */

import fs from 'node:fs'
import path from 'node:path'

import { blobsFolder } from '../../../db/blob-store'
import { createWorkspace } from '../../../db/open'
import { fillFromSnapshot } from '../../../db/sync/snapshot-join'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import type { Reporter } from '../progress'
import { catchUp } from './away'
import { openKeys, plainKeys } from './folder-keys'
import { folderStore } from './folder-store'
import { addFolder, runFolders } from './folders'
import { fillFromFolder } from './join-folder'
import { type Checked, openWhole } from './open-checked'
import { takePackage } from './take-package'
import { readMarker, teamFolderIn, unavailable } from './team-folder'
import { unreadable } from './refusal'

export interface JoinChoice {
  readonly from: string
  readonly file: string
  readonly passphrase?: string | undefined
}

/** Nothing is left of a copy that could not be made; the file that was open before is opened again then. */
export async function join(
  context: WorkspaceContext,
  choice: JoinChoice,
  reporter: Reporter,
): Promise<{ file: string; replicaId: string }> {
  const file = path.resolve(choice.file)
  if (fs.existsSync(file)) throw new AppError('workspace.exists', { file })
  const stat = fs.statSync(choice.from, { throwIfNoEntry: false })
  if (stat === undefined) throw unreadable(choice.from, 'notFound')
  await (stat.isDirectory() ? fromFolder : fromPackage)(context, { ...choice, file }, reporter)
  await catchUp(context)
  return { file, replicaId: context.host.current().workspace.replicaId }
}

async function fromPackage(context: WorkspaceContext, choice: JoinChoice, reporter: Reporter): Promise<void> {
  const passphrase = choice.passphrase ?? (await context.secrets.passphrase(''))
  const checked = await openWhole(choice.from, passphrase, {
    signal: reporter.signal,
    onProgress: (done, total) => reporter.report({ step: 'check', done, total }),
  })
  try {
    const { manifest } = checked.contents
    // Made for somebody who has a part already: what it builds on is not in it.
    if (manifest.needs.size > 0) throw unreadable(checked.file, 'incomplete')
    await filled(context, choice, manifest.workspace, async () => {
      if (checked.contents.snapshotParts > 0) await fromSnapshot(context, checked, reporter)
      await takePackage(context, checked, 'join', reporter)
    })
  } finally {
    await checked.reader.close()
  }
}

/** Everything at once: the new file is filled while nobody has it open, then opened. */
async function fromSnapshot(
  { host }: WorkspaceContext,
  { file, reader }: Checked,
  { report, signal }: Reporter,
): Promise<void> {
  const target = host.current().workspace.file
  host.close()
  await fillFromSnapshot(
    target,
    async (loader) => {
      for await (const section of reader.sections((done, total) => report({ step: 'store', done, total }))) {
        if (section.type === 'snapshot') await loader.part(section.bytes)
        else if (section.type === 'run') loader.run(section.run)
      }
    },
    { file, signal, onProgress: (done, total) => report({ step: 'apply', done, total }) },
  )
  await host.open({ file: target, allowReplicated: true })
}

async function fromFolder(context: WorkspaceContext, choice: JoinChoice, reporter: Reporter): Promise<void> {
  const { folder, workspace } = await teamFolderIn(path.resolve(choice.from), (name) => folderStore(name))
  await filled(context, choice, workspace, async () => {
    const { passphrase } = choice
    await fromSharedSnapshot(context, { folder, workspace, passphrase }, reporter)
    await addFolder(context, { folder, passphrase })
    await runFolders(context, { folder, passphrase }, reporter)
    // Nobody's work has been delivered yet.
    if (context.host.current().workspace.exchange.vector().size === 0) throw unavailable(folder, 'empty')
  })
}

/** Everything up to the newest snapshot that is whole, where there is one: what follows comes like any delivery. */
async function fromSharedSnapshot(
  { host, secrets }: WorkspaceContext,
  { folder, workspace, passphrase }: { folder: string; workspace: string; passphrase: string | undefined },
  reporter: Reporter,
): Promise<void> {
  const store = folderStore(folder)
  if ((await store.list('p')).length === 0) return
  const { sealed } = await readMarker(store, folder, workspace)
  const request = { store, folder, workspace, passphrase: passphrase ?? (await secrets.passphrase(workspace)) }
  const keys = sealed ? await openKeys(request, new Map()) : plainKeys
  const { file } = host.current().workspace
  host.close()
  await fillFromFolder(file, { store, keys, workspace }, reporter)
  await host.open({ file, allowReplicated: true })
}

/** Makes the file, opens it and fills it; takes all of it back when that fails. */
async function filled(
  context: WorkspaceContext,
  { file, passphrase }: JoinChoice,
  workspaceId: string,
  fill: () => Promise<void>,
): Promise<void> {
  const before = context.host.opened()?.workspace.file ?? null
  await context.host.replace(() => createWorkspace(file, { ...context.host.openOptions, copyOf: workspaceId }))
  try {
    await fill()
    if (passphrase !== undefined) await context.secrets.keep(workspaceId, passphrase)
  } catch (error) {
    if (context.host.opened() !== null) context.host.close()
    for (const end of ['', '-wal', '-shm', '.lock']) fs.rmSync(file + end, { force: true })
    fs.rmSync(blobsFolder(file), { recursive: true, force: true })
    if (before !== null) await context.host.open({ file: before, allowReplicated: true })
    throw error
  }
}
