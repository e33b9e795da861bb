/** A script template as it is typed. */

import type { ScriptTemplate } from '../../../shared/contract/compliance'
import type { Freedom, TemplateKind } from '../../../shared/domain/compliance/templates'

export interface TemplateDraft {
  readonly name: string
  readonly kind: TemplateKind
  readonly category: string
  readonly market: string | null
  readonly language: string | null
  readonly contentForm: string
  readonly body: string
  /** One a line. */
  readonly mustSay: string
  readonly maySay: string
  readonly neverSay: string
  readonly freedom: Freedom | null
  readonly note: string
  readonly archived: boolean
}

export function draftOf(template: ScriptTemplate | null): TemplateDraft {
  return {
    name: template?.name ?? '',
    kind: template?.kind ?? 'script',
    category: template?.category ?? '',
    market: template?.market ?? null,
    language: template?.language ?? null,
    contentForm: template?.contentForm ?? '',
    body: template?.body ?? '',
    mustSay: (template?.mustSay ?? []).join('\n'),
    maySay: (template?.maySay ?? []).join('\n'),
    neverSay: (template?.neverSay ?? []).join('\n'),
    freedom: template?.freedom ?? null,
    note: template?.note ?? '',
    archived: template?.archived ?? false,
  }
}

export function fieldsOf(draft: TemplateDraft) {
  const blank = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    ...draft,
    name: draft.name.trim(),
    category: blank(draft.category),
    contentForm: blank(draft.contentForm),
    note: blank(draft.note),
    mustSay: linesOf(draft.mustSay),
    maySay: linesOf(draft.maySay),
    neverSay: linesOf(draft.neverSay),
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
