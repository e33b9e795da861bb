/**
 * The one mount of ECharts: size, theme, clicks, picture, and the same figures as a table for whoever cannot see a chart.
 */

import { ActionIcon, Tooltip, useComputedColorScheme } from '@mantine/core'
import { IconChartBar, IconPhotoDown, IconTable } from '@tabler/icons-react'
import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'

import { desktop } from '../api'
import { errorText } from '../messages/error-text'
import { useLanguage, useText } from '../messages/i18n'
import { say } from '../session/status'
import classes from './chart.module.css'
import { chartLook, type ChartLook } from './theme'

/** The figures of a chart in words: first column names, the others right aligned. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface ChartProps {
  readonly title: string
  /** What the chart says, in one sentence. */
  readonly sentence: string
  readonly option: (look: ChartLook) => EChartsCoreOption
  readonly table: ChartTable
  /** A click on the figure with this index. */
  readonly onPick?: (index: number) => void
  /** More in the chart's head, as the choice of its steps. */
  readonly actions?: ReactNode
}

export function Chart({ title, sentence, option, table, onPick, actions }: ChartProps) {
  const t = useText('common')
  const [asTable, setAsTable] = useState(false)
  const [chart, setChart] = useState<EChartsType | null>(null)
  const savePicture = useSavePicture(title)
  return (
    <section className={classes.chart} aria-label={title}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h2 className={classes.title}>{title}</h2>
          <p className={classes.sentence}>{sentence}</p>
        </div>
        {actions}
        <Tooltip label={asTable ? t('chart.chart') : t('chart.table')}>
          <ActionIcon aria-label={asTable ? t('chart.chart') : t('chart.table')} onClick={() => setAsTable(!asTable)}>
            {asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('chart.png')}>
          <ActionIcon aria-label={t('chart.png')} disabled={asTable} onClick={() => void savePicture(chart)}>
            <IconPhotoDown size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {asTable ? (
        <FigureTable table={table} />
      ) : (
        <Canvas label={`${title}. ${sentence}`} option={option} onPick={onPick} onChart={setChart} />
      )}
    </section>
  )
}

interface CanvasProps {
  readonly label: string
  readonly option: ChartProps['option']
  readonly onPick: ChartProps['onPick'] | undefined
  /** The mounted chart, null once it is gone. */
  readonly onChart: (chart: EChartsType | null) => void
}

function Canvas({ label, option, onPick, onChart }: CanvasProps) {
  const dark = useComputedColorScheme('light') === 'dark'
  const look = useMemo(() => chartLook(dark), [dark])
  const place = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  const [chart, setChart] = useState<EChartsType | null>(null)
  useEffect(() => {
    pick.current = onPick
  })
  useEffect(() => {
    const element = place.current
    if (!element) {
      return undefined
    }
    let made: EChartsType | null = null
    let gone = false
    const watcher = new ResizeObserver(() => made?.resize())
    const show = (next: EChartsType | null) => {
      setChart(next)
      onChart(next)
    }
    void import('./engine').then(({ init }) => {
      if (gone) {
        return
      }
      made = init(element, null, { renderer: 'canvas' })
      made.on('click', ({ dataIndex }) => pick.current?.(dataIndex))
      watcher.observe(element)
      show(made)
    })
    return () => {
      gone = true
      watcher.disconnect()
      made?.dispose()
      show(null)
    }
  }, [onChart])
  useEffect(() => {
    chart?.setOption(option(look), { notMerge: true })
  }, [chart, option, look])
  return <div ref={place} className={classes.canvas} role="img" aria-label={label} />
}

function FigureTable({ table }: { readonly table: ChartTable }) {
  return (
    // A table that scrolls must be reachable by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.table} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...figures], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {figures.map((figure, column) => (
                <td key={table.columns[column + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useSavePicture(title: string): (chart: EChartsType | null) => Promise<void> {
  const t = useText('common')
  const language = useLanguage()
  const dark = useComputedColorScheme('light') === 'dark'
  return async (chart) => {
    if (!chart) {
      return
    }
    try {
      const file = await desktop.chooseSave({
        title: t('chart.png'),
        suggestedName: `${title}.png`,
        filters: [{ name: t('chart.picture'), extensions: ['png'] }],
      })
      if (file) {
        const picture = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: chartLook(dark).ground })
        await desktop.saveBytes({ file, base64: picture.slice(picture.indexOf(',') + 1) })
        say(t('chart.saved', { file }))
      }
    } catch (error) {
      say(errorText(error, language).what, 'bad')
    }
  }
}
