/** Every key, from the same table that listens for them. */

import { Kbd, Modal } from '@mantine/core'

import { useText } from '../messages/i18n'
import { GO_KEYS, IS_MAC, type KeyName, KEYS, type KeyScope, keyText } from '../session/key-table'
import { ROUTES } from './routes'
import classes from './shell.module.css'

// The keys are exactly the names.
const NAMES = Object.keys(KEYS) as KeyName[]
// In the order of the table; going somewhere has a table of its own.
const SCOPES: readonly KeyScope[] = [...new Set<KeyScope>(['global', 'go', ...NAMES.map((name) => KEYS[name].scope)])]

export function CheatSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText('shell')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('keys.close') }}
    >
      <div className={classes.keys}>
        {SCOPES.map((scope) => (
          <section key={scope}>
            <h3>{t(`keys.scopes.${scope}`)}</h3>
            {scope === 'go'
              ? ROUTES.map(({ section }) => (
                  <Row key={section} word={t(`sections.${section}`)} keys={[`G ${GO_KEYS[section]}`]} />
                ))
              : NAMES.filter((name) => KEYS[name].scope === scope).map((name) => (
                  <Row key={name} word={t(`keys.${name}`)} keys={shortened(KEYS[name].keys)} />
                ))}
          </section>
        ))}
      </div>
    </Modal>
  )
}

/** Ten shop keys are shown as first and last. */
function shortened(keys: readonly string[]): readonly string[] {
  return keys.length > 4 ? [keys[0] ?? '', '…', keys.at(-1) ?? ''] : keys
}

function Row({ word, keys }: { readonly word: string; readonly keys: readonly string[] }) {
  return (
    <div className={classes.keyRow}>
      <span>{word}</span>
      <span className={classes.key}>
        {keys.map((key) =>
          key === '…' ? (
            <span key={key}> {key} </span>
          ) : (
            <Kbd key={key} size="xs" ml={4}>
              {keyText(key, IS_MAC)}
            </Kbd>
          ),
        )}
      </span>
    </div>
  )
}
