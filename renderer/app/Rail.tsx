/** The sections, icon and word; narrow it shows the icons alone, with their words on hover. */

import { Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'

import { useText } from '../messages/i18n'
import { goTo, type Section } from '../session/place'
import { ROUTES } from './routes'
import classes from './shell.module.css'

export interface RailProps {
  readonly closed: boolean
  readonly onToggle: () => void
  readonly current: Section | null
}

export function Rail({ closed, onToggle, current }: RailProps) {
  const t = useText('shell')
  const Toggle = closed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggle = closed ? t('rail.expand') : t('rail.collapse')
  return (
    <nav className={classes.rail} aria-label={t('rail.label')} data-closed={closed || undefined}>
      {ROUTES.map(({ section, icon: Icon }) => (
        <Tooltip key={section} label={t(`sections.${section}`)} position="right" disabled={!closed}>
          <button
            type="button"
            className={classes.section}
            aria-current={section === current ? 'page' : undefined}
            onClick={() => goTo(section)}
          >
            <Icon size={17} stroke={1.6} aria-hidden />
            <span className={classes.word}>{t(`sections.${section}`)}</span>
          </button>
        </Tooltip>
      ))}
      <span className={classes.spring} />
      <Tooltip label={toggle} position="right" disabled={!closed}>
        <button type="button" className={classes.section} onClick={onToggle}>
          <Toggle size={17} stroke={1.6} aria-hidden />
          <span className={classes.word}>{toggle}</span>
        </button>
      </Tooltip>
    </nav>
  )
}
