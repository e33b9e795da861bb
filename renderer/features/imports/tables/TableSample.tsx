/** The first things of a list as they are read: the columns that say something, in words. */

import { useMemo, useState } from 'react'

import type { PlatformListResult } from '../../../../shared/contract/platform-lists'
import { cellKindOf } from '../../../../shared/domain/platform-lists/targets'
import type { Format } from '../../../format/use-format'
import { useFormat } from '../../../format/use-format'
import type { GridColumn, GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { EN } from '../../../messages/catalogues'
import { useText } from '../../../messages/i18n'
import classes from '../imports.module.css'
import { roomFor } from '../room'

type Sample = PlatformListResult['sample'][number]

// The keys of the catalogue are exactly the names.
const FIELDS = Object.keys(EN.platformLists.field) as (keyof typeof EN.platformLists.field)[]
const FIGURES = Object.keys(EN.platformLists.figure) as (keyof typeof EN.platformLists.figure)[]

export function TableSample({ result: { sample, currency, kind } }: { readonly result: PlatformListResult }) {
  const t = useText('platformLists')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useMemo((): GridColumn<Sample>[] => {
    const says = (name: string) => sample.some((row) => (row[name] ?? null) !== null)
    const fields = FIELDS.filter((name) => name !== 'row' && says(name)).map((name) => ({
      id: name,
      title: t(`field.${name}`),
      kind:
        name === 'postedAt'
          ? ('instant' as const)
          : name === 'price' || name === 'listedStock'
            ? ('number' as const)
            : ('text' as const),
      value: (row: Sample) => row[name] ?? null,
      ...(name === 'price' && { text: (row: Sample) => moneyText(row[name], currency, format) }),
      width: name === 'title' || name === 'name' ? 220 : name.endsWith('Id') ? 190 : 150,
    }))
    const figures = FIGURES.filter(says).map((name) => ({
      id: `figure ${name}`,
      title: t(`figure.${name}`),
      kind: 'number' as const,
      value: (row: Sample) => row[name] ?? null,
      text: (row: Sample) => {
        const value = row[name]
        const cell = cellKindOf(kind, name)
        if (typeof value !== 'number') return null
        if (cell === 'money') return moneyText(value, currency, format)
        return cell === 'ratio' ? format.percent(value / 10_000, 2) : format.count(value)
      },
      width: 120,
    }))
    return [...fields, ...figures]
  }, [sample, currency, kind, t, format])
  const rows = useArrayRows(sample, columns, sort, format.language)
  return (
    <section aria-label={t('detail.sample')}>
      <h3 className={classes.heading}>{t('detail.sample')}</h3>
      <div className={classes.sample} style={roomFor(sample.length)}>
        <DataGrid
          name="imports.tableSample"
          label={t('detail.sample')}
          columns={columns}
          rows={rows}
          rowId={(row) => `${row['row'] ?? ''} ${row['productId'] ?? ''}`}
          sort={sort}
          onSort={setSort}
          empty={null}
          compact
        />
      </div>
    </section>
  )
}

function moneyText(value: Sample[string] | undefined, currency: string, format: Format): string | null {
  return typeof value === 'number' ? format.money(value, currency) : null
}
