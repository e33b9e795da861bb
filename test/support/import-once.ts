/** Run as a process of its own: opens the workspace it is given, imports one file, and tells when it begins and ends. */

import { createRouterClient } from '@orpc/server'

import { createContext } from '../../electron/workspace/create-context'
import { router } from '../../electron/workspace/router'

const [file = '', path = '', shopId = ''] = process.argv.slice(2)
const context = createContext()
const client = createRouterClient(router, { context })
await client.workspace.open({ file })
process.stdout.write('begins\n')
const job = await client.imports.run({ path, shopId })
while (!(await job.next()).done);
process.stdout.write('ends\n')
process.exit()
