/** Templates for one creator, in their language: a number copies one, unless something in it is not filled. */

import { Button, Kbd, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { FilledText } from '../../shared/contract/outreach-templates'
import { orpc } from '../api'
import { useText } from '../messages/i18n'
import { useKeys } from '../session/keys'
import { useCurrentShop } from '../session/shops'
import { say } from '../session/status'
import { Answer } from '../ui/Answer'
import { Drawer } from '../ui/Drawer'
import { Empty } from '../ui/Empty'
import { StateMark } from '../ui/StateMark'
import { FilledBody, useLengthText, useRateText } from './FilledBody'
import classes from './outreach.module.css'
import { openLog, type Who } from './quick-log'

const NUMBERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export function TemplatePicker({ who, onClose }: { readonly who: Who; readonly onClose: () => void }) {
  const t = useText('outreach')
  const shop = useCurrentShop()
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [asked, setAsked] = useState<readonly string[]>([])
  const texts = useQuery({
    ...orpc.outreach.templates.filled.queryOptions({ input: { creatorId: who.id, shopId: shop?.id ?? null, values } }),
    placeholderData: keepPreviousData,
  })
  const copy = (text: FilledText): void => {
    if (text.missing.length > 0) {
      setAsked([...new Set([...asked, ...text.missing])])
      say(t('pick.missing', { names: text.missing.join(', ') }), 'bad')
      return
    }
    void navigator.clipboard.writeText(text.text).then(() => say(t('pick.copied')))
  }
  const all = texts.data ?? []
  useKeys(Object.fromEntries(NUMBERS.map((key, i) => [key, () => all[i] && copy(all[i])])))
  // A field that was asked for stays while it is filled.
  const names = [...new Set([...asked, ...all.flatMap(({ missing }) => missing)])]
  return (
    <Drawer title={t('pick.title', { handle: who.handle })} onClose={onClose} wide>
      {names.map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={name}
          value={values[name] ?? ''}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget
            setAsked([...new Set([...asked, name])])
            setValues((before) => ({ ...before, [name]: value }))
          }}
        />
      ))}
      <Answer query={texts}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty sentence={t('pick.none')} />
          ) : (
            <ol className={classes.texts}>
              {rows.map((text, i) => (
                <PickedText key={text.templateId} text={text} number={i + 1} who={who} onCopy={() => copy(text)} />
              ))}
            </ol>
          )
        }
      </Answer>
    </Drawer>
  )
}

interface PickedProps {
  readonly text: FilledText
  readonly number: number
  readonly who: Who
  readonly onCopy: () => void
}

function PickedText({ text, number, who, onCopy }: PickedProps) {
  const t = useText('outreach')
  const rate = useRateText()
  const length = useLengthText()
  const tooLong = text.limit !== null && text.length > text.limit
  const { templateId, templateVersionId, channel } = text
  return (
    <li>
      <div className={classes.head}>
        {number <= NUMBERS.length && <Kbd size="xs">{number}</Kbd>}
        <strong>{text.name}</strong>
        <span>{text.language}</span>
        {text.fallback && <StateMark tone="watch">{t('pick.fallback')}</StateMark>}
        {tooLong ? <StateMark tone="bad">{length(text)}</StateMark> : <span>{length(text)}</span>}
        <span>{rate(text.rate)}</span>
      </div>
      <FilledBody text={text} />
      <div className={classes.head}>
        <Button size="compact-xs" variant="default" disabled={text.missing.length > 0} onClick={onCopy}>
          {t('pick.copy')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={text.missing.length > 0}
          onClick={() => openLog(who, 'sent', { templateId, templateVersionId, channel })}
        >
          {t('pick.logSent')}
        </Button>
      </div>
    </li>
  )
}
