/** The bar under the picture: where it is, the pins of the notes, single frames, speed. */

import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-react'

import type { ReviewNote } from '../../../shared/contract/reviews'
import { clock } from '../../../shared/domain/feedback'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import classes from './reviews.module.css'
import { useFreeFocus } from './use-free-focus'
import type { Player } from './use-player'

/** Steps of the position's slider. */
const FINE = 0.01

export function PlayerBar({ player, notes }: { readonly player: Player; readonly notes: readonly ReviewNote[] }) {
  const t = useText('reviews')
  const { at, length, playing, speed } = player
  usePlayerKeys(player)
  return (
    <div className={classes.bar}>
      <div className={classes.track}>
        <input
          type="range"
          className={classes.position}
          aria-label={t('player.position')}
          aria-valuetext={`${clock(at * 1000)} / ${clock(length * 1000)}`}
          data-commands
          min={0}
          max={length || 1}
          step={FINE}
          value={at}
          onChange={(event) => player.seekTo(Number(event.currentTarget.value))}
          // A field that has the focus would keep every key of the player.
          onPointerUp={(event) => event.currentTarget.blur()}
        />
        <div className={classes.pins}>
          {length > 0 && notes.map((note) => note.atMs !== null && <Pin key={note.id} note={note} player={player} />)}
        </div>
      </div>
      <div className={classes.controls}>
        <Tool label={t('player.back')} onClick={() => player.frame(-1)} icon={<IconPlayerSkipBack size={14} />} />
        <Tool
          label={playing ? t('player.pause') : t('player.play')}
          onClick={player.toggle}
          icon={playing ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
        />
        <Tool label={t('player.on')} onClick={() => player.frame(1)} icon={<IconPlayerSkipForward size={14} />} />
        <span className={classes.clock}>
          {exact(at)} / {clock(length * 1000)}
        </span>
        <Tool label={t('player.slower')} onClick={() => player.faster(-1)} icon={<span aria-hidden>[</span>} />
        <span className={classes.speed}>{t('player.speed', { speed })}</span>
        <Tool label={t('player.faster')} onClick={() => player.faster(1)} icon={<span aria-hidden>]</span>} />
      </div>
    </div>
  )
}

function usePlayerKeys(player: Player): void {
  const free = useFreeFocus()
  const [back, on] = KEYS.seek.keys
  const [before, after] = KEYS.frame.keys
  const [slower, faster] = KEYS.speed.keys
  useKeys({
    // A button or a choice that has the focus keeps the keys that work it.
    ...(free && {
      [KEYS.play.keys[0]]: player.toggle,
      [back]: () => player.seekBy(-1),
      [on]: () => player.seekBy(1),
    }),
    [before]: () => player.frame(-1),
    [after]: () => player.frame(1),
    [slower]: () => player.faster(-1),
    [faster]: () => player.faster(1),
  })
}

function Pin({ note, player }: { readonly note: ReviewNote; readonly player: Player }) {
  const t = useText('reviews')
  const ms = note.atMs ?? 0
  const label = t('player.pin', { time: clock(ms), text: note.text })
  return (
    <Tooltip label={label}>
      <button
        type="button"
        data-commands
        className={classes.pin}
        data-audience={note.audience}
        data-done={note.done || undefined}
        aria-label={label}
        style={{ insetInlineStart: `${Math.min(100, ms / 10 / player.length)}%` }}
        onClick={() => {
          player.pause()
          player.seekTo(ms / 1000)
        }}
      />
    </Tooltip>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: React.ReactNode
  readonly onClick: () => void
}

function Tool({ label, icon, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon data-commands aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

/** `0:07.34`: single frames can be told apart. */
function exact(seconds: number): string {
  const hundredths = Math.floor((seconds % 1) * 100)
  return `${clock(seconds * 1000)}.${String(hundredths).padStart(2, '0')}`
}
