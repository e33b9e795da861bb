/** The demo agency: fills an empty workspace with made-up data. */

import { writeSetting } from '../../../db/repositories/settings'
import { addDays } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import { fillWorkspace } from '../demo/fill'
import { withProgress } from '../progress'
import { jobOf, os } from '../serve'
import { DEMO } from '../lookups/workspace'
import { write } from '../support'

export const fillDemo = os.workspace.fillDemo.handler(
  jobOf(({ input, context, signal }) =>
    withProgress(signal, async (reporter) => {
      const shops = await context.client.shops.list({ archived: true })
      if (shops.length > 0) {
        throw new AppError('workspace.exists', { file: context.host.current().workspace.file })
      }
      const { size, seed, until = endOfLastMonth(context.now()) } = input
      const filled = await fillWorkspace(context, { size, seed, until }, reporter)
      await write(context, 'workspace.fillDemo', size, (tx) => writeSetting(tx, DEMO, true, context.now()))
      return filled
    }),
  ),
)

function endOfLastMonth(now: number): string {
  return addDays(`${new Date(now).toISOString().slice(0, 7)}-01`, -1)
}
