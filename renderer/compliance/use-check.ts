/** What the linter finds in a text that is being written: asked again when typing rests, never blank in between. */

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { Checked, Finding } from '../../shared/contract/compliance'
import { orpc } from '../api'
import { moved } from './segments'

const SETTLES_AFTER_MS = 120

export interface CheckOf {
  readonly language?: string | null
  readonly market?: string | null
  readonly category?: string | null
  readonly shopId?: string | null
  readonly productId?: string | null
  /** Null: a part of a text. */
  readonly ties?: { readonly commission: boolean; readonly gifted: boolean; readonly paid: boolean } | null
}

export interface Check {
  /** As they lie in the text as it is now. */
  readonly findings: readonly Finding[]
  readonly checked: Checked | undefined
  readonly error: unknown
}

const NONE: readonly Finding[] = []

export function useCheck(text: string, of: CheckOf): Check {
  const [settled] = useDebouncedValue(text, SETTLES_AFTER_MS)
  const { data, error } = useQuery({
    ...orpc.compliance.check.queryOptions({ input: { text: settled, ...of } }),
    placeholderData: keepPreviousData,
  })
  return { findings: data ? moved(data.findings, data.text, text) : NONE, checked: data, error }
}
