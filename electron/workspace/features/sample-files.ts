/** Samples out of files: orders, the template, tracking numbers, pick lists and labels. */

import { withProgress } from '../progress'
import { importSamples, previewSamples } from '../sample-files/import'
import { writeEmptyTemplate, writeLedger } from '../sample-files/export'
import { jobOf, os } from '../serve'

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
}
