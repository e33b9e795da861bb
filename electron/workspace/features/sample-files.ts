/** Samples out of files: orders, the template, tracking numbers, pick lists and labels. */

import { withProgress } from '../progress'
import { importSamples, previewSamples } from '../sample-files/import'
import { pickList } from '../sample-files/pick'
import { printed } from '../sample-files/print'
import { addParcels, matchedTracking, moveSamples, scanned } from '../sample-files/tracking'
import { jobOf, os } from '../serve'
import { writeEmptyTemplate, writeLedger } from '../sample-files/export'

export const sampleFiles = {
  preview: os.sampleFiles.preview.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => previewSamples(context, input, reporter))),
  ),
  run: os.sampleFiles.run.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => importSamples(context, input, reporter))),
  ),

  template: os.sampleFiles.template.handler(({ input: { to, format } }) => writeEmptyTemplate(to, format)),
  ledger: os.sampleFiles.ledger.handler(({ input: { to, format, shopId }, context }) =>
    writeLedger(context.host.current().workspace.db, to, format, shopId),
  ),

  matchTracking: os.sampleFiles.matchTracking.handler(({ input: { shopId, text }, context }) =>
    matchedTracking(context, shopId, text),
  ),
  addTracking: os.sampleFiles.addTracking.handler(({ input: { rows, at }, context }) =>
    addParcels(context, rows, at ?? context.now()),
  ),
  pick: os.sampleFiles.pick.handler(({ input: { shopId }, context }) =>
    pickList(context.host.current().workspace.db, shopId),
  ),
  send: os.sampleFiles.send.handler(({ input: { ids, to }, context }) =>
    moveSamples(context, ids, to, String(ids.length)),
  ),
  scan: os.sampleFiles.scan.handler(({ input, context }) => scanned(context, input)),
  print: os.sampleFiles.print.handler(({ input, context }) => printed(context, input)),
}
