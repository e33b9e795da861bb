/** The columns of the list of contracts. */

import { useMemo } from 'react'

import type { ContractRow } from '../../../shared/contract/contract-views'
import type { GridColumn } from '../../grid/columns'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useContractWords } from '../../creator/contract-words'
import { ContractMark } from '../../creator/ContractMark'

export function useContractColumns(): readonly GridColumn<ContractRow>[] {
  const t = useText('contracts')
  const words = useContractWords()
  const format = useFormat()
  return useMemo(() => {
    const text = (id: keyof typeof WIDTHS, value: (row: ContractRow) => string | null): GridColumn<ContractRow> => ({
      id,
      title: t(`columns.${id}`),
      kind: 'text',
      sortable: false,
      width: WIDTHS[id],
      value,
    })
    const money = (id: 'fee' | 'total'): GridColumn<ContractRow> => ({
      id,
      title: t(`columns.${id}`),
      kind: 'money',
      sortable: false,
      width: 104,
      currency: ({ currency }) => currency ?? 'USD',
      value: (row) => row[id],
    })
    const columns: readonly GridColumn<ContractRow>[] = [
      { ...text('state', ({ state }) => t(`states.${state}`)), render: (row) => <ContractMark contract={row} /> },
      text('title', ({ title }) => title),
      text('creator', ({ handle }) => handle),
      text('shop', ({ shop }) => shop),
      text('kind', ({ kind }) => t(`kinds.${kind}`)),
      text('period', ({ fromDay, toDay }) => words.period(fromDay, toDay)),
      money('fee'),
      money('total'),
      text('next', ({ next }) =>
        next === null ? null : `${words.obligation(next)} · ${format.shortDay(next.dueDay)}`,
      ),
      { ...text('number', ({ number }) => number), hidden: true },
      { ...text('owner', ({ owner }) => owner), hidden: true },
    ]
    return columns
  }, [t, words, format])
}

const WIDTHS = {
  state: 104,
  title: 180,
  creator: 124,
  shop: 104,
  kind: 130,
  period: 190,
  next: 180,
  number: 110,
  owner: 110,
}
