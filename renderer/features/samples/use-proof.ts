/** Files let go on a sample are attached to it: a photo of the parcel, a delivery proof, a clip. */

import { useQueryClient } from '@tanstack/react-query'

import type { Sample } from '../../../shared/contract/samples'
import { api, orpc, pathOf } from '../../api'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { useCommand } from '../../ui/use-save'

export function useProof(): (sample: Sample, files: readonly File[]) => void {
  const t = useText('samples')
  const answers = useQueryClient()
  const attach = useCommand(
    async ({ sample, paths }: { readonly sample: Sample; readonly paths: readonly string[] }) => {
      for (const path of paths) {
        await finish(await api.attachments.add({ entity: 'samples', recordId: sample.id, path }))
      }
      await answers.invalidateQueries({ queryKey: orpc.attachments.key() })
    },
    (_, { sample, paths }) => t('attached', { count: paths.length, handle: sample.handle ?? '' }),
  )
  return (sample, files) => {
    const paths = files.map(pathOf).filter((path) => path !== '')
    if (paths.length > 0) attach.run({ sample, paths })
  }
}
