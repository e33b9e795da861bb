/** A copy of one's own of the workspace that colleagues share: from a package or from their shared folder. */

import { Button, Group, PasswordInput, Progress, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { desktop } from '../../api'
import { useText } from '../../messages/i18n'
import { PACKAGE_EXTENSION } from '../../session/exchange'
import { joinWorkspace } from '../../session/opening'
import { ErrorLine } from '../../ui/ErrorState'
import { chooseNewPlace } from './choose-file'
import { suggestedFile } from './suggested-file'
import classes from './welcome.module.css'

export function JoinWorkspace({ onCancel }: { readonly onCancel: () => void }) {
  const t = useText('arrive')
  const common = useText('common')
  const [from, setFrom] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const join = useJoin()
  const places = useQuery({ queryKey: ['desktop', 'places'], queryFn: () => desktop.places({}) }).data
  const file = chosen ?? (places ? suggestedFile(places.documents, t('join.name')) : '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (from !== null && file !== '') {
          void join.run(from, file, passphrase)
        }
      }}
    >
      <Stack gap="md">
        <h1 className={classes.title}>{t('join.title')}</h1>
        <p className={classes.lead}>{t('join.lead')}</p>
        <Source from={from} onChoose={setFrom} />
        {from !== null && (
          <>
            <OwnPlace file={file} onChoose={setChosen} />
            <PasswordInput
              size="xs"
              label={t('join.passphrase')}
              description={t('join.passphraseHint')}
              autoComplete="off"
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
          </>
        )}
        {join.error !== null && <ErrorLine error={join.error} />}
        {join.share !== undefined && (
          <Progress
            aria-label={t('join.working')}
            value={(join.share ?? 1) * 100}
            animated={join.share === null}
            size="sm"
          />
        )}
        <Group gap="sm">
          <Button type="submit" disabled={from === null || file === ''} loading={join.share !== undefined}>
            {t('join.go')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {common('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** `share` is undefined while nothing is under way, null while nobody knows how far it is. */
function useJoin() {
  const answers = useQueryClient()
  const [share, setShare] = useState<number | null | undefined>(undefined)
  const [error, setError] = useState<unknown>(null)
  async function run(from: string, file: string, passphrase: string): Promise<void> {
    setShare(null)
    setError(null)
    try {
      await joinWorkspace(answers, { from, file, ...(passphrase !== '' && { passphrase }) }, setShare)
    } catch (refusal) {
      setError(refusal)
      setShare(undefined)
    }
  }
  return { run, share, error }
}

function Source({ from, onChoose }: { readonly from: string | null; readonly onChoose: (from: string) => void }) {
  const t = useText('arrive')
  const sync = useText('sync')
  async function file(): Promise<void> {
    const filters = [{ name: sync('packages'), extensions: [PACKAGE_EXTENSION] }]
    const [chosen] = await desktop.chooseFiles({ title: t('join.title'), filters, many: false })
    if (chosen !== undefined) {
      onChoose(chosen)
    }
  }
  async function folder(): Promise<void> {
    const chosen = await desktop.chooseFolder({ title: t('join.title') })
    if (chosen !== null) {
      onChoose(chosen)
    }
  }
  return (
    <div>
      <Text size="xs">{t('join.from')}</Text>
      {from !== null && (
        <Text size="sm" className={classes.place}>
          {from}
        </Text>
      )}
      <Group gap="sm" mt={4}>
        <Button variant="default" onClick={() => void file()}>
          {t('join.fromFile')}
        </Button>
        <Button variant="default" onClick={() => void folder()}>
          {t('join.fromFolder')}
        </Button>
      </Group>
    </div>
  )
}

function OwnPlace({ file, onChoose }: { readonly file: string; readonly onChoose: (file: string) => void }) {
  const t = useText('arrive')
  const welcome = useText('welcome')
  async function choose(): Promise<void> {
    const place = await chooseNewPlace(t('join.place'), welcome('files'), t('join.name'))
    if (place !== null) {
      onChoose(place)
    }
  }
  return (
    <div>
      <Text size="xs">{t('join.place')}</Text>
      <Group gap="sm">
        <Text size="sm" className={classes.place}>
          {file}
        </Text>
        <Button variant="default" onClick={() => void choose()}>
          {welcome('choosePlace')}
        </Button>
      </Group>
      <p className={classes.lead}>{t('join.placeHint')}</p>
    </div>
  )
}
