/** Everything that speaks for or against one creator for the shop in view: chips, warnings, score, flags. For a drawer. */

import { useQuery } from '@tanstack/react-query'

import { orpc } from '../api'
import { usePlace } from '../session/place'
import { Answer } from '../ui/Answer'
import { StateMark } from '../ui/StateMark'
import { DecisionChips } from './DecisionChips'
import { FlagList } from './FlagList'
import { ScoreBars } from './ScoreBars'
import { useVettingWords } from './use-vetting-words'
import { WarningSection } from './WarningList'
import classes from './vetting.module.css'

export function AssessmentPanel({ creatorId }: { readonly creatorId: string }) {
  const { shopId } = usePlace()
  const words = useVettingWords()
  const query = useQuery(orpc.vetting.assess.queryOptions({ input: { creators: [creatorId], shopId } }))
  return (
    <Answer query={query}>
      {([one]) => {
        if (one === undefined) return null
        const tier = words.tier(one.tier)
        return (
          <div className={classes.panel}>
            <span className={classes.chips}>
              {tier !== null && <StateMark tone="unknown">{tier}</StateMark>}
              <DecisionChips decision={one.decision} standing={one.standing} />
            </span>
            <WarningSection warnings={one.warnings} match={one.match} />
            <ScoreBars score={one.score} />
            <FlagList flags={one.flags} />
          </div>
        )
      }}
    </Answer>
  )
}
