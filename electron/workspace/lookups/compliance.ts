/** Own rules of the linter and script templates, as features see them. */

import type { ReadableDb } from '../../../db/database'
import { listComplianceRules, listScriptTemplates } from '../../../db/repositories/compliance'
import type { OwnRule, ScriptTemplate } from '../../../shared/contract/compliance'
import { FREEDOMS, TEMPLATE_KINDS } from '../../../shared/domain/compliance/templates'
import { LEVELS } from '../../../shared/domain/compliance/types'

/** Own rules with a key; a level that this build does not know counts as none. */
export function ownComplianceRules(db: ReadableDb): OwnRule[] {
  return listComplianceRules(db).flatMap(({ key, level, terms, off, ...rest }) =>
    key === null
      ? []
      : [
          {
            ...rest,
            key,
            level: LEVELS.find((known) => known === level) ?? null,
            terms: terms === null ? null : texts(terms),
            off: off ?? false,
          },
        ],
  )
}

/** The agency's own templates; a merge may leave a cell empty, the list still shows the record. */
export function ownScriptTemplates(db: ReadableDb): ScriptTemplate[] {
  return listScriptTemplates(db).map(({ kind, freedom, mustSay, maySay, neverSay, ...row }) => ({
    ...row,
    name: row.name ?? row.id,
    kind: TEMPLATE_KINDS.find((known) => known === kind) ?? 'script',
    body: row.body ?? '',
    mustSay: texts(mustSay),
    maySay: texts(maySay),
    neverSay: texts(neverSay),
    freedom: FREEDOMS.find((known) => known === freedom) ?? null,
    archived: row.archived ?? false,
  }))
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
