/** Notes on one version: at a second, on words, or on the whole; for the creator or for us alone; settled or open. */

import { ActionIcon, Button, SegmentedControl, Textarea, Tooltip } from '@mantine/core'
import { IconCheck, IconEye, IconEyeOff, IconRotate, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'

import type { ReviewNote, ReviewVersion } from '../../../shared/contract/reviews'
import { clock } from '../../../shared/domain/feedback'
import { api } from '../../api'
import { HERE, useWhen } from '../../creator/clocks'
import { useText } from '../../messages/i18n'
import { useNow } from '../../session/now'
import { focusNow } from '../../ui/focus'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import classes from './reviews.module.css'

export interface NotePlace {
  readonly atMs: number | null
  readonly from: number | null
  readonly to: number | null
  readonly label: string
  /** What the note begins with. */
  readonly draft?: string
}

interface NotesProps {
  readonly version: ReviewVersion
  /** Where a note is being written; null: nowhere. */
  readonly place: NotePlace | null
  readonly onAdd: () => void
  readonly onClose: () => void
  readonly onGo: (note: ReviewNote) => void
}

export function Notes({ version, place, onAdd, onClose, onGo }: NotesProps) {
  const t = useText('reviews')
  return (
    <section className={classes.notes} aria-label={t('notes.title')}>
      <div className={classes.headLine}>
        <h3 className={classes.part}>{t('notes.title')}</h3>
        <Button size="compact-xs" variant="default" onClick={onAdd}>
          {t('notes.add')}
        </Button>
      </div>
      {place && <NoteForm key={place.label} version={version} place={place} onClose={onClose} />}
      {version.notes.length === 0 && !place && <p className={classes.quiet}>{t('notes.none')}</p>}
      <ul className={classes.noteList}>
        {version.notes.map((note) => (
          <OneNote key={note.id} note={note} text={version.text} onGo={onGo} />
        ))}
      </ul>
    </section>
  )
}

interface NoteFormProps {
  readonly version: ReviewVersion
  readonly place: NotePlace
  readonly onClose: () => void
}

function NoteForm({ version, place, onClose }: NoteFormProps) {
  const t = useText('reviews')
  const [text, setText] = useState(place.draft ?? '')
  const [audience, setAudience] = useState<ReviewNote['audience']>('creator')
  const { label, atMs, from, to } = place
  const add = useCommand(
    async () => {
      await api.reviews.addNote({ versionId: version.id, atMs, from, to, text, audience })
      onClose()
    },
    () => t('notes.added'),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') {
      event.preventDefault()
      add.run()
    }
  }
  return (
    // Keys of its field: Ctrl+Enter adds, Escape leaves.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={intoView} className={classes.noteForm} onKeyDown={onKeyDown}>
      <Textarea
        ref={focusNow}
        size="xs"
        label={label}
        autosize
        minRows={2}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.headLine}>
        <SegmentedControl
          size="xs"
          aria-label={t('notes.for')}
          value={audience}
          onChange={(value) => setAudience(value === 'internal' ? 'internal' : 'creator')}
          data={[
            { value: 'creator', label: t('notes.creator') },
            { value: 'internal', label: t('notes.internal') },
          ]}
        />
        <Button size="compact-xs" loading={add.busy} disabled={text.trim() === ''} onClick={() => add.run()}>
          {t('notes.save')}
        </Button>
      </div>
    </div>
  )
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

interface OneNoteProps {
  readonly note: ReviewNote
  readonly text: string | null
  readonly onGo: (note: ReviewNote) => void
}

function OneNote({ note, text, onGo }: OneNoteProps) {
  const t = useText('reviews')
  const when = useWhen(useNow())
  const change = useCommand(
    (fields: Partial<Pick<ReviewNote, 'done' | 'audience'>>) => api.reviews.putNote({ id: note.id, fields }),
    () => '',
  )
  const remove = useCommand(
    () => api.reviews.removeNote({ id: note.id }),
    () => '',
  )
  const inside = note.audience === 'internal'
  const words = note.from === null || note.to === null ? null : (text ?? '').slice(note.from, note.to)
  return (
    <li className={classes.note} data-done={note.done || undefined}>
      <button type="button" data-commands className={classes.noteText} onClick={() => onGo(note)}>
        {note.atMs !== null && <span className={classes.clock}>{clock(note.atMs)}</span>}
        {words !== null && <q className={classes.quiet}>{words}</q>}
        <span>{note.text}</span>
      </button>
      <span className={classes.noteFoot}>
        <StateMark tone={inside ? 'held' : 'good'}>{inside ? t('notes.internal') : t('notes.creator')}</StateMark>
        <span className={classes.quiet}>{t('notes.by', { person: note.person ?? '', at: when(note.at, HERE) })}</span>
        <Way
          label={inside ? t('notes.toCreator') : t('notes.toInternal')}
          onClick={() => change.run({ audience: inside ? 'creator' : 'internal' })}
          icon={inside ? <IconEye size={14} /> : <IconEyeOff size={14} />}
        />
        <Way
          label={note.done ? t('notes.open') : t('notes.done')}
          onClick={() => change.run({ done: !note.done })}
          icon={note.done ? <IconRotate size={14} /> : <IconCheck size={14} />}
        />
        <Way label={t('notes.remove', { text: note.text })} onClick={() => remove.run()} icon={<IconX size={14} />} />
      </span>
    </li>
  )
}

interface WayProps {
  readonly label: string
  readonly icon: ReactNode
  readonly onClick: () => void
}

function Way({ label, icon, onClick }: WayProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
