/** Imports one package: checked to its end, stored, applied. What came before changes nothing. */

import { createGate, type Gate } from '../../../db/capture/gate'
import type { OpenWorkspace } from '../../../db/open'
import type { ImportedPackage } from '../../../shared/contract/sync'
import type { WorkspaceContext } from '../context'
import type { Reporter } from '../progress'
import { missingOf, requestCode } from './missing'
import { openChecked, type PackageChoice } from './open-checked'
import { type Received, takePackage } from './take-package'

const gates = new WeakMap<OpenWorkspace, Gate>()

/** One at a time: what one package stores must not be forgotten with another that is given up. */
export function importPackage(
  context: WorkspaceContext,
  choice: PackageChoice,
  reporter: Reporter,
): Promise<ImportedPackage> {
  const { workspace } = context.host.current()
  const gate = gates.get(workspace) ?? createGate()
  gates.set(workspace, gate)
  return gate.run(() => importOne(context, choice, reporter))
}

async function importOne(
  context: WorkspaceContext,
  choice: PackageChoice,
  reporter: Reporter,
): Promise<ImportedPackage> {
  const checked = await openChecked(context, choice, {
    signal: reporter.signal,
    onProgress: (done, total) => reporter.report({ step: 'check', done, total }),
  })
  try {
    const received = await takePackage(context, checked, 'file', reporter)
    if (!received.ownLogAhead) return resultOf(context, checked.file, [received])
    // The name belongs to another file by now: a new life begins, and what the old one did comes back from colleagues.
    await context.host.renew('peerAhead')
    return resultOf(context, checked.file, [await takePackage(context, checked, 'file', reporter), received])
  } finally {
    await checked.reader.close()
  }
}

/** `passes`: the last one first. */
function resultOf(
  context: WorkspaceContext,
  file: string,
  passes: readonly [Received, ...Received[]],
): ImportedPackage {
  const missing = missingOf(context)
  const sum = (of: (received: Received) => number) => passes.reduce((total, received) => total + of(received), 0)
  const [{ arrival, stored }] = passes
  return {
    file,
    arrival,
    applied: sum(({ applied }) => applied.steps),
    alreadyHad: passes.at(-1)?.stored.had ?? 0,
    conflicts: sum(({ applied }) => applied.decisions),
    notices: sum(({ applied }) => applied.notices),
    facts: sum(({ facts }) => facts),
    attachments: sum(({ attachments }) => attachments),
    rejected: stored.rejected,
    missing,
    requestCode: missing.length === 0 ? null : requestCode(context),
  }
}
