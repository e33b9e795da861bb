/** Finds a creator by handle or name and puts them beside the others. */

import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { putBeside } from './compared'

const FOUND = 20
const SETTLES_AFTER_MS = 150

export function AddCreator() {
  const t = useText('vetting')
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search.trim(), SETTLES_AFTER_MS)
  const query = useQuery(orpc.creators.list.queryOptions({ input: { search: settled, limit: FOUND } }))
  // Enter must never choose somebody who was found for an earlier text.
  const found = settled === search.trim() ? (query.data?.rows ?? []) : []
  return (
    <Select
      size="xs"
      aria-label={t('compare.add')}
      placeholder={t('compare.add')}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      data={found.map(({ id, handle, displayName }) => ({
        value: id,
        label: displayName ? `@${handle} · ${displayName}` : `@${handle}`,
      }))}
      filter={({ options }) => options}
      value={null}
      onChange={(id) => {
        if (id !== null) putBeside([id])
        setSearch('')
      }}
    />
  )
}
