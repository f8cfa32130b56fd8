/** What every page stands in: theme, notifications, confirmations. */
import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { type ReactNode, useMemo } from 'react'
import './styles.css'
import { useTexts } from './locale.tsx'
import { cssVariables, theme } from './theme.tsx'
import { uiTexts } from './texts.tsx'

/** The nonce of the content security policy, which the server writes in the page; empty in development. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// The scroll lock behind dialogs asks for its nonce under the name that webpack gave it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

/** The words that the library would say in English to those who hear the page. */
const spokenTheme = (showPassword: string) => ({
  components: { PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': showPassword } } } },
})

export function UiProvider({ children }: { children: ReactNode }) {
  const texts = useTexts(uiTexts)
  const spoken = useMemo(() => mergeThemeOverrides(theme, spokenTheme(texts.showPassword)), [texts])
  return (
    <MantineProvider theme={spoken} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <ModalsProvider modalProps={{ closeButtonProps: { 'aria-label': texts.close } }}>
        <Notifications position="bottom-right" autoClose={6000} limit={4} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  )
}
