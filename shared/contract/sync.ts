/** The exchange with colleagues: packages by hand, shared folders, what needs a decision, who has what. */

import { z } from '../schema'
import { Id, Instant, job, Nothing, procedure } from './define'
import { SampleChange } from './history'
import { FieldValue } from './records'

/** 16 hex digits: one computer's copy of the workspace, in one of its lives. */
export const ReplicaId = z.string().regex(/^[0-9a-f]{16}$/)
/** What a copy has: its replicas with the number of their last step. Pasted in chats as a request code. */
export const Vector = z.record(ReplicaId, z.int())

/** A colleague's computer, or this one. */
export const Device = z.object({
  replicaId: ReplicaId,
  self: z.boolean(),
  /** A person's and a computer's name, as they named themselves; '' when never heard. */
  person: z.string(),
  computer: z.string(),
  appVersion: z.string().nullable(),
  lastHeard: Instant.nullable(),
  /** Steps of theirs that were announced and are not here; steps of all that they have not confirmed. */
  behind: z.int(),
  ahead: z.int(),
  /** Their steps that are here and wait for something earlier. */
  waiting: z.int(),
  /** Their computer's date was wrong when they last wrote. */
  clockInDoubt: z.boolean(),
  /** They use a newer app, whose newest records wait here until this one is updated. */
  newerApp: z.boolean(),
  /** A former life of this computer's copy (a backup was restored, a file was copied): nothing new comes from it. */
  closed: z.boolean(),
})
export type Device = z.infer<typeof Device>

/** What is missing before waiting steps can be applied. */
export const Missing = z.object({
  replicaId: ReplicaId,
  person: z.string(),
  from: z.int(),
  to: z.int(),
})
export type Missing = z.infer<typeof Missing>

export const Folder = z.object({
  path: z.string(),
  state: z.enum(['upToDate', 'working', 'waiting', 'unavailable', 'problem', 'neverRun']),
  /** Of `unavailable`: a reason of `sync.folderUnavailable`; of `waiting` and `problem`: files and why. */
  reason: z.string().nullable(),
  /** Files announced by colleagues that the folder's program has not delivered yet, with since when. */
  undelivered: z.array(z.object({ person: z.string(), files: z.int(), since: Instant })),
  /** Files that stay unreadable, with the reason of `sync.unreadable`. */
  unreadable: z.array(z.object({ name: z.string(), reason: z.string(), since: Instant })),
  lastRun: Instant.nullable(),
})
export type Folder = z.infer<typeof Folder>

/** Imported files whose record is here and whose lines are not all. */
export const FactsOnTheWay = z.object({
  importId: Id,
  fileName: z.string(),
  person: z.string(),
  rows: z.int(),
  partsHere: z.int(),
  parts: z.int().nullable(),
})

export const SyncStatus = z.object({
  replicaId: ReplicaId,
  vector: Vector,
  /** What this copy would ask for, to be pasted in a chat. */
  requestCode: z.string(),
  /** Questions between people's values, of all levels but notices. */
  conflicts: z.int(),
  notices: z.int(),
  /** SHA-256 (hex) over everything shared: equal on two copies exactly when they hold the same data. */
  digest: z.string(),
  devices: z.array(Device),
  missing: z.array(Missing),
  folders: z.array(Folder),
  facts: z.array(FactsOnTheWay),
  attachmentsElsewhere: z.int(),
  /** Steps of newer apps that wait for an update. */
  parked: z.int(),
  /** A passphrase is known; `session`: only until the app ends, because this system has no keychain. */
  passphrase: z.enum(['none', 'session', 'kept']),
  /** Why this computer's date is doubted, or null. */
  clockDoubt: z.enum(['backwards', 'farAhead']).nullable(),
  /** This copy began a new life since it was last looked at: what became of the old one's work. */
  newLife: z
    .object({
      at: Instant,
      reason: z.enum(['restored', 'copied', 'moved', 'folderAhead', 'peerAhead']),
      lostSteps: z.int(),
    })
    .nullable(),
})
export type SyncStatus = z.infer<typeof SyncStatus>

/** What the chip in the corner needs; cheap enough to ask after every change. */
export const SyncBrief = SyncStatus.pick({
  conflicts: true,
  notices: true,
  folders: true,
  missing: true,
  parked: true,
  clockDoubt: true,
  newLife: true,
}).extend({
  people: z.int(),
  lastHeard: z.object({ person: z.string(), at: Instant }).nullable(),
  away: z.int(),
})
export type SyncBrief = z.infer<typeof SyncBrief>

/** For whom a package is: somebody whose state is known, a pasted request code, a new colleague, or everybody. */
export const Recipient = z.discriminatedUnion('to', [
  z.object({ to: z.literal('device'), replicaId: ReplicaId }),
  z.object({ to: z.literal('code'), code: z.string().min(1).max(4000) }),
  z.object({ to: z.literal('newColleague') }),
  z.object({ to: z.literal('everybody') }),
])
export type Recipient = z.input<typeof Recipient>

/** What a package for somebody would hold. Bytes before encryption, estimated. */
export const Outgoing = z.object({
  changes: z.int(),
  changesBytes: z.int(),
  facts: z.int(),
  factsBytes: z.int(),
  attachments: z.int(),
  attachmentsBytes: z.int(),
  /** When they were last heard of; null: never, so everything is sent. */
  since: Instant.nullable(),
})

export const ExportResult = z.object({
  file: z.string(),
  /** All parts; more than one when `partBytes` was given. */
  files: z.array(z.string()),
  changes: z.int(),
  facts: z.int(),
  attachments: z.int(),
  sizeBytes: z.int(),
})

/** How a package would change (or changed) one kind of record. */
export const EntityCounts = z.object({
  entity: z.string(),
  created: z.int(),
  changed: z.int(),
  removed: z.int(),
})

