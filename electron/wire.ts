/** What main and the workspace process say to each other besides handing over ports: their own life, and the log. */

export type ToWorkspace =
  /** Comes with one port: answer the calls on it. */
  | { readonly type: 'connect' }
  /** After a restart: open this file before anything else. */
  | { readonly type: 'reopen'; readonly file: string }
  /** Whether one of the windows is in front. */
  | { readonly type: 'front'; readonly isFront: boolean }
  | SecretAnswer
  /** Finish, close the file, exit. */
  | { readonly type: 'close' }

export type ToMain =
  | { readonly type: 'ready' }
  /** The answer to `reopen`, whether it worked or not. */
  | { readonly type: 'reopened' }
  /** Which file is open now, so that a restarted process can be told. */
  | { readonly type: 'file'; readonly file: string | null }
  | SecretQuestion
  | MediaOffer
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string; readonly stack?: string }

/** A stored video that the window may play for a while, by the last part of its address. */
export interface MediaOffer {
  readonly type: 'media'
  /** 64 hex digits that nobody can guess. */
  readonly token: string
  /** Absolute, in the store of the open workspace. */
  readonly path: string
  readonly size: number
  readonly mime: string
}

/** About a workspace's passphrase, to whoever reaches the keychain. `passphrase`: to keep; null forgets it. */
export interface SecretQuestion {
  readonly type: 'secret'
  readonly n: number
  readonly what: 'read' | 'keep' | 'state'
  /** 32 hex digits. */
  readonly workspaceId: string
  readonly passphrase: string | null
}

export interface SecretAnswer {
  readonly type: 'secret'
  /** Of the question. */
  readonly n: number
  /** Told only where it was asked for. */
  readonly passphrase: string | null
  readonly kept: 'none' | 'session' | 'kept'
}
