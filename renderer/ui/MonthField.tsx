/** Which month a page is about: the one before, the one after. */

import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

import { addDays } from '../../shared/domain/days'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import classes from './parts.module.css'

export interface MonthFieldProps {
  /** `YYYY-MM`. */
  readonly month: string
  readonly onChange: (month: string) => void
}

export function MonthField({ month, onChange }: MonthFieldProps) {
  const t = useText('common')
  const format = useFormat()
  const move = (days: number) => onChange(addDays(`${month}-01`, days).slice(0, 7))
  return (
    <span className={classes.month} role="group" aria-label={t('month')}>
      <ActionIcon variant="default" size="sm" aria-label={t('previousMonth')} onClick={() => move(-1)}>
        <IconChevronLeft size={14} />
      </ActionIcon>
      <span className={classes.monthName}>{format.month(month)}</span>
      <ActionIcon variant="default" size="sm" aria-label={t('nextMonth')} onClick={() => move(31)}>
        <IconChevronRight size={14} />
      </ActionIcon>
    </span>
  )
}
