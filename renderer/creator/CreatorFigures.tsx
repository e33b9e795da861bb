/** All that sources say of one creator: every figure with its source, period and age, differing sources one below the other. */

import { useQuery } from '@tanstack/react-query'

import type { CreatorFigure } from '../../shared/contract/metrics'
import { orpc } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { useNow } from '../session/now'
import { useShops } from '../session/shops'
import { Answer } from '../ui/Answer'
import { SmallTable, type SmallRow } from '../ui/SmallTable'
import classes from './figures.module.css'
import { FigureValue } from './FigureValue'

export interface CreatorFiguresProps {
  readonly creatorId: string
  /** Older figures of the same source and period are left out; sources of the same figure at most so many. */
  readonly sources?: number
}

export function CreatorFigures({ creatorId, sources = 3 }: CreatorFiguresProps) {
  const query = useQuery(orpc.metrics.ofCreator.queryOptions({ input: { creatorId } }))
  return <Answer query={query}>{(figures) => <Figures figures={figures} sources={sources} />}</Answer>
}

function Figures({ figures, sources }: { readonly figures: readonly CreatorFigure[]; readonly sources: number }) {
  const t = useText('metrics')
  const format = useFormat()
  const now = useNow()
  const shops = useShops()
  if (figures.length === 0) return <p className={classes.note}>{t('figures.none')}</p>
  const rows = figures.flatMap(({ name, said, disagrees }): SmallRow[] =>
    newestOfEach(said, sources).map((figure, at) => {
      const { source, shopId, periodFrom, periodTo } = figure
      const shop = shops.find(({ id }) => id === shopId)
      return {
        key: `${name} ${figure.observationId}`,
        cells: [
          at === 0 ? t(`name.${name}`) : '',
          <FigureValue key="value" name={name} figure={figure} disagrees={disagrees && at === 0} />,
          shop ? `${t(`source.${source}`)} · ${shop.name}` : t(`source.${source}`),
          periodFrom === null || periodTo === null ? t('figures.noPeriod') : format.period(periodFrom, periodTo),
          format.ago(figure.asOf, now),
        ],
      }
    }),
  )
  return (
    <div className={classes.figures}>
      <SmallTable
        label={t('figures.label')}
        columns={[
          { title: t('figures.figure') },
          { title: t('figures.value'), figure: true },
          { title: t('figures.source') },
          { title: t('figures.period') },
          { title: t('figures.asked') },
        ]}
        rows={rows}
      />
    </div>
  )
}

/** Of each source and shop the newest, as they come. */
function newestOfEach(said: CreatorFigure['said'], most: number): CreatorFigure['said'] {
  const seen = new Set<string>()
  return said
    .filter(({ source, shopId }) => {
      const key = `${source} ${shopId ?? ''}`
      const isFirst = !seen.has(key)
      seen.add(key)
      return isFirst
    })
    .slice(0, most)
}
