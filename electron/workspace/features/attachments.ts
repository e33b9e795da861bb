/** Files attached to records: their bytes in the store beside the workspace, their records in the log. */

import path from 'node:path'

import { type Blob, blobPieces, setAside } from '../../../db/blob-store'
import { blobState, noteBlob, wantBlob } from '../../../db/blobs'
import { type AttachmentRow, attachmentsOf, findAttachment } from '../../../db/repositories/attachments'
import { deleteRecord, getRecord, requireEntity } from '../../../db/repositories/records'
import type { Attachment } from '../../../shared/contract/attachments'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mimeOf, takeIn, writeOut } from '../files/attaching'
import { withProgress, type Reporter } from '../progress'
import { jobOf, os } from '../serve'
import { put, write } from '../support'

export const attachments = {
  list: os.attachments.list.handler(({ input: { entity, recordId }, context }) =>
    attachmentsOf(context.host.current().workspace.db, requireEntity(entity), recordId).map((row) =>
      toAttachment(context, row),
    ),
  ),

  add: os.attachments.add.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => add(context, input, reporter))),
  ),

  remove: os.attachments.remove.handler(async ({ input: { id }, context }) => {
    const { name } = find(context, id)
    await write(context, 'attachments.remove', name, (tx) => deleteRecord(tx, 'attachments', id))
    return {}
  }),

  save: os.attachments.save.handler(async ({ input: { id, to }, context }) => {
    const row = find(context, id)
    const { workspace } = context.host.current()
    const { state } = toAttachment(context, row)
    if (state !== 'here') {
      if (state === 'elsewhere') await want(context, row)
      throw new AppError('attachment.elsewhere', { id, name: row.name })
    }
    try {
      await writeOut(to, blobPieces(workspace.file, row))
    } catch (error) {
      if (error instanceof AppError && error.code === 'attachment.unreadable') {
        // A colleague may have it whole.
        setAside(workspace.file, row)
        await want(context, row)
      }
      throw error
    }
    return { file: to }
  }),
}

interface NewAttachment {
  readonly entity: string
  readonly recordId: string
  readonly path: string
}

async function add(context: WorkspaceContext, input: NewAttachment, reporter: Reporter): Promise<Attachment> {
  const { workspace } = context.host.current()
  const entity = requireEntity(input.entity)
  getRecord(workspace.db, entity, input.recordId)
  const name = path.basename(input.path)
  const blob = await takeIn(workspace.file, input.path, reporter)
  reporter.checkWanted()
  const id = await write(context, 'attachments.add', name, (tx) => {
    // Again: it may have gone while the file was read.
    getRecord(tx, entity, input.recordId)
    noteBlob(tx.$client, blob, 'here')
    return put(context, tx, 'attachments', null, {
      entity,
      recordId: input.recordId,
      name,
      mime: mimeOf(name),
      size: blob.size,
      sha256: blob.sha256,
    })
  })
  return toAttachment(context, find(context, id))
}

function find(context: WorkspaceContext, id: string): AttachmentRow {
  const row = findAttachment(context.host.current().workspace.db, id)
  if (!row) {
    throw new AppError('record.notFound', { entity: 'attachments', id })
  }
  return row
}

function toAttachment(context: WorkspaceContext, row: AttachmentRow): Attachment {
  return { ...row, state: blobState(context.host.current().workspace, row) }
}

async function want(context: WorkspaceContext, blob: Blob): Promise<void> {
  await wantBlob(context.host.current().workspace, blob)
  context.host.notify(['attachments'])
}
