/** Fills an empty workspace with the demo agency. */

import { jobOf, os } from '../serve'

export const fillDemo = os.workspace.fillDemo.handler(
  // eslint-disable-next-line require-yield -- replaced with the generator of the demo agency
  jobOf(async function* () {
    throw new Error('the demo agency is not in this build')
  }),
)
