/** One question in three columns: mine, the result, theirs; each value with its person, computer and time. */

import { Button, Group, Kbd, Textarea, TextInput } from '@mantine/core'

import type { Candidate, InboxItem } from '../../shared/contract/inbox'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { fieldText, valueText } from '../messages/record-text'
import { ErrorLine } from '../ui/ErrorState'
import { focusNow } from '../ui/focus'
import { StateMark } from '../ui/StateMark'
import { IS_MAC, KEYS, keyText } from '../session/key-table'
import { canKeepBoth, candidatesOf, type Choice, isNotice, resultOf, type Value } from './choice'
import classes from './merge.module.css'
import { useNames } from './names'
import { type MergeOptions, type MergeState, useMerge } from './use-merge'
import { typedValue } from './value-input'

export function Merge(props: MergeOptions) {
  const { item } = props
  const t = useText('inbox')
  const state = useMerge(props)
  const [first, ...others] = candidatesOf(item)
  return (
    <div className={classes.merge}>
      <p className={classes.what}>
        {/* Texts that touch were not put together: they are two values like any others. */}
        {t(`kinds.${item.kind === 'mergedText' && !isNotice(item) ? 'values' : item.kind}`)}
        {item.level === 'hold' && ` · ${t('holdLead')}`}
        {isNotice(item) && ` · ${t('noticeLead')}`}
      </p>
      <div className={classes.columns}>
        {first && <CandidateCard item={item} candidate={first} place={1} state={state} />}
        <Result item={item} state={state} />
        <div className={classes.others}>
          {others.map((candidate, index) => (
            <CandidateCard key={candidate.write} item={item} candidate={candidate} place={index + 2} state={state} />
          ))}
        </div>
      </div>
      <Base item={item} />
      {!isNotice(item) && <Acts item={item} state={state} />}
      {state.error !== null && <ErrorLine error={state.error} />}
    </div>
  )
}

interface PartProps {
  readonly item: InboxItem
  readonly state: MergeState
}

function CandidateCard({
  item,
  candidate,
  place,
  state,
}: PartProps & { readonly candidate: Candidate; readonly place: number }) {
  const t = useText('inbox')
  const format = useFormat()
  const isChosen = state.choice?.how === 'keep' && state.choice.write === candidate.write
  const person = candidate.person || t('unnamed')
  const keep = item.kind === 'contradiction' ? t('hold.keep') : t('keep')
  return (
    <section
      className={classes.card}
      aria-label={candidate.self ? t('mine') : person}
      data-chosen={isChosen || undefined}
    >
      <h3 className={classes.head}>
        {!isNotice(item) && <Kbd size="xs">{place}</Kbd>}
        {candidate.self ? t('mine') : person}
        {candidate.shown && <span className={classes.note}>{t('shownNow')}</span>}
      </h3>
      <ValueBox item={item} value={candidate.value} />
      <p className={classes.by}>
        {candidate.computer === '' ? person : t('by', { person, computer: candidate.computer })}
        <br />
        {format.instant(candidate.at)}
      </p>
      {candidate.clockInDoubt && <StateMark tone="watch">{t('clock')}</StateMark>}
      {!isNotice(item) && (
        <Button
          variant={isChosen ? 'light' : 'default'}
          aria-pressed={isChosen}
          onClick={() => state.keep(candidate.write)}
        >
          {keep}
        </Button>
      )}
    </section>
  )
}

function Result({ item, state }: PartProps) {
  const t = useText('inbox')
  return (
    <section className={classes.card} aria-label={t('result')} data-result>
      <h3 className={classes.head}>{t('result')}</h3>
      {state.typed === null ? (
        <ValueBox item={item} value={resultOf(item, state.choice)} faint={state.choice === null} />
      ) : (
        <Writing item={item} state={state} typed={state.typed} />
      )}
      {state.choice === null && state.typed === null && (
        <p className={classes.by}>{isNotice(item) ? t('shownNow') : t('choose')}</p>
      )}
      {!isNotice(item) && (
        <Group gap="xs">
          {canKeepBoth(item) && (
            <Button variant="default" onClick={state.both} aria-pressed={state.choice?.how === 'both'}>
              {t('both')} <KeyHint chord={KEYS.both.keys[0]} />
            </Button>
          )}
          {state.canWrite && state.typed === null && (
            <Button
              variant="default"
              onClick={() => state.write(typedValue(resultOf(item, state.choice), kindOf(item)))}
            >
              {t('write')} <KeyHint chord={KEYS.write.keys[0]} />
            </Button>
          )}
          {state.typed !== null && (
            <Button variant="default" onClick={() => state.write(null)}>
              {t('cancelWrite')}
            </Button>
          )}
        </Group>
      )}
    </section>
  )
}

function Writing({ item, state, typed }: PartProps & { readonly typed: string }) {
  const t = useText('inbox')
  const shared = {
    'aria-label': t('writeField'),
    size: 'xs' as const,
    value: typed,
    ref: focusNow,
    error: state.typedFits ? null : t('notAValue'),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => state.write(currentTarget.value),
  }
  return item.fieldKind === 'text' && (typed.length > 60 || typed.includes('\n')) ? (
    <Textarea {...shared} autosize minRows={3} />
  ) : (
    <TextInput {...shared} />
  )
}

function Base({ item }: { readonly item: InboxItem }) {
  const t = useText('inbox')
  if (item.kind !== 'values' && item.kind !== 'mergedText') {
    return null
  }
  return (
    <p className={classes.base}>
      {t('base')} <ValueText item={item} value={item.base} />
    </p>
  )
}

function Acts({ item, state }: PartProps) {
  const t = useText('inbox')
  return (
    <Group gap="sm" justify="flex-end">
      {state.alike > 1 && (
        <Button variant="default" title={t('alike')} onClick={state.decideAlike} loading={state.busy}>
          {t('decideAll', { count: state.alike })} <KeyHint chord={KEYS.alike.keys[0]} />
        </Button>
      )}
      <Button onClick={state.decide} loading={state.busy} disabled={!state.choice} data-decide={item.id}>
        {t('decide')} <KeyHint chord={KEYS.decide.keys[0]} />
      </Button>
    </Group>
  )
}

function KeyHint({ chord }: { readonly chord: string }) {
  return (
    <span className={classes.key} aria-hidden>
      {keyText(chord, IS_MAC)}
    </span>
  )
}

interface ValueProps {
  readonly item: InboxItem
  readonly value: Value
}

function ValueBox({ faint = false, ...props }: ValueProps & { readonly faint?: boolean }) {
  return (
    <div className={classes.value} data-faint={faint || undefined}>
      <ValueText {...props} />
    </div>
  )
}

/** The value in the words of its field; empty is said, so that a dash is never taken for a value. */
function ValueText({ item, value }: ValueProps) {
  const t = useText('inbox')
  const format = useFormat()
  const names = useNames()
  if (value === null || value === '') {
    return <span className={classes.empty}>{t('emptyValue')}</span>
  }
  return <>{valueText(value, { entity: item.entity, field: item.field, ...kindOf(item) }, format, names)}</>
}

function kindOf(item: InboxItem): { readonly kind: string; readonly currency: string | null } {
  return { kind: item.fieldKind, currency: item.currency }
}

/** What the question is about, in one line. */
export function questionTitle(item: InboxItem): string {
  return `${item.title} · ${fieldText(item.field)}`
}

export type { Choice }
