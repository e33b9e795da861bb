/** What of an imported list of posts fits samples and campaigns, and the button that links it. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { PlatformListResult } from '../../../../shared/contract/platform-lists'
import { LIST_KINDS } from '../../../../shared/domain/platform-lists/kinds'
import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { ErrorLine } from '../../../ui/ErrorState'
import classes from '../imports.module.css'

export function MatchLine({ result: { kind, listId } }: { readonly result: PlatformListResult }) {
  const isOfPosts = LIST_KINDS[kind].of === 'contents'
  return isOfPosts && listId !== null ? <Matches listId={listId} /> : null
}

function Matches({ listId }: { readonly listId: string }) {
  const t = useText('platformLists')
  const { data } = useQuery(orpc.content.matchPreview.queryOptions({ input: { listId } }))
  const [linked, setLinked] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  if (data === undefined) return null
  const waiting = data.matched + data.campaigns
  async function link(): Promise<void> {
    setError(null)
    try {
      const { matched, campaigns } = await api.content.match({ listId })
      setLinked(Math.max(matched, campaigns))
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <>
      {linked !== null && <span role="status">{t('match.done', { count: linked })}</span>}
      {data.matched > 0 && <span className={classes.note}>{t('match.fits', { count: data.matched })}</span>}
      {data.campaigns > 0 && <span className={classes.note}>{t('match.campaigns', { count: data.campaigns })}</span>}
      {data.questions > 0 && <span className={classes.note}>{t('match.questions', { count: data.questions })}</span>}
      {waiting + data.questions === 0 && linked === null && <span className={classes.note}>{t('match.none')}</span>}
      {waiting > 0 && (
        <Button variant="default" onClick={() => void link()}>
          {t('match.run')}
        </Button>
      )}
      {error !== null && <ErrorLine error={error} />}
    </>
  )
}
