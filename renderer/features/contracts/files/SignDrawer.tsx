/** Signing in front of the app: who, their name, a drawing if they like, and that they agree. */

import { Checkbox, Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { type FieldErrors, type Form, useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import classes from './files.module.css'
import { OverrideField } from './OverrideField'
import { drawingIn, SignaturePad } from './SignaturePad'
import { type SealedProps, unsigned } from './sealed'

interface Values {
  readonly party: 'agency' | 'creator' | 'shop'
  readonly signer: string
  readonly override: string
  readonly consent: boolean
}

export function SignDrawer({ contractId, papers, newest, onClose }: SealedProps & { readonly onClose: () => void }) {
  const t = useText('contractFiles')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  const open = unsigned(papers, newest)
  const form = useSigning({
    contractId,
    newest,
    open,
    onClose,
    drawing: () => (drawn ? drawingIn(canvas.current) : null),
  })
  return (
    <FormDrawer
      form={form}
      title={t('signing.title', { version: newest.version })}
      saveWord={t('signing.save')}
      onClose={onClose}
    >
      <p className={classes.hash}>{t('signing.text', { hash: newest.sha256 })}</p>
      <Select
        size="xs"
        label={t('signing.party')}
        data={open.map((value) => ({ value, label: t(`parties.${value}`) }))}
        allowDeselect={false}
        value={form.values.party}
        onChange={(value) => form.set('party', open.find((one) => one === value) ?? form.values.party)}
      />
      <TextField
        form={form}
        name="signer"
        label={t('signing.name')}
        description={t('signing.nameHint')}
        maxLength={120}
        required
        first
      />
      <SignaturePad canvas={canvas} onDrawn={setDrawn} />
      <Checkbox
        size="xs"
        label={t('signing.consent')}
        checked={form.values.consent}
        error={form.errors.consent}
        onChange={(event) => form.set('consent', event.currentTarget.checked)}
      />
      <OverrideField form={form} />
      <p className={classes.quiet}>
        {t('label')}. {t('labelMeaning')}
      </p>
    </FormDrawer>
  )
}

interface Signing extends Pick<SealedProps, 'contractId' | 'newest'> {
  readonly open: ReturnType<typeof unsigned>
  /** A PNG in base64; null: nothing was drawn. */
  readonly drawing: () => string | null
  readonly onClose: () => void
}

function useSigning({ contractId, newest, open, drawing, onClose }: Signing): Form<Values> {
  const t = useText('contractFiles')
  const answers = useQueryClient()
  return useForm<Values>({
    initial: {
      party: open.includes('creator') ? 'creator' : (open[0] ?? 'creator'),
      signer: '',
      override: '',
      consent: false,
    },
    check: ({ signer, consent }): FieldErrors<Values> => ({
      ...(signer.trim() === '' && { signer: t('signing.nameMissing') }),
      ...(!consent && { consent: t('signing.consentMissing') }),
    }),
    save: async ({ party, signer, override }) => {
      const { state } = await api.contractFiles.signHere({
        contractId,
        versionId: newest.id,
        party,
        signer,
        override,
        consent: t('signing.consent'),
        drawing: drawing(),
      })
      await answers.invalidateQueries({ queryKey: orpc.contractFiles.key() })
      say(t(state === 'signed' ? 'signing.complete' : 'signing.signed', { name: signer.trim() }))
      onClose()
    },
  })
}
