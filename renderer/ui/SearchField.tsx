/** A page's search: `/` puts the cursor in it; the answer follows a moment after the last key. */

import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

const SETTLES_AFTER_MS = 120

export interface Search {
  readonly typed: string
  /** What is searched for: the typed text once it rests. */
  readonly settled: string
  readonly type: (text: string) => void
}

/** `wanted`: what another screen wants found; it stands in the field until somebody types. */
export function useSearch(wanted?: string): Search {
  const [typed, type] = useState(wanted ?? '')
  const [seen, setSeen] = useState(wanted)
  if (seen !== wanted) {
    setSeen(wanted)
    type(wanted ?? typed)
  }
  const [settled] = useDebouncedValue(typed.trim(), SETTLES_AFTER_MS)
  return { typed, settled, type }
}

export function SearchField({ search, label }: { readonly search: Search; readonly label: string }) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} />}
      value={search.typed}
      onChange={(event) => search.type(event.currentTarget.value)}
    />
  )
}
