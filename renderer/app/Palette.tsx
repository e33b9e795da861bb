/** Everything by typing: sections, shops, periods, actions; found by Chinese and English words alike. */

import { Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

import { useText } from '../messages/i18n'
import { IS_MAC, keyText } from '../session/key-table'
import { chordOf } from '../session/keys'
import { type Command, GROUPS, useCommands } from './commands'
import { useCreatorCommands } from './found'
import { bestFit } from './match'
import classes from './shell.module.css'

export interface PaletteProps {
  readonly onClose: () => void
  readonly onKeys: () => void
}

export function Palette({ onClose, onKeys }: PaletteProps) {
  const t = useText('shell')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const commands = ranked(useCommands(onKeys), typed)
  // Commands answer at once; what the workspace finds comes after them and moves none of them.
  const found = [...commands, ...useCreatorCommands(typed)]
  const active = Math.min(at, found.length - 1)
  const run = (command: Command | undefined): void => {
    if (command) {
      onClose()
      command.run()
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chord = chordOf(event.nativeEvent)
    const step = chord === 'ArrowDown' ? 1 : chord === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((active + step + found.length) % Math.max(1, found.length))
    } else if (chord === 'Enter') {
      event.preventDefault()
      run(found[active])
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      yOffset="12vh"
      centered={false}
      padding="xs"
      aria-label={t('palette.label')}
    >
      <TextInput
        data-autofocus
        size="sm"
        leftSection={<IconSearch size={16} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
      />
      <Results id={id} found={found} active={active} grouped={typed.trim() === ''} onRun={run} />
    </Modal>
  )
}

interface ResultsProps {
  readonly id: string
  readonly found: readonly Command[]
  readonly active: number
  readonly grouped: boolean
  readonly onRun: (command: Command) => void
}

function Results({ id, found, active, grouped, onRun }: ResultsProps) {
  const t = useText('shell')
  const chosen = useRef<HTMLDivElement>(null)
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }))
  if (found.length === 0) {
    return <p className={classes.group}>{t('palette.nothing')}</p>
  }
  return (
    <div id={id} role="listbox" aria-label={t('palette.label')} className={classes.palette}>
      {found.map((command, index) => (
        <div key={command.id} role="presentation">
          {(grouped || command.group === 'creator') && command.group !== found[index - 1]?.group && (
            <div className={classes.group}>{t(`palette.groups.${command.group}`)}</div>
          )}
          {/* Keys are the search field's, which names the active option. */}
          {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events */}
          <div
            ref={index === active ? chosen : undefined}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.command}
            onClick={() => onRun(command)}
          >
            <span className={classes.name}>{command.title}</span>
            {command.chord !== undefined && <span className={classes.key}>{keyText(command.chord, IS_MAC)}</span>}
          </div>
        </div>
      ))}
    </div>
  )
}

/** The best first; without a search all of them by group. */
export function ranked(commands: readonly Command[], typed: string): readonly Command[] {
  if (typed.trim() === '') {
    return GROUPS.flatMap((group) => commands.filter((command) => command.group === group))
  }
  return commands
    .map((command) => ({ command, score: bestFit(typed, command.names) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command)
}
