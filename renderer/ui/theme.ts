/** The tokens as a Mantine theme: controls of the kit take their looks from here and from nowhere else. */

import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Checkbox,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Select,
  Switch,
  Tooltip,
} from '@mantine/core'

import { cssVariables, DARK, FONT, FONT_MONO, LIGHT, SIZES } from './tokens'

const accent: MantineColorsTuple = [
  '#eef3fd',
  '#dce6fb',
  '#b7cbf6',
  '#8fadf0',
  '#6f93ea',
  '#4f78e2',
  '#2a55c5',
  '#3a64d0',
  '#213f93',
  '#1a3174',
]
const bad: MantineColorsTuple = [
  '#fce6e6',
  '#f8cfcf',
  '#f2a9a8',
  '#f28b88',
  '#e2605f',
  '#d04346',
  '#b3232a',
  '#c23b40',
  '#7f171c',
  '#5d1014',
]

/** Greys of light and dark; the kit reads text, borders and grounds from fixed places in these lists. */
const gray: MantineColorsTuple = [
  LIGHT.hover,
  '#eef0f3',
  LIGHT.hairline,
  '#d5d9df',
  LIGHT.edge,
  '#8d95a1',
  LIGHT.muted,
  '#424a53',
  '#2c333a',
  LIGHT.text,
]
const dark: MantineColorsTuple = [
  DARK.text,
  '#c9ced6',
  DARK.muted,
  '#868f9b',
  DARK.edge,
  '#363b44',
  DARK.raised,
  DARK.page,
  DARK.frame,
  '#0c0e11',
]

const rem = (pixels: number): string => `${pixels / 16}rem`

export const theme = createTheme({
  fontFamily: FONT,
  fontFamilyMonospace: FONT_MONO,
  fontSizes: {
    xs: rem(SIZES.small),
    sm: rem(SIZES.data),
    md: rem(SIZES.data),
    lg: rem(SIZES.title),
    xl: rem(SIZES.title),
  },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.45' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(SIZES.title), lineHeight: '1.45' },
      h2: { fontSize: rem(SIZES.data), lineHeight: '1.45' },
      h3: { fontSize: rem(SIZES.data), lineHeight: '1.45' },
      h4: { fontSize: rem(SIZES.data), lineHeight: '1.45' },
      h5: { fontSize: rem(SIZES.small), lineHeight: '1.45' },
      h6: { fontSize: rem(SIZES.small), lineHeight: '1.45' },
    },
  },
  spacing: { xs: rem(6), sm: rem(10), md: rem(16), lg: rem(22), xl: rem(32) },
  colors: { accent, bad, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 7 },
  black: LIGHT.text,
  defaultRadius: rem(5),
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', fw: 500 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Input: Input.extend({ defaultProps: { size: 'xs' } }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'xs' } }),
    Select: Select.extend({
      defaultProps: { size: 'xs', comboboxProps: { transitionProps: { duration: 0 } }, allowDeselect: false },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Switch: Switch.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, multiline: true, maw: 320, fz: 'xs' },
    }),
    Modal: Modal.extend({
      defaultProps: { transitionProps: { duration: 80 }, centered: true, overlayProps: { backgroundOpacity: 0.3 } },
    }),
  },
})

export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--sb-row': `${SIZES.row}px`,
    '--sb-row-compact': `${SIZES.rowCompact}px`,
    '--sb-card': `${SIZES.card}px`,
    '--sb-column': `${SIZES.column}px`,
    '--sb-top-bar': `${SIZES.topBar}px`,
    '--sb-rail': `${SIZES.rail}px`,
    '--sb-rail-closed': `${SIZES.railClosed}px`,
    '--sb-drawer': `${SIZES.drawer}px`,
    '--sb-small': rem(SIZES.small),
    '--sb-data': rem(SIZES.data),
    '--sb-title': rem(SIZES.title),
  },
  light: {
    ...cssVariables(LIGHT),
    '--mantine-color-dimmed': LIGHT.muted,
    '--mantine-color-error': LIGHT.bad,
    '--mantine-shadow-md': LIGHT.shadow,
    '--mantine-color-placeholder': LIGHT.muted,
  },
  dark: {
    ...cssVariables(DARK),
    '--mantine-color-dimmed': DARK.muted,
    '--mantine-color-error': DARK.bad,
    '--mantine-shadow-md': DARK.shadow,
    '--mantine-color-placeholder': DARK.muted,
    '--mantine-color-anchor': DARK.accent,
  },
})
