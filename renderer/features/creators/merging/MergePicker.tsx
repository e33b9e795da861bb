/** Two creators side by side: field by field whose value is to hold, by keys alone; then they are one. */

import { Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { CreatorRecord } from '../../../../shared/contract/creator-record'
import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { fieldText } from '../../../messages/record-text'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { useShops } from '../../../session/shops'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { ErrorLine } from '../../../ui/ErrorState'
import { useCommand } from '../../../ui/use-save'
import { firstSide, type MergeRow, mergeRows, orderOf, resultText, SECRET, type Side } from './choices'
import classes from './merging.module.css'

export interface MergePickerProps {
  /** Who stays at first; the sides can be swapped. */
  readonly winner: string
  readonly loser: string
  readonly onClose: () => void
  readonly onMerged?: (winner: string) => void
}

export function MergePicker({ winner: first, loser: second, onClose, onMerged }: MergePickerProps) {
  const t = useText('duplicates')
  const [[winner, loser], setSides] = useState<readonly [string, string]>([first, second])
  const ours = useQuery(orpc.creators.get.queryOptions({ input: { id: winner } }))
  const theirs = useQuery(orpc.creators.get.queryOptions({ input: { id: loser } }))
  return (
    <Drawer title={t('title')} onClose={onClose} full>
      <Answer query={ours}>
        {(stays) => (
          <Answer query={theirs}>
            {(goes) => (
              <Picker
                key={`${winner} ${loser}`}
                ours={stays}
                theirs={goes}
                onSwap={() => setSides([loser, winner])}
                onMerged={() => {
                  onClose()
                  onMerged?.(winner)
                }}
              />
            )}
          </Answer>
        )}
      </Answer>
    </Drawer>
  )
}

interface PickerProps {
  readonly ours: CreatorRecord
  readonly theirs: CreatorRecord
  readonly onSwap: () => void
  readonly onMerged: () => void
}

function Picker({ ours, theirs, onSwap, onMerged }: PickerProps) {
  const t = useText('duplicates')
  const answers = useQueryClient()
  const rows = mergeRows(ours, theirs)
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map())
  const [at, setAt] = useState(0)
  const sideOf = (row: MergeRow): Side => sides.get(row.key) ?? firstSide(row)
  const choose = (row: MergeRow | undefined, side: Side) => {
    if (row && (side !== 'both' || row.canBoth)) setSides(new Map(sides).set(row.key, side))
  }
  const merge = useCommand(
    async () => {
      await api.creators.merge({ winner: ours.id, loser: theirs.id, ...orderOf(rows, sideOf) })
      await answers.invalidateQueries()
      onMerged()
    },
    () => t('picker.done', { loser: theirs.handle, winner: ours.handle }),
  )
  const step = (by: number) => setAt(Math.max(0, Math.min(rows.length - 1, at + by)))
  useKeys({
    [KEYS.mergeField.keys[0]]: () => step(-1),
    [KEYS.mergeField.keys[1]]: () => step(1),
    [KEYS.mergeSide.keys[0]]: () => choose(rows[at], 'ours'),
    [KEYS.mergeSide.keys[1]]: () => choose(rows[at], 'theirs'),
    [KEYS.mergeBoth.keys[0]]: () => choose(rows[at], 'both'),
    [KEYS.mergeSwap.keys[0]]: onSwap,
    [KEYS.mergeNow.keys[0]]: () => merge.run(),
  })
  return (
    <div className={classes.picker}>
      <p className={classes.lead}>{t('picker.lead')}</p>
      <p className={classes.keys}>{t('picker.keys')}</p>
      {rows.length === 0 ? (
        <p className={classes.lead}>{t('picker.nothing')}</p>
      ) : (
        <Table ours={ours} theirs={theirs} rows={rows} at={at} onAt={setAt} sideOf={sideOf} onChoose={choose} />
      )}
      {merge.error !== null && <ErrorLine error={merge.error} />}
      <Group gap="xs">
        <Button loading={merge.busy} onClick={() => merge.run()} data-autofocus>
          {t('picker.now')}
        </Button>
        <Button variant="default" onClick={onSwap}>
          {t('picker.swap')}
        </Button>
        <span className={classes.keys}>{t('undo')}</span>
      </Group>
    </div>
  )
}

interface TableProps extends Pick<PickerProps, 'ours' | 'theirs'> {
  readonly rows: readonly MergeRow[]
  readonly at: number
  readonly onAt: (at: number) => void
  readonly sideOf: (row: MergeRow) => Side
  readonly onChoose: (row: MergeRow, side: Side) => void
}

function Table({ ours, theirs, rows, at, onAt, sideOf, onChoose }: TableProps) {
  const t = useText('duplicates')
  const shops = useShops()
  const nameOf = ({ field, shopId }: MergeRow) =>
    field === null ? t('picker.shop', { shop: shops.find(({ id }) => id === shopId)?.name ?? '' }) : fieldText(field)
  return (
    <table className={classes.table} aria-label={t('picker.title', { loser: theirs.handle, winner: ours.handle })}>
      <thead>
        <tr>
          <th scope="col">{t('picker.field')}</th>
          <th scope="col">{t('picker.stays', { handle: ours.handle })}</th>
          <th scope="col">{t('picker.result')}</th>
          <th scope="col">{t('picker.other', { handle: theirs.handle })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={row.key}
            aria-current={index === at || undefined}
            data-current={index === at || undefined}
            onFocus={() => onAt(index)}
          >
            <th scope="row">{nameOf(row)}</th>
            <Choice row={row} side="ours" chosen={sideOf(row)} onChoose={onChoose} />
            <td data-result>
              <Value text={resultText(row, sideOf(row))} />
              {row.canBoth && (
                <button type="button" aria-pressed={sideOf(row) === 'both'} onClick={() => onChoose(row, 'both')}>
                  {t('picker.both')}
                </button>
              )}
            </td>
            <Choice row={row} side="theirs" chosen={sideOf(row)} onChoose={onChoose} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ChoiceProps {
  readonly row: MergeRow
  readonly side: 'ours' | 'theirs'
  readonly chosen: Side
  readonly onChoose: (row: MergeRow, side: Side) => void
}

function Choice({ row, side, chosen, onChoose }: ChoiceProps) {
  const isChosen = chosen === side || chosen === 'both'
  return (
    <td>
      <button type="button" aria-pressed={isChosen} onClick={() => onChoose(row, side)}>
        <Value text={row[side]} />
      </button>
    </td>
  )
}

function Value({ text }: { readonly text: string | null }) {
  const t = useText('duplicates')
  if (text === null || text === '') {
    return <span className={classes.keys}>{t('picker.empty')}</span>
  }
  return <span>{text === SECRET ? t('picker.secret') : text.replaceAll(SECRET, t('picker.secret'))}</span>
}
