/**
 * The one right-hand drawer: the detail of what is chosen on the page, with previous and next.
 *
 * It is no dialog: the page beside it stays usable. `Alt+↑/↓` moves, `Esc` closes.
 */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { createPortal } from 'react-dom'

import { useText } from '../messages/i18n'
import { KEYS } from '../session/key-table'
import { useKeys } from '../session/keys'
import { createStore, useStore } from '../session/store'
import classes from './drawer.module.css'
import { useReturnedFocus } from './focus'
import { useScrolled } from './use-scrolled'

/** The element of the shell that takes the drawer. */
export const drawerPlace = createStore<HTMLElement | null>(null)

export interface DrawerProps {
  readonly title: string
  readonly onClose: () => void
  /** Left out at the first record. */
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
  /** For tables. */
  readonly wide?: boolean
  /** For a page of its own: all the room there is. */
  readonly full?: boolean
  readonly foot?: ReactNode
  readonly children: ReactNode
}

export function Drawer(props: DrawerProps) {
  const place = useStore(drawerPlace)
  return place && createPortal(<DrawerPanel {...props} />, place)
}

function DrawerPanel({ title, onClose, onPrevious, onNext, wide = false, full = false, foot, children }: DrawerProps) {
  const t = useText('common')
  const panel = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const reach = useScrolled(body) ? ({ tabIndex: 0, role: 'group', 'aria-label': title } as const) : {}
  useReturnedFocus(panel)
  useKeys({
    [KEYS.closeDetail.keys[0]]: onClose,
    [KEYS.previous.keys[0]]: () => onPrevious?.(),
    [KEYS.next.keys[0]]: () => onNext?.(),
  })
  return (
    <section
      ref={panel}
      className={classes.drawer}
      aria-label={title}
      data-wide={wide || undefined}
      data-full={full || undefined}
      tabIndex={-1}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {(onPrevious ?? onNext) && (
          <>
            <HeadButton label={t('drawer.previous')} onClick={onPrevious} icon={<IconChevronUp size={16} />} />
            <HeadButton label={t('drawer.next')} onClick={onNext} icon={<IconChevronDown size={16} />} />
          </>
        )}
        <HeadButton label={t('drawer.close')} onClick={onClose} icon={<IconX size={16} />} />
      </div>
      <div ref={body} className={classes.body} {...reach}>
        {children}
      </div>
      {foot && <div className={classes.foot}>{foot}</div>}
    </section>
  )
}

interface HeadButtonProps {
  readonly label: string
  readonly onClick: (() => void) | undefined
  readonly icon: ReactNode
}

function HeadButton({ label, onClick, icon }: HeadButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => onClick?.()} disabled={!onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
