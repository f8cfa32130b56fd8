/** Colour and logo, with the paper that follows them as they change. */
import { Button, ColorInput, FileButton, Group, Input, SimpleGrid, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPhoto } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readableAccent } from '#templates/contract'
import { Warned } from '#ui/field-warning'
import { fieldErrors, showRefusal } from '#ui/form'
import { useTexts } from '#ui/locale'
import { notifyRefused } from '#ui/notify'
import { type SaveProgress, useAutosave } from '#ui/save'
import { type Company, company } from './api.tsx'
import { useLogoAddress } from './logo-address.tsx'
import { PaperPreview } from './paper-preview.tsx'
import { lookTexts } from './texts-look.ts'

/** Quiet colours that read well on paper, to choose without thinking. */
const SWATCHES = ['#1f5f5b', '#1f4e79', '#3b3a82', '#6b2f5b', '#8a2f2f', '#8a4b12', '#4a5d23', '#2f3640']

type Props = { company: Company; disabled?: boolean; children: (progress: SaveProgress) => React.ReactNode }

/** `children` is drawn under the fields with the progress of the saving. */
export function LookPart({ company: current, disabled = false, children }: Props) {
  const texts = useTexts(lookTexts)
  const form = useForm({ initialValues: { accentColor: current.accentColor } })
  const keep = useKeepCompany()
  const { accentColor } = form.values
  const saveColor = async (values: typeof form.values) => keep(await company.saveLook.call(values))
  const progress = useAutosave(form.values, saveColor, (error) => showRefusal(form, error))
  const isColor = /^#[0-9a-f]{6}$/i.test(accentColor)
  const darkened = isColor && readableAccent(accentColor) !== accentColor.toLowerCase()
  const logo = useLogoAddress(current)
  const street = [current.address.line1, [current.address.postcode, current.address.city].join(' ').trim()].filter((part) => part !== '')
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={48} verticalSpacing="xl">
      <Stack gap="lg">
        <Warned sentence={darkened ? texts.darkened : undefined}>
          <ColorInput
            label={texts.color}
            description={texts.colorHint}
            format="hex"
            swatches={SWATCHES}
            swatchesPerRow={8}
            withEyeDropper={false}
            disabled={disabled}
            {...form.getInputProps('accentColor')}
          />
        </Warned>
        <LogoField company={current} address={logo} disabled={disabled} onSaved={keep} />
        {children(progress)}
      </Stack>
      <PaperPreview name={current.name} address={street.join(', ')} accentColor={accentColor} logo={logo} />
    </SimpleGrid>
  )
}

function useKeepCompany() {
  const queries = useQueryClient()
  return (saved: Company) => {
    queries.setQueryData(company.get.queryKey(), saved)
  }
}

type LogoProps = {
  company: Company
  address: string | undefined
  disabled: boolean
  onSaved: (saved: Company) => void
}

function LogoField({ company: { hasLogo }, address, disabled, onSaved }: LogoProps) {
  const texts = useTexts(lookTexts)
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const run = async (save: () => Promise<Company>) => {
    setBusy(true)
    setError(undefined)
    try {
      onSaved(await save())
      await queries.invalidateQueries({ queryKey: company.logo.key() })
    } catch (problem) {
      const sentence = fieldErrors(problem)['logo']
      if (sentence === undefined) notifyRefused(problem)
      else setError(sentence)
    }
    setBusy(false)
  }
  const give = (file: File | null) => file && void run(() => company.saveLook.call({ logo: file }))
  return (
    <Input.Wrapper
      label={texts.logo}
      description={texts.logoHint}
      error={error}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
    >
      <Stack gap="sm" mt={4} mb={4} align="flex-start">
        {address && (
          <img
            src={address}
            alt={texts.logoAlt}
            style={{ maxWidth: 200, maxHeight: 80, background: '#fff', padding: 8, borderRadius: 4 }}
          />
        )}
        <Group gap="sm">
          <FileButton accept="image/png,image/jpeg,image/svg+xml" onChange={give} disabled={disabled}>
            {(props) => (
              <Button {...props} variant="default" loading={busy} disabled={disabled} leftSection={<IconPhoto size={16} aria-hidden />}>
                {hasLogo ? texts.changeLogo : texts.chooseLogo}
              </Button>
            )}
          </FileButton>
          {hasLogo && (
            <Button variant="subtle" color="gray" disabled={busy || disabled} onClick={() => void run(() => company.removeLogo.call({}))}>
              {texts.removeLogo}
            </Button>
          )}
        </Group>
      </Stack>
    </Input.Wrapper>
  )
}
