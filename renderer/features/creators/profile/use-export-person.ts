/** Writes everything that is kept of one person into a folder of their choice. */

import { api, desktop } from '../../../api'
import { useLanguage, useText } from '../../../messages/i18n'
import { EN, ZH } from '../../../messages/catalogues'
import { type Command, useCommand } from '../../../ui/use-save'

export function useExportPerson(id: string, handle: string): Command<void> {
  const t = useText('profile')
  const language = useLanguage()
  return useCommand(
    async () => {
      const folder = await desktop.chooseFolder({ title: t('exportTitle', { handle }) })
      if (folder === null) {
        return null
      }
      const { entity, field } = (language === 'en' ? EN : ZH).records
      return api.creators.exportPerson({ id, folder, words: { ...field, ...entity } })
    },
    (written) =>
      written === null
        ? ''
        : t(written.hidden.length > 0 ? 'exportedMasked' : 'exported', { files: written.files.join(', ') }),
  )
}
