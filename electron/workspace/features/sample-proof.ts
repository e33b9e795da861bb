/** Proof of samples: files, their seal, the pack for a denied receipt. */

import { blobState } from '../../../db/blobs'
import { type AttachmentRow, findAttachment } from '../../../db/repositories/attachments'
import { Sample } from '../../../shared/contract/samples'
import { lineWords, PACK } from '../../../shared/domain/proof-words'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { writePdf } from '../documents/pdf'
import { findShop } from '../lookups/shops'
import { withProgress } from '../progress'
import { proofKind, sampleFacts } from '../proving/facts'
import { drawPack, picturesOf } from '../proving/pack'
import { checkSeal } from '../proving/seal'
import { shownTo } from '../roles/showing'
import { jobOf, os } from '../serve'
import { put, write } from '../support'

export const sampleProof = {
  get: os.sampleProof.get.handler(async ({ input: { sampleId }, context }) => {
    const { workspace } = context.host.current()
    const sample = await sampleOf(context, sampleId)
    const { files, lines } = sampleFacts(workspace.db, sampleId)
    return {
      files: files.map((file) => ({ ...file, kind: proofKind(file), state: blobState(workspace, file) })),
      events: lines.map((line) => {
        const [zh, en] = lineWords(line)
        return { at: line.at, person: line.person, kind: line.what.kind, zh, en }
      }),
      zone: findShop(workspace.db, sample.shopId).timezone,
    }
  }),

  check: os.sampleProof.check.handler(
    jobOf(({ input: { sampleId }, context, signal }) =>
      withProgress(signal, async (reporter) => {
        const { workspace } = context.host.current()
        await sampleOf(context, sampleId)
        return checkSeal(workspace, sampleFacts(workspace.db, sampleId), reporter)
      }),
    ),
  ),

  name: os.sampleProof.name.handler(async ({ input: { fileId, kind }, context }) => {
    const file = fileOf(context, fileId)
    await write(context, 'sampleProof.name', file.name, (tx) => put(context, tx, 'attachments', fileId, { kind }))
    return {}
  }),

  pack: os.sampleProof.pack.handler(
    jobOf(({ input: { sampleId, denial, note, to }, context, signal }) =>
      withProgress(signal, async (reporter) => {
        const { workspace } = context.host.current()
        const sample = await sampleOf(context, sampleId)
        const shop = findShop(workspace.db, sample.shopId)
        const facts = sampleFacts(workspace.db, sampleId)
        const checked = await checkSeal(workspace, facts, reporter)
        const pack = {
          ...facts,
          denial,
          note: note.trim(),
          sample: sampleWords(sample, shop.name),
          pictures: await picturesOf(workspace.file, facts.files, checked),
          checked,
          zone: shop.timezone,
          at: context.now(),
        }
        reporter.checkWanted()
        const { file } = await writePdf(to, { title: PACK.title.join(' · '), language: 'zh-CN', at: pack.at }, (page) =>
          drawPack(page, pack),
        )
        return { file, seal: checked.seal, hash: checked.hash }
      }),
    ),
  ),
}

/** The sample as the person here may see it. Refuses with `record.notFound`. */
async function sampleOf(context: WorkspaceContext, id: string): Promise<Sample> {
  const sample = await context.client.samples.get({ id })
  // What is hidden of a sample is null there, whatever else the schema says.
  return (shownTo(context, Sample, { id })?.(sample) ?? sample) as Sample
}

function sampleWords(sample: Sample, shop: string) {
  const { handle, productName, productId, variation, quantity, orderId, applicationId } = sample
  const product = [productName, productId, variation].filter(Boolean).join(' · ')
  return [
    [PACK.shop, shop],
    [PACK.creator, handle === null ? '' : `@${handle}`],
    [PACK.product, product],
    [PACK.pieces, String(quantity)],
    ...(orderId === null ? [] : [[PACK.order, orderId] as const]),
    ...(applicationId === null ? [] : [[PACK.application, applicationId] as const]),
  ] as const
}

function fileOf(context: WorkspaceContext, id: string): AttachmentRow {
  const file = findAttachment(context.host.current().workspace.db, id)
  if (file === undefined || file.entity !== 'samples')
    throw new AppError('record.notFound', { entity: 'attachments', id })
  return file
}
