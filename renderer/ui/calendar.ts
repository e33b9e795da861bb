/** What every calendar of the kit says and looks like: its arrows have names, days of other months can be read. */

import { useText } from '../messages/i18n'
import classes from './parts.module.css'

export function useCalendarParts() {
  const t = useText('common')
  return {
    ariaLabels: {
      previousMonth: t('calendar.previousMonth'),
      nextMonth: t('calendar.nextMonth'),
      previousYear: t('calendar.previousYear'),
      nextYear: t('calendar.nextYear'),
      previousDecade: t('calendar.previousDecade'),
      nextDecade: t('calendar.nextDecade'),
    },
    // In the words of the language's own order; a month's name is what its button is called.
    monthLabelFormat: t('calendar.month'),
    classNames: { day: classes.calendarDay ?? '' },
  } as const
}
