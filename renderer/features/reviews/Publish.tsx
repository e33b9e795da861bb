/** Once it is approved: the link under which it went online. */

import { Anchor, Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'

import { asAppError } from '../../../shared/contract/refusal'
import type { Review } from '../../../shared/contract/reviews'
import { readVideoLink } from '../../../shared/domain/video-links'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { ErrorLine } from '../../ui/ErrorState'
import { useCommand } from '../../ui/use-save'
import classes from './reviews.module.css'

export function Publish({ review: { id, content, state } }: { readonly review: Review }) {
  const t = useText('reviews')
  const field = useRef<HTMLInputElement>(null)
  const [link, setLink] = useState('')
  useKeys({ [KEYS.published.keys[0]]: () => field.current?.focus() })
  const publish = useCommand(
    () => api.reviews.publish({ id, link }),
    ({ review, sample }) =>
      t(sample === 'posted' ? 'publish.sample' : sample === 'stays' ? 'publish.stays' : 'publish.done', {
        id: review.content?.contentId ?? '',
      }),
  )
  const read = link.trim() === '' ? null : readVideoLink(link)
  const wrong = typeof read === 'string' ? t(`publish.${read}`) : null
  if (state === 'published') {
    return (
      <section className={classes.panel}>
        <h3 className={classes.part}>{t('publish.title')}</h3>
        {content?.url ? (
          <Anchor href={content.url} target="_blank" size="xs">
            {t('publish.open')}
          </Anchor>
        ) : null}
        <p className={classes.quiet}>{content?.contentId}</p>
      </section>
    )
  }
  return (
    <section className={classes.panel}>
      <h3 className={classes.part}>{t('publish.title')}</h3>
      <form
        className={classes.publish}
        onSubmit={(event) => {
          event.preventDefault()
          if (read !== null && wrong === null) publish.run()
        }}
      >
        <TextInput
          ref={field}
          size="xs"
          label={t('publish.link')}
          placeholder={t('publish.placeholder')}
          value={link}
          error={wrong}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <Button type="submit" loading={publish.busy} disabled={read === null || wrong !== null}>
          {t('publish.save')}
        </Button>
      </form>
      {publish.error !== null && asAppError(publish.error).code !== 'record.invalid' && (
        <ErrorLine error={publish.error} />
      )}
    </section>
  )
}
