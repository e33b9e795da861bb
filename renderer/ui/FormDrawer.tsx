/** A form in the drawer: its fields, cancel and save. */

import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'

import { useText } from '../messages/i18n'
import { Drawer, type DrawerProps } from './Drawer'
import type { Form } from './form'
import { FormBody } from './FormBody'

export interface FormDrawerProps<V> extends Pick<DrawerProps, 'title' | 'onClose' | 'onPrevious' | 'onNext' | 'wide'> {
  readonly form: Form<V>
  /** The word on the button; `Save` when left out. */
  readonly saveWord?: string
  /** Beside the buttons: what else can be done with the record. */
  readonly more?: ReactNode
  /** Under the form. */
  readonly below?: ReactNode
  readonly children: ReactNode
}

export function FormDrawer<V>({ form, saveWord, more, below, children, ...drawer }: FormDrawerProps<V>) {
  const t = useText('common')
  const id = useId()
  const foot = (
    <>
      {more}
      <Button variant="default" onClick={drawer.onClose}>
        {t('cancel')}
      </Button>
      <Button type="submit" form={id} loading={form.busy}>
        {saveWord ?? t('save')}
      </Button>
    </>
  )
  return (
    <Drawer {...drawer} foot={foot}>
      <FormBody id={id} onSubmit={form.submit} failure={form.failure}>
        {children}
      </FormBody>
      {below}
    </Drawer>
  )
}
