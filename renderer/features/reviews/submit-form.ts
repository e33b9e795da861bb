/** What is typed to hand in a script or video. */

import type { Review, ReviewFields } from '../../../shared/contract/reviews'

export interface SubmitDraft {
  readonly kind: Review['kind']
  readonly title: string
  readonly shopId: string
  readonly creatorId: string
  readonly productId: string
  readonly market: string
  readonly language: string
  readonly text: string
  /** Absolute path of the chosen video. */
  readonly path: string
  readonly note: string
  readonly reviewer: string
  readonly deputy: string
  readonly rounds: string
}

export function draftFor(of: Review | null, shopId: string | null): SubmitDraft {
  return {
    kind: of?.kind ?? 'video',
    title: of?.title ?? '',
    shopId: of?.shopId ?? shopId ?? '',
    creatorId: of?.creatorId ?? '',
    productId: of?.productId ?? '',
    market: of?.market ?? '',
    language: of?.language ?? '',
    text: '',
    path: '',
    note: '',
    reviewer: '',
    deputy: '',
    rounds: '',
  }
}

/** Only what was filled in: the rest follows from the review hours. */
export function submissionOf(draft: SubmitDraft): ReviewFields {
  const given = (name: 'title' | 'creatorId' | 'productId' | 'market' | 'language' | 'reviewer' | 'deputy') =>
    draft[name].trim() === '' ? {} : { [name]: draft[name].trim() }
  return {
    kind: draft.kind,
    shopId: draft.shopId,
    ...given('title'),
    ...given('creatorId'),
    ...given('productId'),
    ...given('market'),
    ...given('language'),
    ...given('reviewer'),
    ...given('deputy'),
    ...(draft.rounds.trim() !== '' && { rounds: Number(draft.rounds) }),
  }
}

export function isRounds(text: string): boolean {
  return text.trim() === '' || /^(?:1?\d|20)$/u.test(text.trim())
}

/** `C:\cuts\serum 2.mp4` is `serum 2.mp4`. */
export function nameOf(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path
}
