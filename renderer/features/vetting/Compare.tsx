/** Two to six creators side by side, decided on by keys; under them why the chosen one has its score, and their reputation. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { orpc } from '../../api'
import { FlagList } from '../../creator/FlagList'
import { ReputationCard } from '../../creator/ReputationCard'
import { ScoreBars } from '../../creator/ScoreBars'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { useCurrentShop } from '../../session/shops'
import { useStore } from '../../session/store'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import type { Assessment } from '../../../shared/contract/vetting'
import { AddCreator } from './AddCreator'
import { compared, MOST } from './compared'
import { CompareTable } from './CompareTable'
import { DecideBar } from './DecideBar'
import classes from './vetting.module.css'

export function Compare() {
  const t = useText('vetting')
  const { shopId } = usePlace()
  const shop = useCurrentShop()
  const ids = useStore(compared)
  const query = useQuery({
    ...orpc.vetting.assess.queryOptions({ input: { creators: [...ids], shopId } }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
  return (
    <div className={classes.part}>
      <div className={classes.bar}>
        {ids.length < MOST ? <AddCreator /> : <span className={classes.small}>{t('compare.full')}</span>}
        <span className={classes.small}>
          {shop ? t('compare.forShop', { shop: shop.name }) : t('compare.allShops')}
        </span>
      </div>
      {ids.length === 0 ? (
        <Empty sentence={t('compare.empty')} example={t('compare.example')} />
      ) : (
        <Answer query={query}>
          {(creators) => <Beside creators={creators.filter(({ creatorId }) => ids.includes(creatorId))} />}
        </Answer>
      )}
    </div>
  )
}

function Beside({ creators }: { readonly creators: readonly Assessment[] }) {
  const [wanted, setWanted] = useState<string | null>(null)
  const one = creators.find(({ creatorId }) => creatorId === wanted) ?? creators[0]
  if (one === undefined) return null
  const at = creators.indexOf(one)
  const move = (by: number) =>
    setWanted(creators[Math.min(creators.length - 1, Math.max(0, at + by))]?.creatorId ?? null)
  return (
    <>
      <DecideBar key={one.creatorId} one={one} onMove={move} />
      <CompareTable creators={creators} chosen={one.creatorId} onChoose={setWanted} />
      <h2 className={classes.about}>@{one.handle}</h2>
      <div className={classes.below}>
        <ScoreBars score={one.score} />
        <FlagList flags={one.flags} />
        <ReputationCard creatorId={one.creatorId} />
      </div>
    </>
  )
}
