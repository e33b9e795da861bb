/** Weights of the fit score: for all shops, or a shop's own. */

import { Button, Select, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { ScoreProfileFields, VettingRules } from '../../../shared/contract/vetting'
import { CRITERIA, type Criterion } from '../../../shared/domain/fit-score'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { ErrorLine } from '../../ui/ErrorState'
import { SmallTable } from '../../ui/SmallTable'
import { DASH } from '../../ui/dash'
import { useCommand } from '../../ui/use-save'
import { isNumber, readScale, type ScaleText, scaleText, unitOf } from './scale-text'
import classes from './vetting.module.css'

const DEFAULT = 'default'

export function Weights({ rules }: { readonly rules: VettingRules }) {
  const t = useText('vetting')
  const shops = useShops()
  const [key, setKey] = useState(DEFAULT)
  const own = rules.profiles.find((one) => one.key === key)
  const shown = own ?? rules.profiles[0]
  return (
    <section className={classes.form}>
      <h2 className={classes.about}>{t('rules.weightsTitle')}</h2>
      <p className={classes.small}>{t('rules.weightsLead')}</p>
      <Select
        size="xs"
        label={t('rules.weightsFor')}
        data={[
          { value: DEFAULT, label: t('rules.default') },
          ...shops.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={key}
        onChange={(value) => setKey(value ?? DEFAULT)}
        allowDeselect={false}
      />
      {shown && (
        <WeightTable
          // Another shop, or what was saved, begins anew.
          key={JSON.stringify([key, shown])}
          profileKey={key}
          profile={shown.profile}
          canReset={own?.own ?? false}
        />
      )}
    </section>
  )
}

interface WeightTableProps {
  readonly profileKey: string
  readonly profile: ScoreProfileFields
  readonly canReset: boolean
}

type Drafts = Readonly<Record<Criterion, ScaleText>>

function WeightTable({ profileKey, profile, canReset }: WeightTableProps) {
  const t = useText('vetting')
  const [drafts, setDrafts] = useState<Drafts>(() => draftsOf(profile))
  const [categories, setCategories] = useState(profile.categories)
  const criteria = scalesOf(drafts, profile.currency)
  const save = useCommand(
    async () => {
      if (criteria !== null)
        await api.vetting.putProfile({ key: profileKey, profile: { currency: profile.currency, categories, criteria } })
    },
    () => t('rules.weightsSaved'),
  )
  const reset = useCommand(
    () => api.vetting.resetProfile({ key: profileKey }),
    () => t('rules.weightsSaved'),
  )
  return (
    <>
      <TagsInput
        size="xs"
        label={t('rules.categories')}
        description={t('rules.categoriesHint')}
        value={categories}
        onChange={setCategories}
      />
      <Scales
        drafts={drafts}
        currency={profile.currency}
        onChange={(name, part) => setDrafts((before) => ({ ...before, [name]: { ...before[name], ...part } }))}
      />
      <div className={classes.bar}>
        <Button loading={save.busy} disabled={criteria === null} onClick={() => save.run()}>
          {t('rules.saveWeights')}
        </Button>
        {canReset && (
          <Button variant="default" loading={reset.busy} onClick={() => reset.run()}>
            {t('rules.resetWeights')}
          </Button>
        )}
      </div>
      {save.error !== null && <ErrorLine error={save.error} />}
    </>
  )
}

interface ScalesProps {
  readonly drafts: Drafts
  readonly currency: string
  readonly onChange: (name: Criterion, part: Partial<ScaleText>) => void
}

const PARTS = ['weight', 'from', 'to'] as const

function Scales({ drafts, currency, onChange }: ScalesProps) {
  const t = useText('vetting')
  const titles = { weight: t('rules.weight'), from: t('rules.none'), to: t('rules.all') }
  return (
    <SmallTable
      label={t('rules.weightsTitle')}
      columns={[{ title: t('score.title') }, ...PARTS.map((part) => ({ title: titles[part] }))]}
      rows={CRITERIA.map((name) => {
        const unit = unitOf(name, currency)
        return {
          key: name,
          cells: [
            unit === null ? t(`criterion.${name}`) : `${t(`criterion.${name}`)}, ${unit.name}`,
            ...PARTS.map((part) =>
              unit === null && part !== 'weight' ? (
                DASH
              ) : (
                <TextInput
                  key={part}
                  size="xs"
                  aria-label={`${t(`criterion.${name}`)} ${titles[part]}`}
                  inputMode="decimal"
                  value={drafts[name][part]}
                  error={!isNumber(drafts[name][part]) && t('rules.notNumber')}
                  onChange={({ currentTarget: { value } }) => onChange(name, { [part]: value.trim() })}
                />
              ),
            ),
          ],
        }
      })}
    />
  )
}

function draftsOf({ criteria, currency }: ScoreProfileFields): Drafts {
  // One draft per criterion.
  return Object.fromEntries(CRITERIA.map((name) => [name, scaleText(name, criteria[name], currency)])) as Drafts
}

/** Null where something typed is no number. */
function scalesOf(drafts: Drafts, currency: string): ScoreProfileFields['criteria'] | null {
  const read = CRITERIA.map((name) => [name, readScale(name, drafts[name], currency)] as const)
  // One scale per criterion, none of them null.
  return read.some(([, scale]) => scale === null) ? null : (Object.fromEntries(read) as ScoreProfileFields['criteria'])
}
