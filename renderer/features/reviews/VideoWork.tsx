/** A video under judgement: the player with its bar, one more version beside it in step, and the notes. */

import { useMemo, useState } from 'react'

import type { ReviewVersion } from '../../../shared/contract/reviews'
import { clock } from '../../../shared/domain/feedback'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { type NotePlace, Notes } from './Notes'
import { PlayerBar } from './PlayerBar'
import classes from './reviews.module.css'
import { usePlayer } from './use-player'
import { VideoFrame } from './VideoFrame'

interface VideoWorkProps {
  readonly version: ReviewVersion
  /** To be compared with. */
  readonly before: ReviewVersion | undefined
}

export function VideoWork({ version, before }: VideoWorkProps) {
  const t = useText('reviews')
  const [lead, setLead] = useState<HTMLVideoElement | null>(null)
  const [other, setOther] = useState<HTMLVideoElement | null>(null)
  const player = usePlayer(useMemo(() => [lead, other], [lead, other]))
  const [place, setPlace] = useState<NotePlace | null>(null)
  const addNote = () => {
    player.pause()
    // The picture that is shown, not the last one that the page was told of.
    const atMs = Math.round((lead?.currentTime ?? player.at) * 1000)
    setPlace({ atMs, from: null, to: null, label: t('notes.at', { time: clock(atMs) }) })
  }
  useKeys({ [KEYS.reviewNote.keys[0]]: addNote })
  return (
    <>
      <div className={classes.stage}>
        {before && (
          <figure className={classes.shown}>
            <VideoFrame version={before} onVideo={setOther} />
            <figcaption>{t('version', { n: before.version })}</figcaption>
          </figure>
        )}
        <figure className={classes.shown}>
          <VideoFrame version={version} onVideo={setLead} />
          {before && <figcaption>{t('version', { n: version.version })}</figcaption>}
        </figure>
      </div>
      <PlayerBar player={player} notes={version.notes} />
      <Notes
        version={version}
        place={place}
        onAdd={addNote}
        onClose={() => setPlace(null)}
        onGo={({ atMs }) => {
          if (atMs === null) return
          player.pause()
          player.seekTo(atMs / 1000)
        }}
      />
    </>
  )
}
