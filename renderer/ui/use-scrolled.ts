/** A box that scrolls and holds nothing that takes the keyboard would be out of reach of who uses no mouse: it takes it itself. */

import { type RefObject, useEffect, useState } from 'react'

const TAKES_KEYS = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex]'

/** Whether the box needs to be a stop of the Tab key: something in it is out of sight, and nothing in it can be gone to. */
export function useScrolled(box: RefObject<HTMLElement | null>): boolean {
  const [needsKeys, setNeedsKeys] = useState(false)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const look = () => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
      const scrolls = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1
      setNeedsKeys(scrolls && element.querySelector(TAKES_KEYS) === null)
    }
    const sizes = new ResizeObserver(look)
    const watch = () => {
      sizes.disconnect()
      for (const each of [element, ...element.children]) sizes.observe(each)
      look()
    }
    const contents = new MutationObserver(watch)
    contents.observe(element, { childList: true })
    watch()
    return () => {
      sizes.disconnect()
      contents.disconnect()
    }
  }, [box])
  return needsKeys
}
