/** Other names under which files or colleagues know the same person; taken apart again here. */

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'

import type { CreatorRecord } from '../../../shared/contract/creator-record'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { useCommand } from '../../ui/use-save'
import classes from './creators.module.css'

export function MergedNames({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('lists')
  return (
    <div className={classes.merged}>
      <p className={classes.lead}>
        {creator.merged.length === 0 ? t('creators.mergedNone') : t('creators.mergedLead', { handle: creator.handle })}
      </p>
      {creator.merged.map((other) => (
        <OtherName key={other.id} {...other} />
      ))}
    </div>
  )
}

function OtherName({ id, handle }: { readonly id: string; readonly handle: string }) {
  const t = useText('lists')
  const answers = useQueryClient()
  const unmerge = useCommand(
    async () => {
      await api.creators.unmerge({ loser: id })
      await answers.invalidateQueries()
    },
    () => t('creators.unmerged', { handle }),
  )
  return (
    <div className={classes.other}>
      <span className={classes.name}>{handle}</span>
      <Button variant="default" loading={unmerge.busy} onClick={() => unmerge.run()}>
        {t('creators.unmerge', { handle })}
      </Button>
    </div>
  )
}
