/** Until when a task is put off; a menu under whatever opens it, all by keyboard. */

import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'

import { type Snooze, snoozeUntil, SNOOZES } from '../../shared/domain/today'
import { useText } from '../messages/i18n'
import { HERE, useWhen } from './clocks'

export interface SnoozeMenuProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onChoose: (choice: Snooze) => void
  readonly now: number
  readonly children: ReactNode
}

export function SnoozeMenu({ opened, onClose, onChoose, now, children }: SnoozeMenuProps) {
  const t = useText('tasks')
  const when = useWhen(now)
  return (
    <Menu opened={opened} onClose={onClose} position="bottom-start" returnFocus trapFocus>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown aria-label={t('snooze.title')}>
        {SNOOZES.map((choice) => (
          <Menu.Item key={choice} onClick={() => onChoose(choice)}>
            {t('snooze.until', { when: t(`snooze.${choice}`), time: when(snoozeUntil(choice, now, HERE)) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
