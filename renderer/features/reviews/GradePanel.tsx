/** How good it is, by one key, and why: the words that the feedback is made of. */

import { Button, Chip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Review } from '../../../shared/contract/reviews'
import type { GradeReason, Rubric } from '../../../shared/domain/grades'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { useKeys } from '../../session/keys'
import { KEYS } from '../../session/key-table'
import { useCommand } from '../../ui/use-save'
import { reasonName } from './reason-name'
import classes from './reviews.module.css'

export function GradePanel({ review }: { readonly review: Review }) {
  const t = useText('reviews')
  const rubric = useQuery(orpc.reviews.rubric.queryOptions({ input: { shopId: review.shopId } })).data
  return (
    <section className={classes.panel}>
      <h3 className={classes.part}>{t('grade.title')}</h3>
      {rubric && <Grades review={review} rubric={rubric} />}
    </section>
  )
}

function Grades({ review, rubric }: { readonly review: Review; readonly rubric: Rubric }) {
  const t = useText('reviews')
  const { id, grade, gradeReasons } = review
  const put = useCommand(
    (fields: { grade?: string | null; gradeReasons?: string[] }) => api.reviews.put({ id, fields }),
    () => '',
  )
  const choose = (key: string) => put.run({ grade: grade === key ? null : key })
  const keys: readonly string[] = KEYS.grade.keys
  useKeys(
    Object.fromEntries(
      rubric.grades.filter(({ key }) => keys.includes(key)).map(({ key }) => [key, () => choose(key)]),
    ),
  )
  return (
    <>
      <div className={classes.headLine} role="group" aria-label={t('grade.title')}>
        {rubric.grades.map(({ key }) => (
          <Button
            key={key}
            data-commands
            size="compact-sm"
            variant={grade === key ? 'filled' : 'default'}
            aria-pressed={grade === key}
            onClick={() => choose(key)}
          >
            {key}
          </Button>
        ))}
      </div>
      <Chip.Group multiple value={gradeReasons} onChange={(reasons) => put.run({ gradeReasons: reasons })}>
        <div className={classes.chips} role="group" aria-label={t('grade.reasons')}>
          {rubric.reasons.map((reason) => (
            <ReasonChip key={reason.key} reason={reason} />
          ))}
        </div>
      </Chip.Group>
    </>
  )
}

function ReasonChip({ reason }: { readonly reason: GradeReason }) {
  const t = useText('reviews')
  return (
    <Chip value={reason.key} size="xs" radius="sm">
      {reasonName(reason, t)}
    </Chip>
  )
}
