/** What main and the workspace process say to each other besides handing over ports: their own life, and the log. */

export type ToWorkspace =
  /** Comes with one port: answer the calls on it. */
  | { readonly type: 'connect' }
  /** After a restart: open this file before anything else. */
  | { readonly type: 'reopen'; readonly file: string }
  /** Finish, close the file, exit. */
  | { readonly type: 'close' }

export type ToMain =
  | { readonly type: 'ready' }
  /** The answer to `reopen`, whether it worked or not. */
  | { readonly type: 'reopened' }
  /** Which file is open now, so that a restarted process can be told. */
  | { readonly type: 'file'; readonly file: string | null }
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string; readonly stack?: string }
