/** Handles pasted in any shape: read at once, shown with who is new, added as one step. */

import { Button, Select, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { InspectedCreator } from '../../../shared/contract/creators-list'
import { MARKETS } from '../../../shared/domain/market-packs'
import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import { Drawer } from '../../ui/Drawer'
import { ErrorLine } from '../../ui/ErrorState'
import { focusNow } from '../../ui/focus'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import classes from './list.module.css'

const SETTLES_AFTER_MS = 150
/** As many lines as are shown; all are counted and added. */
const SHOWN = 200

export function AddCreators({ onClose }: { readonly onClose: () => void }) {
  const t = useText('creators')
  const common = useText('common')
  const [text, setText] = useState('')
  const [market, setMarket] = useState<string | null>(null)
  const [settled] = useDebouncedValue(text, SETTLES_AFTER_MS)
  const query = useQuery({
    ...orpc.creators.inspect.queryOptions({ input: { text: settled, market } }),
    enabled: settled.trim() !== '',
  })
  const rows = settled.trim() === '' ? [] : (query.data?.rows ?? [])
  const wanted = wantedOf(rows)
  const adding = useCommand(
    async () => {
      const done = await api.creators.add({ creators: wanted })
      onClose()
      return done
    },
    ({ added, known }) => t('list.add.done', { added, known }),
  )
  return (
    <Drawer
      title={t('list.add.title')}
      onClose={onClose}
      wide
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button disabled={wanted.length === 0} loading={adding.busy} onClick={() => adding.run()}>
            {t('list.add.now', { count: wanted.length })}
          </Button>
        </>
      }
    >
      <Textarea
        ref={focusNow}
        label={t('list.add.paste')}
        description={t('list.add.hint')}
        autosize
        minRows={5}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label={t('list.add.market')}
        data={[...MARKETS]}
        clearable
        searchable
        value={market}
        onChange={setMarket}
      />
      {adding.error !== null && <ErrorLine error={adding.error} />}
      {rows.length > 0 && <Preview rows={rows} />}
    </Drawer>
  )
}

/** Whom the button adds: everybody whose handle can be read, once. */
function wantedOf(rows: readonly InspectedCreator[]) {
  return rows.flatMap(({ handle, displayName, market, outcome, of }) =>
    handle === null || outcome === 'repeated' ? [] : [{ handle, displayName, market, sameAs: of?.id ?? null }],
  )
}

function Preview({ rows }: { readonly rows: readonly InspectedCreator[] }) {
  const t = useText('creators')
  const format = useFormat()
  const outcomes = ['new', 'known', 'otherName', 'repeated', 'unreadable'] as const
  return (
    <>
      <p className={classes.counts} aria-live="polite">
        {outcomes.flatMap((outcome) => {
          const count = rows.filter((row) => row.outcome === outcome).length
          return count === 0
            ? []
            : [<span key={outcome}>{`${t(`list.add.outcomes.${outcome}`)} ${format.count(count)}`}</span>]
        })}
      </p>
      <SmallTable
        label={t('list.add.preview')}
        columns={[
          { title: t('list.fields.handle') },
          { title: t('list.fields.displayName') },
          { title: t('list.fields.market') },
          { title: t('list.add.outcome') },
        ]}
        rows={rows.slice(0, SHOWN).map((row, index) => ({
          key: String(index),
          cells: [
            row.handle ?? row.text,
            row.displayName ?? DASH,
            row.market ?? DASH,
            <Outcome key="outcome" row={row} />,
          ],
        }))}
      />
    </>
  )
}

function Outcome({ row: { outcome, of, problem, otherMarket } }: { readonly row: InspectedCreator }) {
  const t = useText('creators')
  const parts = [
    outcome === 'otherName' && of
      ? t('list.add.otherNameOf', { handle: of.handle })
      : t(`list.add.outcomes.${outcome}`),
    ...(problem === null ? [] : [t(`list.add.problems.${problem}`)]),
    ...(otherMarket === null ? [] : [t('list.add.otherMarket', { market: otherMarket })]),
  ]
  return <>{parts.join(' · ')}</>
}