export const PackageSummary = z.object({
  file: z.string(),
  /** Who made it and when; '' and null when the file does not say. */
  person: z.string(),
  computer: z.string(),
  madeAt: Instant.nullable(),
  sizeBytes: z.int(),
  encrypted: z.boolean(),
  /** Steps in it that were not here, steps that were, and steps that are here now but wait. */
  changes: z.int(),
  alreadyHad: z.int(),
  waiting: z.int(),
  entities: z.array(EntityCounts),
  /** Questions that would need a decision, and combinations to be told of. */
  decisions: z.int(),
  notices: z.int(),
  facts: z.array(z.object({ importId: Id, fileName: z.string(), rows: z.int(), parts: z.int(), had: z.boolean() })),
  attachments: z.int(),
  attachmentsBytes: z.int(),
  missing: z.array(Missing),
  /** To paste in the chat with whoever has what is missing. */
  requestCode: z.string().nullable(),
  /** Steps of a newer app, which would wait for an update. */
  parked: z.int(),
  freeBytes: z.int(),
  /** The first changes in words, for the preview: at most 500. */
  sample: z.array(SampleChange),
})
export type PackageSummary = z.infer<typeof PackageSummary>

export const ImportedPackage = z.object({
  file: z.string(),
  arrival: z.int().nullable(),
  applied: z.int(),
  alreadyHad: z.int(),
  conflicts: z.int(),
  notices: z.int(),
  /** Lines of whole imported files that count from now on, by file. */
  facts: z.int(),
  attachments: z.int(),
  /** Steps that cannot be taken: of two histories, or malformed. */
  rejected: z.int(),
  missing: z.array(Missing),
  requestCode: z.string().nullable(),
})
export type ImportedPackage = z.infer<typeof ImportedPackage>

/** What one exchange with shared folders did. */
export const FolderRun = z.object({
  published: z.object({ changes: z.int(), facts: z.int(), attachments: z.int() }),
  taken: ImportedPackage,
})
export type FolderRun = z.infer<typeof FolderRun>

/** What one colleague did since this computer was last used. */
export const AwayPerson = z.object({
  person: z.string(),
  steps: z.int(),
  lastAt: Instant,
  entities: z.array(EntityCounts),
  sample: z.array(z.object({ at: Instant, label: z.string(), subject: z.string(), changes: z.int() })),
})

/** A package or a folder's delivery that brought something. */
export const Arrival = z.object({
  id: z.int(),
  kind: z.enum(['file', 'folder', 'join']),
  name: z.string(),
  person: z.string(),
  at: Instant,
  changes: z.int(),
})

const WithPassphrase = z.object({ passphrase: z.string().min(1).max(1000).optional() })

export const syncContract = {
  status: procedure(Nothing, SyncStatus),
  brief: procedure(Nothing, SyncBrief),
  /** How this computer and its person are named to colleagues. */
  nameMyself: procedure(
    z.object({ person: z.string().min(1).max(80), computer: z.string().max(80).optional() }),
    Nothing,
  ),
  /** Kept in the system's keychain where there is one. `null` forgets it. */
  setPassphrase: procedure(
    z.object({ passphrase: z.string().min(1).max(1000).nullable() }),
    z.object({ passphrase: z.enum(['none', 'session', 'kept']) }),
  ),
  outgoing: procedure(z.object({ recipient: Recipient }), Outgoing),
  /** Writes a package. Without a passphrase, given or kept, it is not encrypted. */
  export: job(
    WithPassphrase.extend({
      to: z.string().min(1),
      recipient: Recipient.default({ to: 'everybody' }),
      facts: z.boolean().default(true),
      attachments: z.boolean().default(true),
      /** Cut into parts of at most this, for chats with a limit. */
      partBytes: z.int().min(1_000_000).optional(),
      plain: z.boolean().default(false),
    }),
    ExportResult,
  ),
  /** What importing a package would do; writes nothing. */
  preview: job(WithPassphrase.extend({ file: z.string().min(1) }), PackageSummary),
  import: job(WithPassphrase.extend({ file: z.string().min(1) }), ImportedPackage),
  /** Uses a shared folder from now on; makes the team's part of it when it has none. */
  addFolder: procedure(WithPassphrase.extend({ folder: z.string().min(1) }), Folder),
  forgetFolder: procedure(z.object({ folder: z.string().min(1) }), Nothing),
  /** Publishes mine, takes theirs, once. */
  runFolder: job(WithPassphrase.extend({ folder: z.string().min(1).optional() }), FolderRun),
  /** Makes a new copy of the workspace in a package or a shared folder for this computer, and opens it. */
  join: job(
    WithPassphrase.extend({ from: z.string().min(1), file: z.string().min(1) }),
    z.object({ file: z.string(), replicaId: ReplicaId }),
  ),
  away: procedure(Nothing, z.object({ since: Instant.nullable(), people: z.array(AwayPerson) })),
  /** Everything until now has been looked at. */
  caughtUp: procedure(Nothing, Nothing),
  arrivals: procedure(z.object({ limit: z.int().min(1).max(200).default(50) }), z.array(Arrival)),
  /** Writes the opposite of what an arrival brought, where nobody has changed it since: an ordinary step, which can be undone. */
  undoArrival: job(z.object({ arrival: z.int() }), z.object({ undone: z.int(), left: z.int() })),
  /** Writes one earlier value of a field again. */
  restoreField: procedure(z.object({ entity: z.string(), id: Id, field: z.string(), value: FieldValue }), Nothing),
  /** The person says that this computer's date is right. */
  trustClock: procedure(Nothing, Nothing),
  /** The message about a new life was read. */
  newLifeSeen: procedure(Nothing, Nothing),
}
