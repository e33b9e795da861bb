/** Run as a process of its own: opens the file it is given and brings its lines in line with the records of imports, telling when it begins and ends. */

import { reconcile } from '../../db/facts/reconcile'
import { openWorkspace } from '../../db/open'

const [file = ''] = process.argv.slice(2)
const workspace = await openWorkspace(file)
process.stdout.write('begins\n')
await reconcile(workspace)
process.stdout.write('ends\n')
process.exit()
