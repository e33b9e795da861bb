/** The picture of one version's video; where it cannot be shown, why, and what can be done. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { asAppError } from '../../../shared/contract/refusal'
import type { ReviewVersion } from '../../../shared/contract/reviews'
import { api, desktop, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { ErrorLine } from '../../ui/ErrorState'
import { useCommand } from '../../ui/use-save'
import classes from './reviews.module.css'

interface VideoFrameProps {
  readonly version: ReviewVersion
  /** Takes the element while it is on the page. */
  readonly onVideo: (video: HTMLVideoElement | null) => void
}

export function VideoFrame({ version, onVideo }: VideoFrameProps) {
  const t = useText('reviews')
  const { file } = version
  const query = useQuery({
    ...orpc.reviews.play.queryOptions({ input: { versionId: version.id } }),
    enabled: file !== null,
    // An address is good for one hour after it was used last; changes of the review do not touch it.
    queryKey: ['player', version.id, file?.state ?? ''],
    staleTime: Infinity,
    retry: false,
  })
  const [failures, setFailures] = useState(0)
  // The address may have ended: once, a new one is asked for.
  const fail = () => {
    setFailures((before) => before + 1)
    if (failures === 0) void query.refetch()
  }
  if (file === null) return <p className={classes.noPicture}>{t('player.noFile')}</p>
  if (query.error && asAppError(query.error).code === 'attachment.elsewhere') {
    return <p className={classes.noPicture}>{t('player.elsewhere')}</p>
  }
  if (query.error) return <ErrorLine error={query.error} />
  if (failures > 1) return <Unplayable file={file} />
  return (
    // What creators hand in has no captions of its own.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video
      ref={onVideo}
      className={classes.picture}
      src={query.data?.url}
      aria-label={t('player.label')}
      preload="auto"
      playsInline
      disablePictureInPicture
      onError={fail}
    />
  )
}

function Unplayable({ file }: { readonly file: NonNullable<ReviewVersion['file']> }) {
  const t = useText('reviews')
  const save = useCommand(
    async () => {
      const to = await desktop.chooseSave({ title: t('player.save'), suggestedName: file.name, filters: [] })
      if (to === null) return null
      await api.attachments.save({ id: file.attachmentId, to })
      await desktop.reveal({ file: to })
      return to
    },
    (to) => (to === null ? '' : t('player.saved', { file: to })),
  )
  return (
    <div className={classes.noPicture} role="alert">
      <strong>{t('player.cannot')}</strong>
      <span>{t('player.cannotWhy', { file: file.name })}</span>
      <Button variant="default" loading={save.busy} onClick={() => save.run()}>
        {t('player.save')}
      </Button>
    </div>
  )
}
