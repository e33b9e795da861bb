/**
 * A bar code scanner types as hands do, only faster, and into whatever has the focus. The commands of this page that ship and
 * pack wait for a moment, so that a code beginning with their letter is scanned and does not send another parcel.
 */

import { type RefObject, useEffect } from 'react'

import { KEYS } from '../../session/key-table'
import { chordOf, isFree, isSecond } from '../../session/keys'

/** Longer than scanners take from sign to sign, shorter than hands notice. */
const BURST_MS = 60
const COMMANDS: readonly string[] = [KEYS.pickPack.keys[0], KEYS.pickShip.keys[0]]

interface Held {
  readonly event: KeyboardEvent
  readonly timer: number
}

/** While the caller is on screen, a code that is scanned with the focus elsewhere lands in `field`. */
export function useScanner(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const released = new WeakSet<KeyboardEvent>()
    let held: Held | null = null
    const release = ({ key, shiftKey }: KeyboardEvent, target: EventTarget) => {
      held = null
      const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })
      released.add(event)
      target.dispatchEvent(event)
    }
    const listener = (event: KeyboardEvent) => {
      const { key, target } = event
      const chord = chordOf(event)
      if (released.has(event) || target === null || key.length !== 1) return
      if (chord === '' || /Mod|Alt/u.test(chord) || !isFree(target, chord)) return
      // Scanners press Shift for capitals.
      if (held === null && (!COMMANDS.includes(key.toUpperCase()) || isSecond(event))) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (held === null) {
        held = { event, timer: window.setTimeout(() => release(event, target), BURST_MS) }
        return
      }
      window.clearTimeout(held.timer)
      if (field.current !== null) {
        field.current.value = held.event.key + key
        field.current.focus()
      }
      held = null
    }
    window.addEventListener('keydown', listener, true)
    return () => {
      window.removeEventListener('keydown', listener, true)
      if (held !== null) window.clearTimeout(held.timer)
    }
  }, [field])
}
