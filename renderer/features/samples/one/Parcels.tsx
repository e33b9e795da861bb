/** The parcels of a sample; there may be several. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import type { Sample } from '../../../../shared/contract/samples'
import { api } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { useForm } from '../../../ui/form'
import { FormBody } from '../../../ui/FormBody'
import { TextField } from '../../../ui/TextField'
import classes from '../samples.module.css'

export function Parcels({ sample }: { readonly sample: Sample }) {
  const t = useText('samples')
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const { parcels } = sample
  return (
    <>
      {parcels.length === 0 && <p className={classes.quiet}>{t('drawer.noParcels')}</p>}
      {parcels.length > 0 && (
        <ul className={classes.trail}>
          {parcels.map(({ id, tracking, carrier, lastScan, lastScanAt }) => (
            <li key={id}>
              <span>{[carrier, tracking].filter(Boolean).join(' · ')}</span>
              <span className={classes.quiet}>
                {[lastScan, lastScanAt === null ? null : format.instant(lastScanAt)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <NewParcel sampleId={sample.id} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button size="compact-xs" variant="default" onClick={() => setAdding(true)}>
            {t('drawer.addParcel')}
          </Button>
        </div>
      )}
    </>
  )
}

interface ParcelDraft {
  readonly tracking: string
  readonly carrier: string
}

function NewParcel({ sampleId, onDone }: { readonly sampleId: string; readonly onDone: () => void }) {
  const t = useText('samples')
  const common = useText('common')
  const form = useForm<ParcelDraft>({
    initial: { tracking: '', carrier: '' },
    check: ({ tracking }) => (tracking.trim() === '' ? { tracking: t('parcel.needs') } : {}),
    async save({ tracking, carrier }) {
      const fields = { sampleId, tracking: tracking.trim(), carrier: carrier.trim() || null }
      await api.records.put({ entity: 'parcels', fields })
      say(t('parcel.saved'))
      onDone()
    },
  })
  return (
    <FormBody id="parcel" onSubmit={form.submit} failure={form.failure}>
      <div className={classes.pair}>
        <TextField form={form} name="tracking" label={t('parcel.tracking')} maxLength={80} first />
        <TextField form={form} name="carrier" label={t('parcel.carrier')} maxLength={60} />
      </div>
      <div className={classes.acts}>
        <Button size="compact-xs" type="submit" loading={form.busy}>
          {common('add')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onDone}>
          {common('cancel')}
        </Button>
      </div>
    </FormBody>
  )
}
