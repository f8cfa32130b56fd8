/** The look of Encours: one typeface, five sizes, an 8 px grid, one accent. Contrast fixes keep WCAG 2.2 AA in light and dark. */
import { type CSSVariablesResolver, createTheme, rem } from '@mantine/core'

/** The accent: the blue-black of fountain-pen ink. Red, amber and green are left to what they mean. */
const ink = ['#f0f4fb', '#dfe8f5', '#bfd0ea', '#9bb5dd', '#7d9ed2', '#698fcb', '#5a82c2', '#38609f', '#33588f', '#24406b'] as const
const night = ['#dfe2e8', '#b9bfca', '#8b93a1', '#6a7281', '#434a57', '#373d49', '#272b34', '#1b1e24', '#16181d', '#101216'] as const

const focusOnError = { inputWrapperOrder: ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[] }

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  colors: { ink, dark: night },
  black: '#1d2129',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Inter Variable', ui-monospace, monospace",
  fontSizes: { xs: rem(13), sm: rem(14), md: rem(16), lg: rem(20), xl: rem(28) },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.4', xl: '1.3' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(28), lineHeight: '1.25' },
      h2: { fontSize: rem(20), lineHeight: '1.35' },
      h3: { fontSize: rem(16), lineHeight: '1.5' },
      h4: { fontSize: rem(14), lineHeight: '1.5' },
    },
  },
  components: {
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { size: 'sm', underline: 'hover' } },
    Button: { defaultProps: { size: 'sm' } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 120 } }, styles: { dropdown: { padding: 16 } } },
    Modal: { defaultProps: { centered: true, radius: 'md' }, styles: { title: { fontWeight: 600 } } },
    Drawer: { styles: { title: { fontWeight: 600 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    TextInput: { defaultProps: focusOnError },
    Textarea: { defaultProps: focusOnError },
    Select: { defaultProps: { ...focusOnError, checkIconPosition: 'right' } },
    PasswordInput: { defaultProps: focusOnError },
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#596273',
    '--mantine-color-placeholder': '#596273',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#d5dae2',
    '--surface-rail': '#f6f7f9',
    '--surface-hover': '#f3f5f8',
    '--surface-chosen': '#e9effa',
    '--line': '#e4e7ec',
    '--late': '#b3261e',
    '--late-surface': '#fdf0ee',
    '--soon': '#854d0e',
    '--soon-surface': '#fdf5e3',
    '--paid': '#1a6640',
    '--paid-surface': '#eaf6ef',
    '--draft': '#525b6b',
    '--draft-surface': '#f1f3f6',
    '--accent': '#38609f',
  },
  dark: {
    '--mantine-color-dimmed': '#b0b7c3',
    '--mantine-color-placeholder': '#a3abb9',
    '--mantine-color-error': '#ff9d93',
    '--mantine-color-default-border': '#434a57',
    '--mantine-color-anchor': '#9bb5dd',
    '--surface-rail': '#16181d',
    '--surface-hover': '#22262e',
    '--surface-chosen': '#263145',
    '--line': '#2f343e',
    '--late': '#ff9d93',
    '--late-surface': '#3a2422',
    '--soon': '#efc06a',
    '--soon-surface': '#362c18',
    '--paid': '#82d3a4',
    '--paid-surface': '#1c3127',
    '--draft': '#b9bfca',
    '--draft-surface': '#2a2e37',
    '--accent': '#9bb5dd',
  },
})
