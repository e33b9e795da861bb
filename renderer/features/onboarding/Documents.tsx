/** A shop's documents: what there is, until when it is valid, who looks after it. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { ShopDocument } from '../../../shared/contract/onboarding'
import { orpc } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useQueryRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { Empty } from '../../ui/Empty'
import { StateMark, type Tone } from '../../ui/StateMark'
import { useOpenRow } from '../../ui/use-open-row'
import { DocumentDrawer } from './DocumentDrawer'

const TONES: Readonly<Record<ShopDocument['standing'], Tone>> = {
  valid: 'good',
  soon: 'watch',
  expired: 'bad',
  unknown: 'unknown',
}

export interface DocumentsProps {
  readonly shopId: string
  readonly onAdd: () => void
}

export function Documents({ shopId, onAdd }: DocumentsProps) {
  const t = useText('onboarding')
  const language = useLanguage()
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useDocumentColumns()
  const query = useQuery(orpc.onboarding.documents.queryOptions({ input: { shopId } }))
  const rows = useQueryRows(query, columns, sort, language)
  const opened = useOpenRow(rows, idOf)
  return (
    <>
      <DataGrid
        name="onboarding.documents"
        label={t('documents')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={
          <Empty
            sentence={t('noDocuments')}
            example={t('noDocumentsExample')}
            action={<Button onClick={onAdd}>{t('addDocument')}</Button>}
          />
        }
      />
      {opened.row && <DocumentDrawer key={opened.row.id} shopId={shopId} document={opened.row} {...opened.drawer} />}
    </>
  )
}

function idOf({ id }: ShopDocument): string {
  return id
}

function useDocumentColumns(): readonly GridColumn<ShopDocument>[] {
  const t = useText('onboarding')
  return useMemo(
    () => [
      {
        id: 'kind',
        title: t('fields.kind'),
        kind: 'choice',
        value: ({ kind }) => kind,
        words: t('kinds', { returnObjects: true }),
        width: 200,
      },
      { id: 'name', title: t('fields.name'), kind: 'text', value: ({ name }) => name },
      { id: 'number', title: t('fields.number'), kind: 'text', value: ({ number }) => number, width: 170 },
      { id: 'expires', title: t('fields.expires'), kind: 'day', value: ({ expires }) => expires },
      {
        id: 'standing',
        title: t('fields.standing'),
        kind: 'choice',
        value: ({ standing }) => standing,
        words: t('validity', { returnObjects: true }),
        render: ({ standing }) => <StateMark tone={TONES[standing]}>{t(`validity.${standing}`)}</StateMark>,
        width: 150,
      },
      { id: 'owner', title: t('fields.owner'), kind: 'text', value: ({ owner }) => owner, width: 120 },
      { id: 'files', title: t('fields.files'), kind: 'number', value: ({ files }) => files },
    ],
    [t],
  )
}
