/** What the palette finds beside commands: saved views, and creators by handle, name or pinyin. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'

import { orpc } from '../api'
import { goTo, type Place, type Section, SECTIONS } from '../session/place'
import type { Command } from './commands'

/** Typing rests for so long before the workspace is asked. */
const SETTLES_AFTER_MS = 90
const MOST_CREATORS = 8

/** Where lists stand that have no section of their own. */
const PLACES: Readonly<Record<string, { readonly section: Section; readonly target: Place['target'] }>> = {
  costs: { section: 'costs', target: { tab: 'lines' } },
  'product-costs': { section: 'costs', target: { tab: 'products' } },
  rates: { section: 'costs', target: { tab: 'rates' } },
  clients: { section: 'shops', target: { list: 'clients' } },
  shops: { section: 'shops', target: { list: 'shops' } },
}

/** Saved views of every list that this window shows, as commands that open them. */
export function useViewCommands(): readonly Command[] {
  const { data = [] } = useQuery(orpc.views.list.queryOptions({ input: {} }))
  return data.flatMap(({ id, list, name }): Command[] => {
    const section = SECTIONS.find((one) => one === list)
    const to = PLACES[list] ?? (section && { section, target: null })
    if (!to) return []
    return [
      {
        id: `view.${id}`,
        group: 'view',
        title: name,
        names: [name],
        run: () => goTo(to.section, { ...to.target, view: id }),
      },
    ]
  })
}

/** Creators that fit what was typed, the best first; those of the text before while the next answer is on its way. */
export function useCreatorCommands(typed: string): readonly Command[] {
  const [search] = useDebouncedValue(typed.trim(), SETTLES_AFTER_MS)
  const { data } = useQuery({
    ...orpc.creators.list.queryOptions({ input: { search, limit: MOST_CREATORS, figures: [] } }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  if (typed.trim() === '' || search === '') {
    return []
  }
  return (data?.rows ?? []).map(({ id, handle, displayName }): Command => ({
    id: `creator.${id}`,
    group: 'creator',
    title: displayName === null ? `@${handle}` : `@${handle} · ${displayName}`,
    names: [handle, displayName ?? ''],
    run: () => goTo('creators', { creator: id, search: handle }),
  }))
}
