/** The package that was made, and where it is. */

import { Button } from '@mantine/core'

import { desktop } from '../../api'
import { useFormat } from '../../format/use-format'
import { fileName } from '../../messages/error-words'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import type { Exported } from './send'
import classes from './sync.module.css'

export function SentFile({
  done: { file, files, sizeBytes, changes, facts, attachments },
}: {
  readonly done: Exported
}) {
  const t = useText('sync')
  const format = useFormat()
  const size = format.size(sizeBytes)
  return (
    <div className={classes.stack} role="status">
      <div>
        <StateMark tone="good">{t('send.doneTitle')}</StateMark>
      </div>
      <p className={classes.figure}>
        {files.length > 1
          ? t('send.doneParts', { count: files.length, size })
          : t('send.done', { file: fileName(file), size })}
      </p>
      {files.length > 1 && (
        <ul className={classes.lines}>
          {files.map((part) => (
            <li key={part}>{fileName(part)}</li>
          ))}
        </ul>
      )}
      <p className={classes.lead}>
        {[
          t('send.countChanges', { count: changes }),
          ...(facts > 0 ? [t('send.countFacts', { count: facts })] : []),
          ...(attachments > 0 ? [t('send.countAttachments', { count: attachments })] : []),
        ].join(' · ')}
      </p>
      <p className={classes.text}>{t('send.doneNext')}</p>
      <div>
        <Button variant="default" onClick={() => void desktop.reveal({ file: files[0] ?? file })}>
          {t('send.reveal')}
        </Button>
      </div>
    </div>
  )
}
