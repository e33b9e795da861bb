/** The seal of a contract, checked when it comes into view, and its papers as files where somebody wants them. */

import { useQuery } from '@tanstack/react-query'

import type { ContractPapers, ContractSeal } from '../../../../shared/contract/contract-files'
import { api, desktop } from '../../../api'
import { useText } from '../../../messages/i18n'
import { finish } from '../../../session/job'
import { useCommand } from '../../../ui/use-save'

export interface SealCheck {
  /** Null while it is being worked out. */
  readonly checked: ContractSeal | null
  readonly error: unknown
  readonly again: () => void
}

export function useContractSeal(contractId: string, { versions, signatures, changed }: ContractPapers): SealCheck {
  const what = [
    ...versions.map(({ id, standing }) => `${id} ${standing}`),
    ...signatures.map(({ id, file }) => `${id} ${file?.state ?? ''}`),
    ...changed.map(({ field, is }) => `${field} ${is}`),
  ]
  const query = useQuery({
    queryKey: [['contractFiles', 'verify'], contractId, what],
    queryFn: async ({ signal }) => finish(await api.contractFiles.verify({ contractId }, { signal })),
    // Bytes on a disk change without any word of it: what was whole once is looked at again.
    staleTime: 0,
    gcTime: 0,
  })
  return {
    checked: query.isFetching ? null : (query.data ?? null),
    error: query.error,
    again: () => void query.refetch(),
  }
}

export const EXPORTS = ['toSign', 'withAudit', 'docx', 'evidence'] as const
export type Export = (typeof EXPORTS)[number]

const ENDINGS: Readonly<Record<Export, string>> = { toSign: 'pdf', withAudit: 'pdf', docx: 'docx', evidence: 'zip' }

/** Asks where a paper of the newest version goes, and writes it there. */
export function useExport(contractId: string, name: string) {
  const t = useText('contractFiles')
  return useCommand(
    async (what: Export): Promise<string> => {
      const ending = ENDINGS[what]
      const to = await desktop.chooseSave({
        title: t('saveTitle'),
        suggestedName: `${name.replaceAll(/[\\/:*?"<>|]/gu, ' ')}.${ending}`,
        filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
      })
      if (to === null) return ''
      if (what === 'evidence') {
        const { file, seal } = await finish(await api.contractFiles.evidence({ contractId, to }))
        return t(seal === 'broken' ? 'packedBroken' : 'packed', { file })
      }
      const { file, version } = await finish(
        what === 'docx'
          ? await api.contractFiles.exportDocx({ contractId, to })
          : await api.contractFiles.exportPdf({ contractId, audit: what === 'withAudit', to }),
      )
      return t('exported', { version, file })
    },
    (said) => said,
  )
}
