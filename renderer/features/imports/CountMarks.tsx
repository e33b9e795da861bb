/** The counts of a file in words; those that are 0 are left out. */

import { Tooltip } from '@mantine/core'

import type { Counts } from '../../../shared/contract/imports'
import type { z } from '../../../shared/schema'
import { useText } from '../../messages/i18n'
import classes from './imports.module.css'

const COUNTS = ['inserted', 'updated', 'unchanged', 'rejected', 'skipped', 'repeated'] as const

export function CountMarks({ counts }: { readonly counts: z.infer<typeof Counts> }) {
  const t = useText('imports')
  return (
    <span className={classes.counts}>
      <span className={classes.note}>{t('counts.rows', { count: counts.rows })}</span>
      {COUNTS.filter((name) => counts[name] > 0).map((name) => (
        <Tooltip key={name} label={t(`countHints.${name}`)}>
          <span data-count={name}>{t(`counts.${name}`, { count: counts[name] })}</span>
        </Tooltip>
      ))}
    </span>
  )
}
