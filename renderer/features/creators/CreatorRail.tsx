/** Beside the list: which creators it shows, by star, tier, tag and owner, with how many there are of each. */

import { useQueries, useQuery } from '@tanstack/react-query'

import type { Creator } from '../../../shared/contract/creators-list'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import type { ListView } from '../../grid/list-view'
import { type ViewCounts, ViewTabs } from '../../grid/ViewTabs'
import { useText } from '../../messages/i18n'
import classes from './list.module.css'

export interface RailProps {
  readonly shopId: string | null
  readonly view: ListView<Creator>
}

/** As many values of a field as are shown. */
const SHOWN = 12

export function CreatorRail({ shopId, view }: RailProps) {
  const { filters } = view.body
  const t = useText('creators')
  const vetting = useText('vetting')
  const format = useFormat()
  const owner = shopId === null ? 'claimOwner' : 'owner'
  const fields = ['starred', 'tier', 'tags', owner]
  const counts = useQuery(orpc.creators.counts.queryOptions({ input: { shopId, fields } })).data
  const viewCounts = useViewCounts(view, shopId, counts?.total)
  const tiers: Readonly<Record<string, string>> = vetting('tier', { returnObjects: true })
  const isOn = (field: string, value: string | boolean) =>
    filters.some((filter) => filter.field === field && filter.values[0] === value)
  const toggle = (field: string, value: string | boolean) => {
    const others = filters.filter((filter) => filter.field !== field)
    view.set({ filters: isOn(field, value) ? others : [...others, { field, op: 'anyOf', values: [value] }] })
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
    <section className={classes.rail} aria-label={t('list.rail.title')}>
      <ViewTabs view={view} counts={viewCounts} rail />
      <ul>{choice(t('list.starred'), starred, isOn('starred', true), () => toggle('starred', true))}</ul>
      {[group('tier', tiers), group('tags'), group(owner)]}
    </section>
  )
}

/** How many creators each saved view has. */
function useViewCounts(view: ListView<Creator>, shopId: string | null, all: number | undefined): ViewCounts {
  const answers = useQueries({
    queries: view.views.map(({ body }) => ({
      ...orpc.creators.list.queryOptions({
        input: { shopId, search: body?.search ?? '', filters: body?.filters ?? [], limit: 1 },
      }),
      enabled: body !== null,
    })),
  })
  return (saved) => (saved === null ? all : answers[view.views.findIndex(({ id }) => id === saved.id)]?.data?.total)
}
