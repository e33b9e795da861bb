/** What a variable of a contract's text is called. */

import { useText } from '../../messages/i18n'

export function useVariableName(): (name: string) => string {
  const t = useText('contracts')
  const fields: Readonly<Record<string, string>> = t('fields', { returnObjects: true })
  const own: Readonly<Record<string, string>> = t('variables', { returnObjects: true })
  return (name) => own[name] ?? fields[name] ?? name
}
