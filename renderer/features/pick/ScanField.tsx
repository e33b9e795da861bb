/**
 * The field for a bar code scanner: a line and Enter, as scanners type. What became of it stands beside it in colour, sign
 * and words, until the next one. Lines scanned faster than they are answered wait their turn.
 */

import { SegmentedControl, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'

import type { ScanResult } from '../../../shared/contract/sample-files'
import { api } from '../../api'
import { errorText } from '../../messages/error-text'
import { useLanguage, useText } from '../../messages/i18n'
import { StateMark, type Tone } from '../../ui/StateMark'
import classes from './pick.module.css'
import type { Goal } from './use-pick'
import { useScanner } from './use-scanner'

const TONES: Readonly<Record<ScanResult['result'], Tone>> = {
  packed: 'good',
  shipped: 'good',
  attached: 'good',
  already: 'watch',
  unknown: 'bad',
  ambiguous: 'watch',
  notOpen: 'bad',
  onHold: 'bad',
}

export function ScanField({ shopId }: { readonly shopId: string | null }) {
  const t = useText('sampleFiles')
  const [goal, setGoal] = useState<Goal>('shipped')
  const { said, scan } = useScans(shopId, goal)
  const input = useRef<HTMLInputElement>(null)
  useScanner(input)
  const take = (event: KeyboardEvent<HTMLInputElement>) => {
    // Back to the page and its keys.
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const field = event.currentTarget
    if (field.value.trim() !== '') scan(field.value)
    field.value = ''
  }
  return (
    <div className={classes.scan}>
      <TextInput
        ref={input}
        data-find
        className={classes.scanField ?? ''}
        aria-label={t('scan.label')}
        placeholder={t('scan.placeholder')}
        leftSection={<IconBarcode size={16} aria-hidden />}
        onKeyDown={take}
        autoComplete="off"
        spellCheck={false}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('scan.goal')}
        value={goal}
        onChange={(value) => setGoal(value === 'packed' ? 'packed' : 'shipped')}
        data={(['packed', 'shipped'] as const).map((value) => ({ value, label: t(`scan.goals.${value}`) }))}
      />
      <span role="status" className={classes.said}>
        {said && <StateMark tone={said.tone}>{said.text}</StateMark>}
      </span>
    </div>
  )
}

interface Said {
  readonly tone: Tone
  readonly text: string
}

/** One scan after the other; a number that comes after a label is put on that label's sample. */
function useScans(
  shopId: string | null,
  to: Goal,
): { readonly said: Said | null; readonly scan: (line: string) => void } {
  const t = useText('sampleFiles')
  const words = useText('words')
  const language = useLanguage()
  const [said, setSaid] = useState<Said | null>(null)
  const last = useRef<string | null>(null)
  const queue = useRef(Promise.resolve())
  const textOf = ({ result, line, sample }: ScanResult): string => {
    if (sample === null) return t(`scan.results.${result}`, { line, handle: '', product: '', state: '' })
    const { handle, product, state } = sample
    return t(`scan.results.${result}`, { line, handle: `@${handle}`, product, state: words(`sampleState.${state}`) })
  }
  const answer = async (line: string) => {
    try {
      const done = await api.sampleFiles.scan({ shopId, line, to, after: last.current })
      if (done.sample !== null && done.result !== 'unknown') last.current = done.sample.id
      setSaid({ tone: TONES[done.result], text: textOf(done) })
    } catch (refusal) {
      const { what, next } = errorText(refusal, language)
      setSaid({ tone: 'bad', text: `${what} ${next}` })
    }
  }
  return { said, scan: (line) => void (queue.current = queue.current.then(() => answer(line))) }
}
