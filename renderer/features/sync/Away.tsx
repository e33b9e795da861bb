/** What colleagues did between this person's visits, by person. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { AwayPerson as AwaySchema } from '../../../shared/contract/sync'
import type { z } from '../../../shared/schema'
import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { entityText } from '../../messages/record-text'
import { stepText } from '../../messages/step-text'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import classes from './sync.module.css'

type AwayPerson = z.infer<typeof AwaySchema>

export function Away() {
  const t = useText('arrive')
  const format = useFormat()
  const query = useQuery(orpc.sync.away.queryOptions({ input: {} }))
  return (
    <Answer query={query}>
      {({ since, people }) =>
        people.length === 0 ? (
          <Empty sentence={t('away.empty')} example={t('away.example')} />
        ) : (
          <div className={classes.people}>
            <div className={classes.bar}>
              <p className={classes.lead}>
                {since === null ? t('away.ever') : t('away.since', { at: format.instant(since) })}
              </p>
              <CaughtUp />
            </div>
            {people.map((person) => (
              <OnePerson key={person.person} person={person} />
            ))}
          </div>
        )
      }
    </Answer>
  )
}

function CaughtUp() {
  const t = useText('arrive')
  const caughtUp = useCommand(
    () => api.sync.caughtUp({}),
    () => t('away.caughtUpDone'),
  )
  return (
    <Button variant="default" loading={caughtUp.busy} onClick={() => caughtUp.run()}>
      {t('away.caughtUp')}
    </Button>
  )
}

const DID = ['created', 'changed', 'removed'] as const

function OnePerson({ person: { person, steps, lastAt, entities, sample } }: { readonly person: AwayPerson }) {
  const t = useText('arrive')
  const format = useFormat()
  const name = person || t('resultUnknown')
  const did = entities.map((counts) => {
    const parts = DID.filter((what) => counts[what] > 0).map((what) => t(`away.${what}`, { count: counts[what] }))
    return t('away.of', { kind: entityText(counts.entity), did: parts.join(' · ') })
  })
  return (
    <section aria-label={name}>
      <h2 className={classes.heading}>
        {name} <span className={classes.muted}>{t('away.steps', { count: steps, at: format.instant(lastAt) })}</span>
      </h2>
      <ul className={classes.did}>
        {did.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <SmallTable
        label={name}
        columns={[{ title: t('away.step') }, { title: t('away.at') }, { title: t('away.changes'), figure: true }]}
        rows={sample.map((step, index) => ({
          key: String(index),
          cells: [stepText(step), format.instant(step.at), format.count(step.changes)],
        }))}
      />
    </section>
  )
}
