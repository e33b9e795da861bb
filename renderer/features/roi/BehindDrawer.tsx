/** The lines behind a figure: which they are, what they add up to, and each with all that its file says. */

import { Pill } from '@mantine/core'
import { useState } from 'react'

import type { OrderLine, RoiScope } from '../../../shared/contract/roi'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { DASH } from '../../ui/dash'
import { Drawer } from '../../ui/Drawer'
import { type Behind, linesQuestion } from './behind'
import { CostsBehind } from './CostsBehind'
import { FIGURES } from './figures'
import { LineDetail } from './LineDetail'
import { LinesBehind, useLines } from './LinesBehind'
import classes from './roi.module.css'
import { chipsOf, type RoiFilters } from './scope'
import { chipText, figureName, figureText } from './words'

export interface BehindDrawerProps {
  readonly behind: Behind
  readonly onClose: () => void
}

export function BehindDrawer({ behind, onClose }: BehindDrawerProps) {
  const t = useText('roi')
  const format = useFormat()
  const question = linesQuestion(behind)
  const lines = useLines(behind, question)
  const [at, setAt] = useState<number | null>(null)
  const line: OrderLine | undefined = at === null ? undefined : lines.rows.get(at)
  const value = figureText(behind.figure, behind.value, behind.currency, format) ?? DASH
  const figure = figureName(behind.figure, t)
  const title =
    behind.of === '' ? t('behind.title', { figure, value }) : t('behind.titleOf', { figure, of: behind.of, value })
  return (
    <Drawer
      title={title}
      wide
      onClose={line ? () => setAt(null) : onClose}
      onPrevious={line && at !== null && at > 0 ? () => setAt(at - 1) : undefined}
      onNext={line && at !== null && at + 1 < lines.rows.count ? () => setAt(at + 1) : undefined}
    >
      {line ? (
        <LineDetail line={line} onBack={() => setAt(null)} />
      ) : (
        <div className={classes.behind}>
          <p className={classes.note}>{t(`formula.${behind.figure}`)}</p>
          {behind.scope && <ScopeChips scope={behind.scope} />}
          {FIGURES[behind.figure].roles.length > 0 && (
            <LinesBehind behind={behind} lines={lines} isNone={question === null} onOpen={setAt} />
          )}
          {FIGURES[behind.figure].costs.length > 0 && <CostsBehind behind={behind} />}
        </div>
      )}
    </Drawer>
  )
}

/** What the drawer shows: the filters of the page and the place of the figure. */
function ScopeChips({ scope }: { readonly scope: RoiScope }) {
  const t = useText('roi')
  const words = { t, words: useText('words'), format: useFormat() }
  const shops = useShops()
  const { from, to, settledOnly = false } = scope
  const filters: RoiFilters = {
    by: ['creator'],
    currency: null,
    settledOnly,
    creators: scope.creators ?? [],
    products: scope.products ?? [],
    contents: scope.contents ?? [],
    contentTypes: scope.contentTypes ?? [],
    statuses: scope.statuses ?? [],
  }
  const named = (scope.shops ?? []).map((id) => shops.find((shop) => shop.id === id)?.name ?? id)
  const chips = [
    ...(from !== undefined && to !== undefined ? [words.format.period(from, to)] : []),
    ...named,
    ...(scope.markets ?? []),
    ...(settledOnly ? [t('filters.settledOnly')] : []),
    ...chipsOf(filters).map((chip) => chipText(chip, words)),
  ]
  return (
    <div className={classes.chips}>
      {chips.map((chip) => (
        <Pill key={chip}>{chip}</Pill>
      ))}
    </div>
  )
}
