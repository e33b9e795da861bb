/** Who may be the same person: all suggestions in a drawer, and one creator's as a line on their page. */

import { Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { DuplicatePair } from '../../../../shared/contract/creator-duplicates'
import type { Progress } from '../../../../shared/contract/define'
import { CLUE_WEIGHTS, type DuplicateClue } from '../../../../shared/domain/duplicates'
import { api, orpc } from '../../../api'
import { type Text, useText } from '../../../messages/i18n'
import { finish } from '../../../session/job'
import { Drawer } from '../../../ui/Drawer'
import { Empty } from '../../../ui/Empty'
import { ErrorLine } from '../../../ui/ErrorState'
import { useCommand } from '../../../ui/use-save'
import { MergePicker } from './MergePicker'
import classes from './merging.module.css'

export function DuplicatesDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useText('duplicates')
  const answers = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [merging, setMerging] = useState<DuplicatePair | null>(null)
  const search = useQuery<Found>({
    queryKey: SEARCH,
    queryFn: async ({ signal }) => finish(await api.creators.findDuplicates({}, { signal }), setProgress),
    // Asked anew each time the drawer opens.
    gcTime: 0,
  })
  const forget = (gone: DuplicatePair) =>
    answers.setQueryData<Found>(SEARCH, (found) => found && { ...found, pairs: without(found.pairs, gone) })
  return (
    <>
      <Drawer title={t('title')} onClose={onClose} wide>
        <p className={classes.lead}>{t('lead')}</p>
        {search.error !== null && <ErrorLine error={search.error} />}
        {search.isFetching && (
          <Group gap="xs" role="status">
            <span>{progressText(progress, t)}</span>
            <Button variant="default" onClick={() => void answers.cancelQueries({ queryKey: SEARCH })}>
              {t('cancel')}
            </Button>
          </Group>
        )}
        {search.data?.pairs.length === 0 && <Empty sentence={t('none')} example={t('noneNext')} />}
        <ol className={classes.pairs} aria-label={t('title')}>
          {search.data?.pairs.map((pair) => (
            <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} onMerge={setMerging} onGone={forget} />
          ))}
        </ol>
        {!search.isFetching && (
          <Group gap="xs">
            <Button variant="default" onClick={() => void search.refetch()}>
              {t('again')}
            </Button>
            {search.data && <span className={classes.keys}>{t('searched', { count: search.data.searched })}</span>}
          </Group>
        )}
      </Drawer>
      {merging && (
        <MergePicker
          winner={merging.a.id}
          loser={merging.b.id}
          onClose={() => setMerging(null)}
          onMerged={() => forget(merging)}
        />
      )}
    </>
  )
}

/** No topic makes it old: the search is long, and people say when it is to be made again. */
const SEARCH = ['duplicates']

interface Found {
  readonly pairs: DuplicatePair[]
  readonly searched: number
}

function without(pairs: readonly DuplicatePair[], gone: DuplicatePair): DuplicatePair[] {
  return pairs.filter((pair) => pair.a.id !== gone.a.id || pair.b.id !== gone.b.id)
}

function progressText(progress: Progress | null, t: Text<'duplicates'>): string {
  return t(progress?.step === 'compare' ? 'searching' : 'reading', { done: progress?.done ?? 0 })
}

interface PairProps {
  readonly pair: DuplicatePair
  readonly onMerge: (pair: DuplicatePair) => void
  readonly onGone: (pair: DuplicatePair) => void
}

function Pair({ pair, onMerge, onGone }: PairProps) {
  const t = useText('duplicates')
  const clues = useClues()
  const names = { a: pair.a.handle, b: pair.b.handle }
  const apart = useApart(pair, () => onGone(pair))
  return (
    <li className={classes.pair}>
      <span className={classes.percent}>{t('percent', { percent: pair.percent })}</span>
      <div>
        <div>{t('pair', names)}</div>
        <div className={classes.keys}>{clues(pair)}</div>
      </div>
      <Group gap="xs">
        <Button aria-label={t('merge', names)} onClick={() => onMerge(pair)}>
          {t('mergeWord')}
        </Button>
        <Button variant="default" aria-label={t('apartOf', names)} loading={apart.busy} onClick={() => apart.run()}>
          {t('apart')}
        </Button>
      </Group>
    </li>
  )
}

function useApart({ a, b }: DuplicatePair, done: () => void) {
  const t = useText('duplicates')
  const answers = useQueryClient()
  return useCommand(
    async () => {
      await api.creators.setApart({ a: a.id, b: b.id, apart: true })
      await answers.invalidateQueries({ queryKey: orpc.creators.key() })
      done()
    },
    () => t('apartDone', { a: a.handle, b: b.handle }),
  )
}

function useClues(): (pair: DuplicatePair) => string {
  const t = useText('duplicates')
  return ({ reasons }) =>
    reasons
      .map(({ clue, shared }) => {
        const word = isClue(clue) ? t(`clues.${clue}`) : clue
        return shared > 2 ? t('sharedBy', { clue: word, count: shared }) : word
      })
      .join(' · ')
}

function isClue(clue: string): clue is DuplicateClue {
  return Object.hasOwn(CLUE_WEIGHTS, clue)
}

export interface DuplicateBannerProps {
  readonly id: string
  readonly onMerge: (other: string) => void
}

/** “Same person as @old_name (96 %)?” with the way to say yes or no. */
export function DuplicateBanner({ id, onMerge }: DuplicateBannerProps) {
  const t = useText('duplicates')
  const clues = useClues()
  const [pair] = useQuery(orpc.creators.duplicatesOf.queryOptions({ input: { id, limit: 1 } })).data ?? []
  return pair ? <Banner id={id} pair={pair} title={clues(pair)} word={t('mergeWord')} onMerge={onMerge} /> : null
}

interface BannerProps extends DuplicateBannerProps {
  readonly pair: DuplicatePair
  readonly title: string
  readonly word: string
}

function Banner({ id, pair, title, word, onMerge }: BannerProps) {
  const t = useText('duplicates')
  const other = pair.a.id === id ? pair.b : pair.a
  const apart = useApart(pair, () => undefined)
  return (
    <Group gap="xs" role="status">
      <strong>{t('same', { handle: other.handle, percent: pair.percent })}</strong>
      <span className={classes.keys}>{title}</span>
      <Button onClick={() => onMerge(other.id)}>{word}</Button>
      <Button variant="default" loading={apart.busy} onClick={() => apart.run()}>
        {t('apart')}
      </Button>
    </Group>
  )
}
