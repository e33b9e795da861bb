/** What the pack answers, a note, and where the PDF goes. */

import { Button, Select, Textarea } from '@mantine/core'
import { useState } from 'react'

import { DENIALS } from '../../../../shared/domain/proof'
import { api, desktop } from '../../../api'
import { useText } from '../../../messages/i18n'
import { finish } from '../../../session/job'
import { ErrorLine } from '../../../ui/ErrorState'
import { useCommand } from '../../../ui/use-save'
import type { ProofPanelProps } from './ProofPanel'
import classes from './proof.module.css'

export function PackForm({ sampleId, creator, product, onDone }: ProofPanelProps & { readonly onDone: () => void }) {
  const t = useText('sampleProof')
  const [denial, setDenial] = useState<(typeof DENIALS)[number]>('neverReceived')
  const [note, setNote] = useState('')
  const make = useCommand(
    async () => {
      const suggestedName = t('fileName', { creator, product })
      const to = await desktop.chooseSave({
        title: t('saveTitle'),
        suggestedName,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      if (to === null) return null
      const made = await finish(await api.sampleProof.pack({ sampleId, denial, note, to }))
      onDone()
      return made
    },
    (made) => (made === null ? '' : t(made.seal === 'broken' ? 'madeBroken' : 'made', { file: made.file })),
  )
  return (
    <fieldset className={classes.pack}>
      <legend>{t('packTitle')}</legend>
      <Select
        size="xs"
        label={t('denial')}
        data={DENIALS.map((value) => ({ value, label: t(`denials.${value}`) }))}
        allowDeselect={false}
        value={denial}
        onChange={(value) => setDenial(DENIALS.find((one) => one === value) ?? denial)}
      />
      <Textarea
        size="xs"
        label={t('note')}
        description={t('noteHint')}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div>
        <Button size="xs" loading={make.busy} onClick={() => make.run()}>
          {t('make')}
        </Button>
      </div>
      {make.error !== null && <ErrorLine error={make.error} />}
    </fieldset>
  )
}
