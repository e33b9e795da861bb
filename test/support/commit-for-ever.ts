/** Run as a process of its own: opens the file it is given and commits until it is killed, telling each finished commit. */

import { openWorkspace } from '../../db/open'
import { putRecord } from '../../db/repositories/records'

const [file = ''] = process.argv.slice(2)
const workspace = await openWorkspace(file)
for (let i = 0; ; i++) {
  await workspace.commit({ author: 'Lan', label: 'clients.add' }, (tx) => {
    for (const part of ['a', 'b', 'c'])
      putRecord(tx, 'clients', null, { name: `${part}${i}`, note: 'n'.repeat(500) }, Date.now())
  })
  // Written at once, so that what was told had been committed.
  process.stdout.write('.\n')
  await new Promise(setImmediate)
}
