/** The seams between packages, shared folders and the workspace: what each side gives the other. */

import type { LogRun, ReplicaNews, Vector } from '../../../db/sync/types'

/** What a package or a head says of itself. */
export interface Manifest {
  /** 32 hex digits. */
  readonly workspace: string
  readonly workspaceName: string
  /** 32 hex digits, of its own for each package. */
  readonly id: string
  readonly sender: ReplicaNews
  /** What its maker knows of the others, so that people and acknowledgements travel on. */
  readonly others: readonly ReplicaNews[]
  /** Steps one must have before these can be applied; steps one has afterwards. */
  readonly needs: Vector
  readonly gives: Vector
  readonly part: { readonly k: number; readonly of: number }
  readonly counts: { readonly changes: number; readonly facts: number; readonly attachments: number }
  /** A whole copy for somebody who has none. */
  readonly snapshot: boolean
}

/** The parts of a package in their order. Everything is streamed: no section is held whole but the small ones. */
export type Section =
  | { readonly type: 'manifest'; readonly manifest: Manifest }
  | { readonly type: 'run'; readonly run: LogRun }
  /** An imported file's list of chunks, as `db/facts` encodes it. */
  | { readonly type: 'factManifest'; readonly importId: string; readonly body: Uint8Array }
  /** A chunk of imported lines: brotli over canonical bytes, whose SHA-256 (hex) names it. */
  | { readonly type: 'chunk'; readonly sha256: string; readonly bytes: Uint8Array }
  | { readonly type: 'snapshot'; readonly n: number; readonly bytes: Uint8Array }
  /** An attached file, in pieces; the SHA-256 (hex) is of the whole. */
  | {
      readonly type: 'blob'
      readonly sha256: string
      readonly size: number
      readonly pieces: AsyncIterable<Uint8Array>
    }

/** Where the team passphrase is kept. `kept`: in the system's keychain; `session`: only in memory. */
export interface Secrets {
  passphrase(workspaceId: string): Promise<string | null>
  keep(workspaceId: string, passphrase: string | null): Promise<'none' | 'session' | 'kept'>
  /** Where a passphrase that is known is kept. */
  state(workspaceId: string): Promise<'none' | 'session' | 'kept'>
}

/** A place that holds write-once files under names; folders today, WebDAV and S3 later, one file each. */
export interface Store {
  /** What this place can and cannot do. */
  readonly caps: { readonly watches: boolean; readonly maxFileBytes: number; readonly maxNamesPerFolder: number }
  /** The names directly in a folder ('' for the place itself), none for one that is not there; refuses with `sync.folderUnavailable` when the place is not there. */
  list(folder: string): Promise<readonly string[]>
  /** A file's bytes from `offset` on; null: not here (yet). */
  get(name: string, offset?: number, length?: number): Promise<AsyncIterable<Uint8Array> | null>
  /** Writes a file under a name that nobody has; `exists` when there is one already, which stays as it is. */
  putNew(name: string, bytes: AsyncIterable<Uint8Array> | Uint8Array): Promise<'written' | 'exists'>
  /** Makes a folder for names; one that exists is as good. */
  makeFolder(name: string): Promise<void>
  /** Removes a file that this replica has written. */
  removeOwn(name: string): Promise<void>
  /** Calls `changed` when something may have arrived; answers how to stop. Never called where the place cannot tell. */
  watch(changed: () => void): () => void
}
