/** Which other creator is the same person: found by handle or name. */

import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CreatorRecord } from '../../../../shared/contract/creator-record'
import { orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { Drawer } from '../../../ui/Drawer'
import { focusNow } from '../../../ui/focus'

const FOUND = 20
const SETTLES_AFTER_MS = 150

interface FindOtherProps {
  readonly creator: CreatorRecord
  readonly onFound: (id: string) => void
  readonly onClose: () => void
}

export function FindOther({ creator, onFound, onClose }: FindOtherProps) {
  const t = useText('duplicates')
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search.trim(), SETTLES_AFTER_MS)
  const found = useQuery(orpc.creators.list.queryOptions({ input: { search: settled, limit: FOUND } })).data?.rows ?? []
  return (
    <Drawer title={t('title')} onClose={onClose}>
      <Select
        label={t('picker.find')}
        searchable
        searchValue={search}
        onSearchChange={setSearch}
        data={found
          .filter(({ id }) => id !== creator.id)
          .map(({ id, handle, displayName }) => ({
            value: id,
            label: displayName ? `${handle} · ${displayName}` : handle,
          }))}
        filter={({ options }) => options}
        value={null}
        onChange={(id) => id !== null && onFound(id)}
        ref={focusNow}
      />
    </Drawer>
  )
}
