/** Contacts and templates from anywhere: their keys, and what they opened. */

import { useText } from '../messages/i18n'
import { KEYS } from '../session/key-table'
import { useKeys } from '../session/keys'
import { say } from '../session/status'
import { LogContact } from './LogContact'
import { closeQuick, openLog, openTemplates, useQuick } from './quick-log'
import { TemplatePicker } from './TemplatePicker'

export function QuickLog() {
  const t = useText('outreach')
  const quick = useQuick()
  useKeys({
    [KEYS.log.keys[0]]: () => openLog(),
    [KEYS.templates.keys[0]]: () => {
      if (!openTemplates()) say(t('pick.who'), 'bad')
    },
  })
  if (quick === null) return null
  if (quick.show === 'log') {
    const { who, kind, used } = quick
    return <LogContact key={who?.id ?? ''} who={who} kind={kind} used={used} onClose={closeQuick} />
  }
  return <TemplatePicker key={quick.who.id} who={quick.who} onClose={closeQuick} />
}
