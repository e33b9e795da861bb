/** Columns of figures: what sources say of a creator, and what came of them in our own shops. */

import type { Creator } from '../../../shared/contract/creators-list'
import { METRICS, type MetricName } from '../../../shared/domain/metric-names'
import type { Format } from '../../format/use-format'
import type { GridColumn } from '../../grid/columns'
import { Figure } from './list-cells'
import { showFigures } from './show-figures'

const BASIS = 10_000

export type Column = GridColumn<Creator>

/** The figures that a row carries. */
export const LIST_FIGURES: MetricName[] = [
  'followers',
  'gmv',
  'gpm',
  'cvr',
  'engagement',
  'postRate',
  'avgViews',
  'ctr',
]

export interface Parts {
  readonly titles: Readonly<Record<string, string>>
  readonly stageWords: Readonly<Record<string, string>>
  readonly tierWords: Readonly<Record<string, string>>
  readonly format: Format
  readonly shopId: string | null
}

const METRIC_COLUMN = { count: 'number', money: 'money', ratio: 'percent' } as const

export function figureColumns({ titles, format }: Parts): Column[] {
  return LIST_FIGURES.map((name): Column => {
    const kind = METRIC_COLUMN[METRICS[name]]
    const value = ({ figures }: Creator): number | null => {
      const figure = figures[name]
      return figure === undefined ? null : kind === 'percent' ? figure.value / BASIS : figure.value
    }
    const shown = (creator: Creator): string | null => {
      const figure = creator.figures[name]
      const size = value(creator)
      if (size === null || figure === undefined) return null
      if (kind === 'percent') return format.percent(size)
      return kind === 'money' && figure.currency !== null
        ? format.money(size, figure.currency)
        : format.shortCount(size)
    }
    return {
      id: name,
      title: titles[name] ?? name,
      kind,
      value,
      text: shown,
      render: (creator) => {
        const text = shown(creator)
        return text === null ? null : <Figure creator={creator} name={name} text={text} />
      },
      explanation: ({ figures }) => {
        const figure = figures[name]
        return figure === undefined ? null : `${figure.source} · ${format.instant(figure.observedAt)}`
      },
      ...(kind === 'money' && { currency: ({ figures }: Creator) => figures[name]?.currency ?? '' }),
      width: name === 'gpm' ? 180 : 108,
      hidden: name === 'gmv' || name === 'avgViews' || name === 'ctr',
    }
  })
}

export function resultColumns({ titles }: Parts): Column[] {
  const title = (id: string) => titles[id] ?? id
  const currency = ({ results }: Creator) => results?.currency ?? ''
  return [
    {
      id: 'contribution',
      title: title('contribution'),
      kind: 'money',
      currency,
      value: ({ results }) => results?.contribution ?? null,
    },
    {
      id: 'ownGmv',
      title: title('ownGmv'),
      kind: 'money',
      currency,
      value: ({ results }) => results?.gmv ?? null,
      hidden: true,
    },
    {
      id: 'ownOrders',
      title: title('ownOrders'),
      kind: 'number',
      value: ({ results }) => results?.orders ?? null,
      hidden: true,
    },
    {
      id: 'ownRefundRate',
      title: title('ownRefundRate'),
      kind: 'percent',
      value: ({ results }) => shareOf(results?.refundRate),
    },
    {
      id: 'shops',
      title: title('shops'),
      kind: 'number',
      value: ({ shops }) => shops,
      onOpen: ({ handle }) => showFigures(handle),
      width: 72,
    },
  ]
}

/** Basis points as the fraction that cells of percentages hold. */
export function shareOf(points: number | null | undefined): number | null {
  return typeof points === 'number' ? points / BASIS : null
}
