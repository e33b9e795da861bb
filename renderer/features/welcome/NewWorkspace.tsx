/** Name, currency, place: all that a new workspace needs. */

import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { desktop } from '../../api'
import { useText } from '../../messages/i18n'
import { createWorkspace } from '../../session/opening'
import { CURRENCY_CHOICES } from '../../ui/currencies'
import { chooseNewPlace } from './choose-file'
import { suggestedFile } from './suggested-file'
import classes from './welcome.module.css'

export function NewWorkspace({ onCancel }: { readonly onCancel: () => void }) {
  const t = useText('welcome')
  const common = useText('common')
  const answers = useQueryClient()
  const [name, setName] = useState('')
  const [currency, setCurrency] = useState('USD')
  const [chosen, setChosen] = useState<string | null>(null)
  const places = useQuery({ queryKey: ['desktop', 'places'], queryFn: () => desktop.places({}) }).data
  const file = chosen ?? (places ? suggestedFile(places.documents, name) : '')
  async function choose(): Promise<void> {
    const place = await chooseNewPlace(t('newTitle'), t('files'), name.trim() || 'Starboard')
    setChosen(place ?? chosen)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void createWorkspace(answers, file, { name: name.trim(), currency })
      }}
    >
      <Stack gap="md">
        <h1 className={classes.title}>{t('newTitle')}</h1>
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
          withAsterisk
          maxLength={120}
        />
        <Select
          label={t('currency')}
          description={t('currencyHint')}
          data={[...CURRENCY_CHOICES]}
          value={currency}
          onChange={(value) => setCurrency(value ?? 'USD')}
          searchable
        />
        <Place file={file} onChoose={() => void choose()} />
        <Group gap="sm">
          <Button type="submit" disabled={name.trim() === '' || file === ''}>
            {t('make')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {common('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Place({ file, onChoose }: { readonly file: string; readonly onChoose: () => void }) {
  const t = useText('welcome')
  return (
    <div>
      <Text size="xs">{t('place')}</Text>
      <Group gap="sm">
        <Text size="sm" className={classes.place}>
          {file}
        </Text>
        <Button variant="default" onClick={onChoose}>
          {t('choosePlace')}
        </Button>
      </Group>
    </div>
  )
}
