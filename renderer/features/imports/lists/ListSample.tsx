/** The first creators of a list as they are read: the columns that say something, in words. */

import { useMemo, useState } from 'react'

import type { ListResult } from '../../../../shared/contract/metrics'
import { LIST_TARGETS } from '../../../../shared/domain/creator-list-layouts'
import { isMetricName } from '../../../../shared/domain/metric-names'
import { metricText } from '../../../creator/metric-text'
import { useFormat } from '../../../format/use-format'
import type { GridColumn, GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import classes from '../imports.module.css'
import { roomFor } from '../room'
import { targetText } from './Mapping'

type Sample = ListResult['sample'][number]

export function ListSample({ result: { sample, currency } }: { readonly result: ListResult }) {
  const t = useText('metrics')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useMemo(
    () =>
      LIST_TARGETS.filter((target) => sample.some((row) => (row[target] ?? null) !== null)).map(
        (target): GridColumn<Sample> => ({
          id: target,
          title: targetText(target, t),
          kind: isMetricName(target) ? 'number' : 'text',
          value: (row) => row[target] ?? null,
          text: (row) => {
            const value = row[target] ?? null
            return isMetricName(target) && typeof value === 'number'
              ? metricText(target, value, currency, format)
              : value === null
                ? null
                : String(value)
          },
          width: target === 'handle' ? 170 : 120,
        }),
      ),
    [sample, currency, t, format],
  )
  const rows = useArrayRows(sample, columns, sort, format.language)
  return (
    <section aria-label={t('detail.sample')}>
      <h3 className={classes.heading}>{t('detail.sample')}</h3>
      <div className={classes.sample} style={roomFor(sample.length)}>
        <DataGrid
          name="imports.listSample"
          label={t('detail.sample')}
          columns={columns}
          rows={rows}
          rowId={(row) => String(row['row'])}
          sort={sort}
          onSort={setSort}
          empty={null}
          compact
        />
      </div>
    </section>
  )
}
