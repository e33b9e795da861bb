/** Answers as the person here may see them: the one place where roles hide values. */

import { type Concealer, concealerOf } from '../../../shared/contract/masks'
import type { WorkspaceContext } from '../context'
import { hiddenFrom } from './roles'

const concealers = new WeakMap<object, Concealer | null>()

/**
 * What of an answer of this schema the person here may see; null: all of it. Called for every answer at the edge of the
 * contract, and by whoever writes an answer to a file.
 */
export function shownTo(
  context: Pick<WorkspaceContext, 'host' | 'author'>,
  schema: unknown,
  input: unknown,
): ((output: unknown) => unknown) | null {
  if (typeof schema !== 'object' || schema === null) return null
  const known = concealers.get(schema)
  const concealer = known === undefined ? concealerOf(schema) : known
  concealers.set(schema, concealer)
  if (concealer === null) return null
  const hidden = hiddenFrom(context)
  return hidden === null ? null : (output) => concealer(output, hidden, input)
}
