/** Commands on files that the palette gives from anywhere. */

import { useQueryClient } from '@tanstack/react-query'

import { api, desktop } from '../api'
import { useFormat } from '../format/use-format'
import { errorText } from '../messages/error-text'
import { useLanguage, useText } from '../messages/i18n'
import { finish } from '../session/job'
import { openWorkspace } from '../session/opening'
import { say } from '../session/status'
import { useWorkspace } from '../session/workspace'

export const WORKSPACE_FILES = 'starboard'

export interface FileCommands {
  readonly open: () => Promise<void>
  readonly backUp: () => Promise<void>
}

export function useFileCommands(): FileCommands {
  const t = useText('welcome')
  const answers = useQueryClient()
  const language = useLanguage()
  const { size } = useFormat()
  const workspace = useWorkspace()
  const filters = [{ name: t('files'), extensions: [WORKSPACE_FILES] }]
  return {
    async open() {
      const [file] = await desktop.chooseFiles({ title: t('openTitle'), filters, many: false })
      if (file) {
        await openWorkspace(answers, file)
      }
    },
    async backUp() {
      try {
        const suggestedName = `${workspace?.name ?? 'backup'} ${new Date().toISOString().slice(0, 10)}.${WORKSPACE_FILES}`
        const to = await desktop.chooseSave({ title: t('backUpTitle'), suggestedName, filters })
        if (to) {
          const made = await finish(await api.workspace.backup({ to }))
          say(t('backedUp', { file: made.file, size: size(made.sizeBytes) }))
        }
      } catch (error) {
        say(errorText(error, language).what, 'bad')
      }
    },
  }
}
