/** Works every log's chain of hashes out again; its end is a seal that colleagues can read to each other. */

import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'

import type { AuditChain } from '../../../shared/contract/audit'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { Drawer } from '../../ui/Drawer'
import { ErrorLine } from '../../ui/ErrorState'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'

interface Proven {
  readonly ok: boolean
  readonly chains: readonly AuditChain[]
}

export function Proof() {
  const t = useText('audit')
  const [proven, setProven] = useState<Proven | null>(null)
  const prove = useCommand(
    async () => {
      const result = await finish(await api.audit.proof({}))
      setProven(result)
      return result
    },
    ({ ok }) => (ok ? t('proofGood') : t('proofBad')),
  )
  return (
    <>
      {prove.error !== null && <ErrorLine error={prove.error} />}
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={14} />}
        loading={prove.busy}
        onClick={() => prove.run()}
      >
        {t('prove')}
      </Button>
      {proven && (
        <Drawer title={t('proof')} onClose={() => setProven(null)} onPrevious={undefined} onNext={undefined}>
          <Seals proven={proven} />
        </Drawer>
      )}
    </>
  )
}

function Seals({ proven: { ok, chains } }: { readonly proven: Proven }) {
  const t = useText('audit')
  const format = useFormat()
  return (
    <>
      <StateMark tone={ok ? 'good' : 'bad'}>{ok ? t('proofGood') : t('proofBad')}</StateMark>
      <p>{t('proofLead')}</p>
      <SmallTable
        label={t('proof')}
        columns={[
          { title: t('fields.person') },
          { title: t('fields.computer') },
          { title: t('steps'), figure: true },
          { title: t('seal') },
          { title: t('result') },
        ]}
        rows={chains.map(({ replicaId, person, computer, self, steps, seal, ok: sound }) => ({
          key: replicaId,
          cells: [
            person,
            self ? t('here') : computer,
            format.count(steps),
            <code key="seal">{seal}</code>,
            <StateMark key="result" tone={sound ? 'good' : 'bad'}>
              {sound ? t('chain.sound') : t('chain.altered')}
            </StateMark>,
          ],
        }))}
      />
    </>
  )
}
