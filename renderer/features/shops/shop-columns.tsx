/** What the lists of shops and clients show. */

import { Group, useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'

import type { Client, Shop } from '../../../shared/contract/shops'
import type { GridColumn } from '../../grid/columns'
import type { CellEdit } from '../../grid/edit'
import { useText } from '../../messages/i18n'
import { withMarks } from '../../questions/marked'
import { useMarks } from '../../questions/use-questions'
import { StateMark } from '../../ui/StateMark'
import { shopColour } from '../../ui/tokens'
import classes from './shops.module.css'

function cell<R extends { readonly id: string }>(entity: 'shops' | 'clients', field: string): CellEdit<R> {
  return { entity, field, id: (row) => row.id, as: 'text' }
}

export function useShopColumns(): readonly GridColumn<Shop>[] {
  const t = useText('shops')
  const words = useText('words')
  const marks = useMarks('shops')
  return useMemo(() => {
    const markets: Readonly<Record<string, string>> = words('market', { returnObjects: true })
    const columns: readonly GridColumn<Shop>[] = [
      {
        id: 'name',
        title: t('fields.name'),
        kind: 'text',
        value: (shop) => shop.name,
        width: 220,
        render: (shop) => <ShopName shop={shop} archivedWord={t('archived')} />,
        edit: cell('shops', 'name'),
      },
      {
        id: 'client',
        title: t('fields.client'),
        kind: 'text',
        value: (shop) => shop.clientName,
        field: { kind: 'choice' },
      },
      { id: 'market', title: t('fields.market'), kind: 'choice', value: (shop) => shop.market, words: markets },
      {
        id: 'currency',
        title: t('fields.currency'),
        kind: 'text',
        value: (shop) => shop.currency,
        width: 84,
        field: { kind: 'choice' },
      },
      {
        id: 'timezone',
        title: t('fields.timezone'),
        kind: 'text',
        value: (shop) => shop.timezone,
        width: 170,
        field: { kind: 'choice' },
      },
      {
        id: 'shopCode',
        title: t('fields.shopCode'),
        kind: 'text',
        value: (shop) => shop.shopCode,
        width: 120,
        edit: cell('shops', 'shopCode'),
      },
      { id: 'note', title: t('fields.note'), kind: 'text', value: (shop) => shop.note, edit: cell('shops', 'note') },
    ]
    return withMarks(columns, marks, { client: 'clientId' })
  }, [t, words, marks])
}

export function useClientColumns(): readonly GridColumn<Client>[] {
  const t = useText('shops')
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('fields.name'),
        kind: 'text',
        value: (client) => client.name,
        width: 220,
        edit: cell('clients', 'name'),
      },
      { id: 'shops', title: t('fields.shops'), kind: 'number', value: (client) => client.shops },
      {
        id: 'feeModel',
        title: t('fields.feeModel'),
        kind: 'text',
        value: (client) => client.feeModel,
        width: 220,
        edit: cell('clients', 'feeModel'),
      },
      {
        id: 'contact',
        title: t('fields.contact'),
        kind: 'text',
        value: (client) => client.contact,
        width: 220,
        edit: cell('clients', 'contact'),
      },
      {
        id: 'note',
        title: t('fields.note'),
        kind: 'text',
        value: (client) => client.note,
        edit: cell('clients', 'note'),
      },
    ],
    [t],
  )
}

function ShopName({ shop, archivedWord }: { readonly shop: Shop; readonly archivedWord: string }) {
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <Group gap="xs" wrap="nowrap">
      <span className={classes.dot} style={{ background: shopColour(shop.color, dark) }} />
      <span className={classes.name}>{shop.name}</span>
      {shop.archived && <StateMark tone="held">{archivedWord}</StateMark>}
    </Group>
  )
}
