/** Who answers the command line: the workspace's own router, in this process. */

import { createContext } from '../workspace/create-context'
import { createLog } from '../workspace/log'
import { homeFolder } from '../workspace/sync/installation'
import { memorySecrets } from '../workspace/sync/secrets'
import type { Connection } from './io'

/** `log` gets what went wrong inside, for support: ids only, never names or money. */
export function connect(log: (text: string) => void, debug: boolean): Connection {
  const context = createContext({
    home: homeFolder(),
    secrets: memorySecrets(process.env['STARBOARD_PASSPHRASE'] || null),
    log: createLog(({ level, text, stack }) => {
      if (level === 'error' || debug) {
        log(`${level}: ${text}${stack === undefined || !debug ? '' : `\n${stack}`}\n`)
      }
    }),
  })
  return { client: context.client, close: async () => context.host.close() }
}
