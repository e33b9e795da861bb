/** Reminders and what comes back: texts in the creator's language, each reminder and excuse written down with its contact. */

import { dayOfNumber } from '../../../shared/domain/days'
import type { SampleText } from '../../../shared/contract/sample-requests'
import { FIRST_NUDGE_DAY, ladderFor, type NudgeStep } from '../../../shared/domain/ghosting'
import { sampleText } from '../../../shared/domain/sample-texts'
import { fill } from '../../../shared/domain/templates'
import { zoneDays } from '../../../shared/domain/zone-days'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { allSamples, type KnownSample } from '../lookups/samples'
import { findShop } from '../lookups/shops'
import { type Addressee, addressees, allTemplates, filledText } from '../outreach/texts'
import { put, write } from '../support'
import { logAboutSample } from './contact'
import { type Ghost, ghostsOf } from './ghosts'
import { ruleBook } from './request-rules'

export interface Message {
  readonly id: string
  readonly text: string
  readonly channel: string | null
  readonly templateId: string | null
  readonly templateVersionId: string | null
}

/** The text of the next reminder (of the last one, when all were sent), or of a question about a request. */
export function textAbout(context: WorkspaceContext, id: string, about: 'nudge' | 'question'): SampleText {
  const { db } = context.host.current().workspace
  const ghost = about === 'nudge' ? ghostOf(context, id) : null
  const sample = ghost?.sample ?? sampleOf(context, id)
  const step = ghost && stepOf(context, ghost)
  const shop = findShop(db, sample.shopId)
  const addressee = addressees(db, [sample.creatorId], shop).get(sample.creatorId)
  if (!addressee) throw new AppError('record.notFound', { entity: 'creators', id: sample.creatorId })
  const own = step?.templateId ? ownText(context, step.templateId, addressee, ghost) : null
  if (own) return { ...own, step }
  const { creator } = addressee
  const { language, body } = sampleText(step?.tone ?? 'question', creator.language, creator.market ?? shop.market)
  const values = { ...valuesOf(sample, ghost, language), name: creator.displayName ?? creator.handle ?? '' }
  return { language, text: fill(body, values).text, templateId: null, templateVersionId: null, channel: null, step }
}

/** Refused before the fifth day, on which the platform lets a shop remind, and for a sample that needs no reminder. */
export async function nudge(context: WorkspaceContext, { id, ...message }: Message): Promise<void> {
  const { sample, view } = ghostOf(context, id)
  if (view.days < FIRST_NUDGE_DAY)
    throw new AppError('record.invalid', { entity: 'sampleNudges', field: 'at', reason: 'tooEarly' })
  const { creatorId, shopId } = sample
  await write(context, 'sampleRequests.nudge', sample.handle ?? sample.productName ?? sample.productId, (tx) => {
    logAboutSample(context, tx, { ...message, creatorId, shopId, kind: 'sent', at: null })
    const { text, channel } = message
    const step = view.nextStep
    put(context, tx, 'sampleNudges', null, { ...own(context, id), kind: 'nudge', step, channel, text })
  })
}

/** What they said; with a day, what they promised. */
export async function excuse(
  context: WorkspaceContext,
  { id, text, promisedDay }: { readonly id: string; readonly text: string; readonly promisedDay: string | null },
): Promise<void> {
  if (text === '' && promisedDay === null)
    throw new AppError('record.invalid', { entity: 'sampleNudges', field: 'text', reason: 'missing' })
  const { creatorId, shopId, handle, productName, productId } = ghostOf(context, id).sample
  const kind = text === '' ? 'promise' : 'excuse'
  await write(context, 'sampleRequests.excuse', handle ?? productName ?? productId, (tx) => {
    const reply = { creatorId, shopId, kind: 'replied' as const, at: null, channel: null }
    logAboutSample(context, tx, { ...reply, text: text || null, templateId: null, templateVersionId: null })
    put(context, tx, 'sampleNudges', null, { ...own(context, id), kind, promisedDay, text: text || null })
  })
}

function own(context: WorkspaceContext, sampleId: string) {
  return { sampleId, at: context.now(), person: context.author() }
}

function sampleOf(context: WorkspaceContext, id: string): KnownSample {
  const [sample] = allSamples(context.host.current().workspace.db, context.now(), [id])
  if (!sample) throw new AppError('record.notFound', { entity: 'samples', id })
  return sample
}

/** A sample that arrived. Refuses as `record.notFound`, of one on its way as `record.illegalStep`. */
function ghostOf(context: WorkspaceContext, id: string): Ghost {
  const [ghost] = ghostsOf(context.host.current().workspace.db, context.now(), [id])
  if (ghost && ghost.sample.dates.delivered !== undefined) return ghost
  const { state } = ghost?.sample ?? sampleOf(context, id)
  throw new AppError('record.illegalStep', { entity: 'samples', id, from: state, to: 'contentDue' })
}

function stepOf(context: WorkspaceContext, { sample, view }: Ghost): NudgeStep | null {
  const { db } = context.host.current().workspace
  const { timezone } = findShop(db, sample.shopId)
  const delivered = dayOfNumber(zoneDays(timezone).dayOf(sample.dates.delivered ?? context.now()))
  const { steps } = ladderFor(ruleBook(db).ladders, delivered)
  return steps[view.nextStep ?? steps.length - 1] ?? null
}

/** The agency's own template, as far as it has a text and nothing in it stays open. */
function ownText(
  context: WorkspaceContext,
  templateId: string,
  addressee: Addressee,
  ghost: Ghost | null,
): Omit<SampleText, 'step'> | null {
  const { db } = context.host.current().workspace
  const template = allTemplates(db, context.now()).find(({ id, archived }) => id === templateId && !archived)
  if (!template || !ghost) return null
  const language = addressee.creator.language ?? 'en'
  const filled = filledText(context, template, addressee, valuesOf(ghost.sample, ghost, language))
  if (filled === null || filled.missing.length > 0) return null
  const { text, channel, templateVersionId } = filled
  return { language: filled.language, text, templateId, templateVersionId, channel }
}

function valuesOf(sample: KnownSample, ghost: Ghost | null, language: string): Record<string, string> {
  const due = sample.deadlines.post?.day
  return {
    product: sample.productName ?? sample.productId,
    ...(due === undefined ? {} : { day: dayIn(due, language) }),
    ...(ghost === null ? {} : { days: String(ghost.view.days) }),
  }
}

/** `14 March` as the creator's language writes it. */
function dayIn(day: string, language: string): string {
  try {
    return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      Date.parse(`${day}T00:00:00Z`),
    )
  } catch {
    // Not a language that this system knows.
    return day
  }
}
