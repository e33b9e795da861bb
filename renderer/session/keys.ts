/**
 * Keys of the window: one listener, the newest registration first.
 *
 * A single key never fires in a text field nor while Chinese is being composed; chords with Ctrl, Cmd or Alt may.
 */

import { useEffect, useRef } from 'react'

/** What was pressed, as far as keys are told apart. */
export interface Stroke {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
  /** 229 while an input method has the key; the only sign of it on some systems. */
  readonly keyCode: number
}

const NO_KEYS = ['Control', 'Meta', 'Alt', 'Shift', 'Process', 'Dead', 'AltGraph']

/** `Mod+Shift+Z`, `Alt+ArrowUp`, `?`, `G`; empty for a key of a composition and for modifiers alone. */
export function chordOf(stroke: Stroke): string {
  if (stroke.isComposing || stroke.keyCode === 229 || NO_KEYS.includes(stroke.key)) {
    return ''
  }
  const key = stroke.key === ' ' ? 'Space' : stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key
  // Shift is part of what a sign is (`?`), but not of what a letter is.
  const shift = stroke.shiftKey && (key.length > 1 || /[A-Z]/.test(key))
  const parts = [stroke.ctrlKey || stroke.metaKey ? 'Mod' : '', stroke.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
  return parts.filter(Boolean).join('+')
}

/** In a text these chords are the text's own. */
const TEXT_CHORDS = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+C', 'Mod+X', 'Mod+V'])

/** Whether `chord` may act while the focus is in a text field. */
export function isAllowedInText(chord: string): boolean {
  return chord === 'Escape' || ((chord.startsWith('Mod+') || chord.startsWith('Alt+')) && !TEXT_CHORDS.has(chord))
}

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 1500

/** A first key that waits for its second. */
export interface Waiting {
  readonly key: string
  readonly at: number
}

/** Joins a chord with a first key that waits: `G`, then `R` is `G R`. */
export function joined(waiting: Waiting | null, chord: string, at: number): string {
  return waiting && at - waiting.at <= SEQUENCE_MS ? `${waiting.key} ${chord}` : chord
}

export type Bindings = Readonly<Record<string, () => void>>

const layers: { readonly current: Bindings }[] = []

/** Binds keys while the caller is on screen. What a later caller binds hides the same key of an earlier one. */
export function useKeys(bindings: Bindings): void {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    layers.push(latest)
    return () => {
      layers.splice(layers.indexOf(latest), 1)
    }
  }, [])
}

/** The first key of a sequence that is under way. */
let waiting: Waiting | null = null

/** Whether this key may be the second of a sequence (`G`, then `T`): lists with keys of their own leave it alone then. */
export function isSecond({ timeStamp }: Pick<KeyboardEvent, 'timeStamp'>): boolean {
  return waiting !== null && timeStamp - waiting.at <= SEQUENCE_MS
}

/** Starts the one listener; returns what stops it. */
export function listenToKeys(): () => void {
  const listener = (event: KeyboardEvent): void => {
    const chord = chordOf(event)
    if (chord === '' || event.defaultPrevented || !isFree(event.target, chord)) {
      return
    }
    const run = find(joined(waiting, chord, event.timeStamp)) ?? find(chord)
    waiting = chord === 'G' ? { key: 'G', at: event.timeStamp } : null
    if (run) {
      event.preventDefault()
      run()
    }
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}

function find(chord: string): (() => void) | undefined {
  return layers.findLast(({ current }) => current[chord] !== undefined)?.current[chord]
}

const OWN_KEYS = '[aria-modal=true], [role=menu], [role=listbox]:not([data-commands])'

/** Text keeps its own keys, an open dialog or menu all of them, and so does a list to choose from, unless it says that its keys are commands. */
export function isFree(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof HTMLElement)) {
    return true
  }
  if (chord === 'Escape' && target.getAttribute('aria-expanded') === 'true') {
    // An open list under a field closes first.
    return false
  }
  // The field of a grid is for commands until a cell is edited.
  const text =
    target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea:not([data-commands]), select')
  return (!text || isAllowedInText(chord)) && target.closest(OWN_KEYS) === null
}
