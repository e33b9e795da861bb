/** Pick lists and labels as files, as the person here may see them. */

import { type PackSample, type PickGroup, PickList } from '../../../shared/contract/sample-files'
import { dayInZone } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import { writePdf } from '../documents/pdf'
import { findShop } from '../lookups/shops'
import { shownTo } from '../roles/showing'
import { cannotBePrinted, drawLabels, PAPERS, type Paper } from './label-page'
import { pickList } from './pick'
import { drawPickList } from './pick-page'
import { PRINT_WORDS, type PrintLanguage } from './print-words'

export interface Printing {
  readonly what: 'pickList' | 'labels'
  readonly shopId: string | null
  /** Left out: all. */
  readonly ids?: readonly string[] | undefined
  readonly language: PrintLanguage
  readonly paper: Paper
  readonly to: string
}

export interface Printed {
  readonly file: string
  readonly samples: number
  /** Labels without an address, as its letters cannot be printed. */
  readonly gaps: number
}

export async function printed(context: WorkspaceContext, printing: Printing): Promise<Printed> {
  const { what, shopId, ids, language, paper, to } = printing
  const { db } = context.host.current().workspace
  const all = pickList(db, shopId)
  const show = shownTo(context, PickList, {})
  const shown = show === null ? all : PickList.parse(show(all))
  const wanted = ids === undefined ? null : new Set(ids)
  const groups = shown.groups.map((group) => onlyThese(group, wanted)).filter((group) => group.samples.length > 0)
  const samples = groups.flatMap((group) => group.samples)
  const shop = shopId === null ? null : findShop(db, shopId)
  const options = { title: PRINT_WORDS[language].title, language, at: context.now() }
  if (what === 'labels') {
    const { size } = PAPERS[paper]
    const { file } = await writePdf(to, { ...options, size, margin: 0 }, (page) =>
      drawLabels(page, samples, paper, language),
    )
    return { file, samples: samples.length, gaps: samples.filter(cannotBePrinted).length }
  }
  const day = dayInZone(context.now(), shop?.timezone ?? 'UTC')
  const { file } = await writePdf(to, options, (page) =>
    drawPickList(page, { groups }, { shop: shop?.name ?? null, day, language }),
  )
  return { file, samples: samples.length, gaps: 0 }
}

function onlyThese(group: PickGroup, wanted: ReadonlySet<string> | null): PickGroup {
  if (wanted === null) return group
  const samples = group.samples.filter(({ id }) => wanted.has(id))
  const pieces = (state: PackSample['state']) =>
    samples.reduce((sum, sample) => sum + (sample.state === state ? sample.quantity : 0), 0)
  return { ...group, samples, toPack: pieces('approved'), packed: pieces('packed') }
}
