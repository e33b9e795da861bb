/** The sections, icon and word, by the work they are for; narrow it shows the icons alone, with their words on hover. */

import { Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'

import { useText } from '../messages/i18n'
import { goTo, type Section } from '../session/place'
import { type Group, GROUPS, type Route, ROUTES } from './routes'
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
  const sections = useRef<HTMLDivElement>(null)
  // Gone to by its keys, a section may lie outside of what a low window shows of the rail.
  useEffect(() => {
    if (current !== null) sections.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav className={classes.rail} aria-label={t('rail.label')} data-closed={closed || undefined}>
      <div className={classes.sections} ref={sections}>
        {GROUPS.map((group) => (
          <RailGroup key={group} group={group} closed={closed} current={current} />
        ))}
      </div>
      <Tooltip label={toggle} position="right" disabled={!closed}>
        <button type="button" className={classes.section} onClick={onToggle}>
          <Toggle size={17} stroke={1.6} aria-hidden />
          <span className={classes.word}>{toggle}</span>
        </button>
      </Tooltip>
    </nav>
  )
}

function RailGroup({ group, closed, current }: { group: Group; closed: boolean; current: Section | null }) {
  const t = useText('shell')
  const id = useId()
  const routes = ROUTES.filter((route) => route.group === group)
  return (
    <div className={classes.railGroup} role="group" aria-labelledby={group === 'day' ? undefined : id}>
      {group !== 'day' && (
        <span className={classes.railHead} id={id}>
          {t(`rail.groups.${group}`)}
        </span>
      )}
      {routes.map((route) => (
        <RailSection key={route.section} route={route} closed={closed} isCurrent={route.section === current} />
      ))}
    </div>
  )
}

function RailSection({ route, closed, isCurrent }: { route: Route; closed: boolean; isCurrent: boolean }) {
  const t = useText('shell')
  const { section, icon: Icon } = route
  return (
    <Tooltip label={t(`sections.${section}`)} position="right" disabled={!closed}>
      <button
        type="button"
        className={classes.section}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => goTo(section)}
      >
        <Icon size={17} stroke={1.6} aria-hidden />
        <span className={classes.word}>{t(`sections.${section}`)}</span>
      </button>
    </Tooltip>
  )
}
