/** The workspace file: create, open, look after, and what is in it. */

import { Day } from '../domain/days'
import { z } from '../schema'
import { Currency, Instant, job, Nothing, procedure } from './define'

export const WorkspaceState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('none') }),
  z.object({
    status: z.literal('open'),
    file: z.string(),
    name: z.string(),
    workspaceId: z.string(),
    replicaId: z.string(),
    currency: Currency,
    demo: z.boolean(),
  }),
])
export type WorkspaceState = z.infer<typeof WorkspaceState>

export const WorkspaceInfo = z.object({
  file: z.string(),
  name: z.string(),
  workspaceId: z.string(),
  replicaId: z.string(),
  schemaVersion: z.int(),
  currency: Currency,
  counts: z.object({
    clients: z.int(),
    shops: z.int(),
    creators: z.int(),
    products: z.int(),
    orders: z.int(),
    lines: z.int(),
    imports: z.int(),
    steps: z.int(),
  }),
  sizeBytes: z.int(),
})

export const Check = z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })
export const Verification = z.object({ ok: z.boolean(), checks: z.array(Check) })

export const Backup = z.object({
  file: z.string(),
  reason: z.enum(['migration', 'import', 'daily', 'manual', 'restore']),
  at: Instant,
  sizeBytes: z.int(),
})

const OpenInput = z.object({ file: z.string().min(1), allowReplicated: z.boolean().default(false) })

export const workspaceContract = {
  state: procedure(Nothing, WorkspaceState),
  /** Makes a new file and opens it. Refuses when the file exists, the folder is replicated (unless allowed) or cannot be written. */
  create: procedure(
    OpenInput.extend({ name: z.string().min(1).max(120).optional(), currency: Currency.default('USD') }),
    WorkspaceState,
  ),
  open: procedure(OpenInput, WorkspaceState),
  close: procedure(Nothing, Nothing),
  rename: procedure(
    z.object({ name: z.string().min(1).max(120).optional(), currency: Currency.optional() }),
    WorkspaceState,
  ),
  info: procedure(Nothing, WorkspaceInfo),
  verify: job(Nothing, Verification),
  /** A consistent copy of the open workspace at `to`. */
  backup: job(
    z.object({ to: z.string().min(1) }),
    z.object({ file: z.string(), sizeBytes: z.int(), sha256: z.string() }),
  ),
  backups: procedure(Nothing, z.array(Backup)),
  /** Puts a backup in place of the open file; the file as it was is kept beside it. */
  restore: job(z.object({ backup: z.string().min(1) }), z.object({ keptAs: z.string() })),
  /** Puts a backup in the place of a file that cannot be opened. */
  restoreDamaged: job(
    z.object({ file: z.string().min(1), backup: z.string().min(1) }),
    z.object({ keptAs: z.string() }),
  ),
  /** The backups beside a file that is not open. */
  backupsOf: procedure(z.object({ file: z.string().min(1) }), z.array(Backup)),
  /**
   * Fills the open, empty workspace with a year of made-up data up to `until` (else the end of last month): the same
   * data for the same wish. Refused with `workspace.exists` when there are shops already.
   */
  fillDemo: job(
    z.object({
      size: z.enum(['small', 'agency', 'large']),
      seed: z.int().min(0).default(1),
      until: Day.optional(),
    }),
    z.object({ shops: z.int(), creators: z.int(), lines: z.int(), files: z.int() }),
  ),
}
