/** The library of templates: each with its texts by language, and how often they were answered. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Template } from '../../../shared/contract/outreach-templates'
import { orpc } from '../../api'
import { useRateText } from '../../creator/FilledBody'
import { useText } from '../../messages/i18n'
import { useCurrentShop } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { SmallTable } from '../../ui/SmallTable'
import type { TabFrame } from './OutreachScreen'
import { TemplateDrawer } from './TemplateDrawer'

const EXAMPLE = '{{name}}'

export function Templates({ frame }: TabFrame) {
  const t = useText('outreach')
  const rate = useRateText()
  const shop = useCurrentShop()
  const templates = useQuery(orpc.outreach.templates.list.queryOptions({ input: { shopId: shop?.id ?? null } }))
  const [opened, setOpened] = useState<Template | 'new' | null>(null)
  const words: Readonly<Record<string, string>> = t('channel', { returnObjects: true })
  const add = <Button onClick={() => setOpened('new')}>{t('template.add')}</Button>
  const row = (template: Template) => ({
    key: template.id,
    cells: [
      <Button key="open" size="compact-xs" variant="subtle" onClick={() => setOpened(template)}>
        {template.name}
      </Button>,
      template.channel === null ? t('template.channel') : (words[template.channel] ?? template.channel),
      template.texts.map(({ language, version }) => t('template.version', { language, number: version })).join(', '),
      template.texts.map((text) => `${text.language}: ${rate(text.rate)}`).join('; '),
    ],
  })
  return frame(
    add,
    <>
      <Answer query={templates}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty sentence={t('template.empty')} example={t('template.example', { example: EXAMPLE })} action={add} />
          ) : (
            <SmallTable
              label={t('tabs.templates')}
              columns={[
                { title: t('field.name') },
                { title: t('field.channel') },
                { title: t('field.language') },
                { title: t('kind.replied') },
              ]}
              rows={rows.map(row)}
            />
          )
        }
      </Answer>
      {opened !== null && (
        <TemplateDrawer
          key={opened === 'new' ? 'new' : opened.id}
          template={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </>,
  )
}
