/** Run as a process of its own: opens the file it is given, which applies what waits in it, and tells when it begins and ends. */

import { openWorkspace } from '../../db/open'

const [file = ''] = process.argv.slice(2)
process.stdout.write('begins\n')
const workspace = await openWorkspace(file)
process.stdout.write('ends\n')
workspace.close()
