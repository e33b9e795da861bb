/** Who answers the command line: the workspace's own router, in this process. */

import { createContext } from '../workspace/create-context'
import { createLog } from '../workspace/log'
import type { Connection } from './io'

/** `log` gets what went wrong inside, for support: ids only, never names or money. */
export function connect(log: (text: string) => void, debug: boolean): Connection {
  const context = createContext({
    log: createLog(({ level, text, stack }) => {
      if (level === 'error' || debug) {
        log(`${level}: ${text}${stack === undefined || !debug ? '' : `\n${stack}`}\n`)
      }
    }),
  })
  return { client: context.client, close: async () => context.host.close() }
}
