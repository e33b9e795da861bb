/** A table pasted from a spreadsheet while no field has the focus is taken like a dropped list. */

import { useEffect } from 'react'

import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { listItem } from './list-intake'
import { tellLists } from './list-work'

let pasted = 0

export function usePastedTable(onError: (error: unknown) => void): void {
  const t = useText('metrics')
  useEffect(() => {
    async function take(text: string): Promise<void> {
      try {
        pasted += 1
        const name = `${t('list.paste')} ${pasted}`
        const list = await api.metrics.inspect({ text, name })
        tellLists({
          type: 'added',
          items: [listItem({ key: `pasted:${pasted}`, name, text }, list, { shopId: null, known: false })],
        })
      } catch (error) {
        onError(error)
      }
    }
    const listen = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const isField =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]') !== null
      // One cell, or one line, is no table.
      if (isField || !text.includes('\t') || !text.trim().includes('\n')) return
      event.preventDefault()
      void take(text)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [onError, t])
}
