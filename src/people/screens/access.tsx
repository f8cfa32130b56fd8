import { Section } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { SettingsFrame } from '#ui/settings-frame'
import { PasswordPart } from './password-part.tsx'
import { screenTexts } from './texts.ts'
import { SessionsPart } from './sessions-part.tsx'

/** One's own access, in every company: the password, and where one is signed in. */
export function AccessPage() {
  const texts = useTexts(screenTexts)
  return (
    <SettingsFrame title={texts.accessTitle} summary={texts.accessSummary}>
      <Section title={texts.password}>
        <PasswordPart />
      </Section>
      <Section title={texts.sessions}>
        <SessionsPart />
      </Section>
    </SettingsFrame>
  )
}
