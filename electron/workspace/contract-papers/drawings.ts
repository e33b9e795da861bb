/** Signatures that were drawn on the screen, for the papers that show them. */

import { readFileSync } from 'node:fs'

import { blobPath } from '../../../db/blob-store'
import type { CheckedFacts } from './checking'
import type { ContractFacts } from './facts'

/** By the signature's id; one whose picture was changed is not shown as a signature. */
export function drawingsOf(
  workspace: string,
  { signatures }: ContractFacts,
  checked: CheckedFacts,
): ReadonlyMap<string, Buffer> {
  const whole = new Set(checked.signatures.filter(({ file }) => file === 'whole').map(({ id }) => id))
  return new Map(
    signatures.flatMap(({ id, method, file }) =>
      method === 'screen' && file !== null && whole.has(id)
        ? [[id, readFileSync(blobPath(workspace, file.sha256))] as const]
        : [],
    ),
  )
}
