/**
 * One video, or two in step: playing, seeking, single frames, speed.
 *
 * The first leads; the others follow it, and are put right where they drift.
 */

import { useEffect, useMemo, useState } from 'react'

/** No frame rate is known of a file: thirty frames a second is what phones film. */
const FRAME_S = 1 / 30
const SEEK_S = 5
const DRIFT_S = 0.08
const SPEEDS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2]

export interface PlayerState {
  readonly playing: boolean
  /** Seconds. */
  readonly at: number
  /** Seconds; 0 until it is known. */
  readonly length: number
  readonly speed: number
}

export interface Player extends PlayerState {
  readonly toggle: () => void
  readonly pause: () => void
  readonly seekTo: (seconds: number) => void
  readonly seekBy: (direction: 1 | -1) => void
  readonly frame: (direction: 1 | -1) => void
  readonly faster: (direction: 1 | -1) => void
}

/** The elements that are on the page; null: none in this place. */
export type Videos = readonly (HTMLVideoElement | null)[]

export function usePlayer(videos: Videos): Player {
  const [state, setState] = useState<PlayerState>({ playing: false, at: 0, length: 0, speed: 1 })
  useEffect(() => follow(videos, setState), [videos])
  const does = useMemo(() => actionsOn(videos), [videos])
  return { ...state, ...does }
}

function follow(videos: Videos, tell: (state: PlayerState) => void): (() => void) | undefined {
  const lead = videos[0]
  if (!lead) return undefined
  const read = () => {
    const length = Number.isFinite(lead.duration) ? lead.duration : 0
    tell({ playing: !lead.paused && !lead.ended, at: lead.currentTime, length, speed: lead.playbackRate })
    for (const other of others(videos))
      if (Math.abs(other.currentTime - lead.currentTime) > DRIFT_S && !other.seeking) {
        other.currentTime = Math.min(lead.currentTime, other.duration || lead.currentTime)
      }
  }
  // Recordings of a browser do not say how long they are until somebody looked for their end.
  const learn = () => {
    if (lead.duration === Number.POSITIVE_INFINITY) lead.currentTime = Number.MAX_SAFE_INTEGER
  }
  const rewind = () => {
    if (lead.currentTime > 0 && lead.paused && lead.played.length === 0) lead.currentTime = 0
    read()
  }
  const stopped = new AbortController()
  const on = (type: string, act: () => void) => lead.addEventListener(type, act, { signal: stopped.signal })
  for (const type of ['timeupdate', 'seeked', 'play', 'pause', 'ended', 'ratechange', 'loadedmetadata']) on(type, read)
  on('loadedmetadata', learn)
  on('durationchange', rewind)
  // While it plays, the hand of the bar moves with the picture.
  let frame = requestAnimationFrame(function tick() {
    if (!lead.paused) read()
    frame = requestAnimationFrame(tick)
  })
  read()
  return () => {
    stopped.abort()
    cancelAnimationFrame(frame)
  }
}

function others(videos: Videos): HTMLVideoElement[] {
  return videos.slice(1).flatMap((video) => video ?? [])
}

function actionsOn(videos: Videos) {
  const all = () => videos.flatMap((video) => video ?? [])
  const lead = () => videos[0] ?? null
  const pause = () => all().forEach((video) => video.pause())
  const seekTo = (seconds: number) => {
    for (const video of all()) video.currentTime = Math.max(0, Math.min(seconds, video.duration || seconds))
  }
  return {
    pause,
    seekTo,
    toggle() {
      const first = lead()
      if (first === null) return
      if (!first.paused) pause()
      // Refused where it cannot be played: the element says so by itself.
      else for (const video of all()) void video.play().catch(() => undefined)
    },
    seekBy: (direction: 1 | -1) => seekTo((lead()?.currentTime ?? 0) + direction * SEEK_S),
    frame(direction: 1 | -1) {
      pause()
      seekTo((lead()?.currentTime ?? 0) + direction * FRAME_S)
    },
    faster(direction: 1 | -1) {
      const now = SPEEDS.indexOf(lead()?.playbackRate ?? 1)
      const speed = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, now + direction))] ?? 1
      for (const video of all()) video.playbackRate = speed
    },
  }
}
