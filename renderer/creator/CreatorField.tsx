/** Which creator something is about, found by handle or name. */

import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

import { orpc } from '../api'

export interface CreatorFieldProps {
  readonly label: string
  /** The words for nobody. */
  readonly none: string
  /** '' for nobody. */
  readonly value: string
  /** Of `value`, where it is known. */
  readonly handle: string | null
  /** The handle is '' for nobody. */
  readonly onChange: (id: string, handle: string) => void
  readonly error?: ReactNode
}

const FOUND = 20
const SETTLES_AFTER_MS = 120

export function CreatorField({ label, none, value, handle, onChange, error }: CreatorFieldProps) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, SETTLES_AFTER_MS)
  const found = useQuery(orpc.creators.list.queryOptions({ input: { search, limit: FOUND } })).data?.rows ?? []
  const chosen = useQuery({ ...orpc.creators.get.queryOptions({ input: { id: value } }), enabled: value !== '' }).data
  const rows = found.map((creator) => ({
    value: creator.id,
    label: creator.displayName ? `${creator.handle} · ${creator.displayName}` : creator.handle,
  }))
  const own = value === '' || rows.some((row) => row.value === value)
  const current = own ? [] : [{ value, label: chosen?.handle ?? handle ?? '…' }]
  return (
    <Select
      label={label}
      data={[{ value: '', label: none }, ...current, ...rows]}
      value={value}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      onChange={(id) => onChange(id ?? '', found.find((one) => one.id === id)?.handle ?? '')}
      error={error}
    />
  )
}
