/**
 * Script templates: what must, may and must never be said in a kind of content, how free the words are, and who signed them off.
 *
 * Promise: a sign-off is of the words that were read; a change of them takes it away.
 */

export const TEMPLATE_KINDS = ['script', 'localisation'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

/** How far a creator may leave the words. */
export const FREEDOMS = ['verbatim', 'points', 'free'] as const
export type Freedom = (typeof FREEDOMS)[number]

/** What a native reader reads. */
export interface TemplateWords {
  readonly language: string | null
  readonly body: string
  readonly mustSay: readonly string[]
  readonly maySay: readonly string[]
  readonly neverSay: readonly string[]
}

/** Whether a sign-off of `before` still holds for `after`. */
export function keepsSignOff(before: TemplateWords, after: TemplateWords): boolean {
  return fingerprint(before) === fingerprint(after)
}

function fingerprint({ language, body, mustSay, maySay, neverSay }: TemplateWords): string {
  return JSON.stringify([language ?? '', body.normalize('NFC').trim(), mustSay, maySay, neverSay])
}
