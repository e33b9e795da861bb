/** Violations of a post: the rule, points, the appeal and what is learnt from it. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Content, Violation } from '../../../shared/contract/content'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { Answer } from '../../ui/Answer'
import { SmallTable } from '../../ui/SmallTable'
import classes from './content.module.css'
import { ViolationForm } from './ViolationForm'

export interface ViolationsProps {
  readonly content: Content
  readonly onChanged: () => Promise<unknown>
}

export function Violations({ content, onChanged }: ViolationsProps) {
  const t = useText('content')
  const format = useFormat()
  const { shopId: chosen } = usePlace()
  const [editing, setEditing] = useState<Violation | 'new' | null>(null)
  const query = useQuery(orpc.content.violations.queryOptions({ input: { contentId: content.id } }))
  const shopId = content.shopId ?? chosen
  if (editing !== null && shopId !== null) {
    const close = () => setEditing(null)
    return (
      <ViolationForm
        violation={editing === 'new' ? null : editing}
        content={content}
        shopId={shopId}
        onClose={close}
        onChanged={onChanged}
      />
    )
  }
  return (
    <>
      <Answer query={query}>
        {(violations) =>
          violations.length === 0 ? (
            <p className={classes.quiet}>{t('violations.none')}</p>
          ) : (
            <SmallTable
              label={t('violations.title')}
              columns={[
                { title: t('violations.day') },
                { title: t('violations.rule') },
                { title: t('violations.points'), figure: true },
                { title: t('violations.state') },
                { title: t('violations.appealBy') },
              ]}
              rows={violations.map((violation) => ({
                key: violation.id,
                cells: [
                  format.day(violation.day),
                  <Button key="open" variant="subtle" size="compact-xs" onClick={() => setEditing(violation)}>
                    {violation.rule}
                  </Button>,
                  violation.points,
                  t(`violations.states.${violation.state}`),
                  violation.appealBy && format.day(violation.appealBy),
                ],
              }))}
            />
          )
        }
      </Answer>
      <Button size="xs" variant="default" disabled={shopId === null} onClick={() => setEditing('new')}>
        {t('violations.add')}
      </Button>
      {shopId === null && <p className={classes.quiet}>{t('violations.noShop')}</p>}
    </>
  )
}
