/** Script templates that come with the app: starting points to copy, made of wording that the linter has nothing to say of. */

import type { Freedom, TemplateKind, TemplateWords } from './templates'

export interface ShippedTemplate extends TemplateWords {
  readonly name: string
  readonly kind: TemplateKind
  readonly category: string | null
  readonly market: string | null
  readonly language: string
  readonly contentForm: string | null
  readonly freedom: Freedom
  readonly note: string | null
}

export const SHIPPED_TEMPLATES: readonly ShippedTemplate[] = []
