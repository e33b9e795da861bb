/** Takes the account out of a line of the log before anybody else may read it. */

import { homedir, userInfo } from 'node:os'

/** A stack may name the folder of the account it ran in. */
export function withoutPerson(line: string, home = homedir(), account = userInfo().username): string {
  const homeless = line.replaceAll(home, '~')
  // Short names are parts of other words.
  return account.length > 3 ? homeless.replaceAll(account, '<user>') : homeless
}
