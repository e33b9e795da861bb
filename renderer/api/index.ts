/** What the window may ask: the workspace (`api`, `orpc`) and the desktop (`desktop`). */

export { type Desktop, desktop, onDesktopEvent, pathOf } from './desktop'
export { askAgain, createQueryClient, followNotices } from './queries'
export { useConnection } from './use-connection'
export { type Api, api, connection, orpc, type Refusal } from './workspace'
