/** A contradiction between steps, decided: one more step that names all contested ones. */

import { putRecord } from '../../../db/repositories/records'
import { heldRecords } from '../../../db/sync/holds'
import { ENTITIES, ENTITY_LIST } from '../../../shared/sync/registry'
import { machineOf } from '../../../shared/sync/machine'
import { bookAsDecided } from '../paying/decided'
import { cannot, type Deciding, stale } from './deciding'

export function decideHold({ context, tx, draft, choice }: Deciding): void {
  const { entity, recordId: id } = draft
  const [held] = heldRecords(tx.$client, { tbl: ENTITIES[entity].n, id })
  const events = ENTITY_LIST.find((one) => one.events?.machine === held?.machine)
  const machine = held === undefined ? null : machineOf(held.machine)
  if (held === undefined || machine === null || events?.events === undefined) throw stale(draft)
  const to = choice.how === 'value' ? choice.value : stateOf(held.steps, choice.how === 'keep' ? choice.write : null)
  if (typeof to !== 'string' || !Object.hasOwn(machine.edges, to)) throw cannot(draft, 'notAllowed')
  putRecord(
    tx,
    events.name,
    null,
    {
      [events.events.of]: id,
      fromState: held.state,
      toState: to,
      resolves: JSON.stringify(held.steps.filter(({ counted }) => !counted).map((step) => step.id)),
      machine: machine.version,
    },
    context.now(),
  )
  if (entity === 'payables') bookAsDecided(context, tx, id)
}

function stateOf(steps: readonly { readonly id: string; readonly to: string }[], write: string | null): string | null {
  return steps.find(({ id }) => id === write)?.to ?? null
}
