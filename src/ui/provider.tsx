/** What every page stands in: theme, notifications, confirmations. */
import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import './styles.css'
import { useTexts } from './locale.tsx'
import { cssVariables, theme } from './theme.tsx'
import { uiTexts } from './texts.tsx'

/** The nonce of the content security policy, which the server writes in the page; empty in development. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// The scroll lock behind dialogs asks for its nonce under the name that webpack gave it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

export function UiProvider({ children }: { children: ReactNode }) {
  const texts = useTexts(uiTexts)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <ModalsProvider modalProps={{ closeButtonProps: { 'aria-label': texts.close } }}>
        <Notifications position="bottom-right" autoClose={6000} limit={4} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  )
}
