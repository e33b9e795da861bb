/** Who holds whom, and the sheets that tell colleagues of other workspaces. */

import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { ClaimRow } from '../../../shared/contract/claims'
import { api, desktop, orpc } from '../../api'
import { openLog } from '../../creator/quick-log'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useQueryRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { Empty } from '../../ui/Empty'
import { useCommand } from '../../ui/use-save'
import type { TabFrame } from './OutreachScreen'

const EXTENSION = 'starclaims'

export function Claims({ frame }: TabFrame) {
  const t = useText('outreach')
  const [sort, setSort] = useState<GridSort | null>(null)
  const language = useLanguage()
  const claims = useQuery(orpc.claims.list.queryOptions({ input: {} }))
  const columns = useColumns()
  const rows = useQueryRows<ClaimRow>({ ...claims, data: claims.data?.rows }, columns, sort, language)
  const unknown = claims.data?.unknown ?? 0
  return frame(
    <SheetButtons />,
    <>
      <Text size="xs" c="dimmed" px="md" py="xs">
        {t('claim.honest')} {unknown > 0 && t('claim.unknown', { number: unknown })}
      </Text>
      <DataGrid
        name="claims"
        label={t('tabs.claims')}
        columns={columns}
        rows={rows}
        rowId={({ creatorId }) => creatorId}
        sort={sort}
        onSort={setSort}
        onOpen={({ creatorId, handle }) => openLog({ id: creatorId, handle })}
        empty={<Empty sentence={t('claim.empty')} example={t('claim.example')} />}
      />
    </>,
  )
}

function SheetButtons() {
  const t = useText('outreach')
  const filters = [{ name: t('claim.kind'), extensions: [EXTENSION] }]
  const out = useCommand(
    async () => {
      const file = await desktop.chooseSave({ title: t('claim.out'), suggestedName: `claims.${EXTENSION}`, filters })
      return file === null ? null : api.claims.exportSheet({ file })
    },
    (done) => {
      if (done === null) return ''
      const written = t('claim.written', { number: done.claims, file: done.file })
      return done.encrypted ? written : `${written} · ${t('claim.open')}`
    },
  )
  const into = useCommand(
    async () => {
      const [file] = await desktop.chooseFiles({ title: t('claim.in'), filters, many: false })
      return file === undefined ? null : api.claims.importSheet({ file })
    },
    (done) => (done === null ? '' : done.own ? t('claim.own') : t('claim.took', { ...done })),
  )
  return (
    <>
      <Button variant="default" loading={into.busy} onClick={() => into.run()}>
        {t('claim.in')}
      </Button>
      <Button variant="default" loading={out.busy} onClick={() => out.run()}>
        {t('claim.out')}
      </Button>
    </>
  )
}

function useColumns(): readonly GridColumn<ClaimRow>[] {
  const t = useText('outreach')
  return useMemo(
    () => [
      { id: 'handle', title: t('field.creator'), kind: 'text', value: ({ handle }) => handle },
      {
        id: 'owner',
        title: t('field.person'),
        kind: 'text',
        value: ({ owner, elsewhere }) => (elsewhere ? t('claim.elsewhere', { owner }) : owner),
      },
      { id: 'until', title: t('field.until'), kind: 'instant', value: ({ until }) => until },
      { id: 'lastContact', title: t('field.lastContact'), kind: 'instant', value: ({ lastContact }) => lastContact },
      { id: 'reason', title: t('field.reason'), kind: 'text', value: ({ reason }) => reason },
    ],
    [t],
  )
}
