/** Beside the list: which creators it shows, by star, tier, tag and owner, with how many there are of each. */

import { useQuery } from '@tanstack/react-query'

import type { ListFilter } from '../../../shared/domain/lists'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import classes from './list.module.css'

export interface RailProps {
  readonly shopId: string | null
  readonly filters: readonly ListFilter[]
  readonly onFilters: (filters: readonly ListFilter[]) => void
}

/** As many values of a field as are shown. */
const SHOWN = 12

export function CreatorRail({ shopId, filters, onFilters }: RailProps) {
  const t = useText('creators')
  const vetting = useText('vetting')
  const format = useFormat()
  const owner = shopId === null ? 'claimOwner' : 'owner'
  const fields = ['starred', 'tier', 'tags', owner]
  const counts = useQuery(orpc.creators.counts.queryOptions({ input: { shopId, fields } })).data
  const tiers: Readonly<Record<string, string>> = vetting('tier', { returnObjects: true })
  const isOn = (field: string, value: string | boolean) =>
    filters.some((filter) => filter.field === field && filter.values[0] === value)
  const toggle = (field: string, value: string | boolean) => {
    const others = filters.filter((filter) => filter.field !== field)
    onFilters(isOn(field, value) ? others : [...others, { field, op: 'anyOf', values: [value] }])
  }
  const choice = (name: string, count: number, on: boolean, choose: () => void) => (
    <li key={name}>
      <button type="button" className={classes.choice} aria-pressed={on} onClick={choose}>
        <span className={classes.choiceName} title={name}>
          {name}
        </span>
        <span className={classes.choiceCount}>{format.count(count)}</span>
      </button>
    </li>
  )
  const starred = counts?.fields['starred']?.find(({ value }) => value === true)?.count ?? 0
  const group = (field: string, words: Readonly<Record<string, string>> = {}) => {
    const values = (counts?.fields[field] ?? []).filter(({ value }) => typeof value === 'string').slice(0, SHOWN)
    if (values.length === 0) return null
    return (
      <section key={field}>
        <h2>{t(`list.rail.${field === 'tier' ? 'tiers' : field === 'tags' ? 'tags' : 'owners'}`)}</h2>
        <ul>
          {values.map(({ value, count }) =>
            choice(words[String(value)] ?? String(value), count, isOn(field, String(value)), () =>
              toggle(field, String(value)),
            ),
          )}
        </ul>
      </section>
    )
  }
  return (
    <nav className={classes.rail} aria-label={t('list.rail.title')}>
      <ul>
        {choice(t('list.rail.all'), counts?.total ?? 0, filters.length === 0, () => onFilters([]))}
        {choice(t('list.starred'), starred, isOn('starred', true), () => toggle('starred', true))}
      </ul>
      {[group('tier', tiers), group('tags'), group(owner)]}
    </nav>
  )
}
