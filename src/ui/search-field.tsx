/** The words looked for in a list. What is typed is told after a pause, so that each letter is not a request; "/" comes here. */
import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTexts } from './locale.tsx'
import { uiTexts } from './texts.tsx'

const PAUSE_MS = 250

type Props = { label: string; value: string | undefined; onChange: (value: string | undefined) => void }

export function SearchField({ label, value = '', onChange }: Props) {
  const texts = useTexts(uiTexts)
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const tell = useEffectEvent(onChange)
  useEffect(() => {
    if (typed === value) return undefined
    const timer = setTimeout(() => tell(typed.trim() || undefined), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={typed !== '' && <CloseButton size="sm" aria-label={texts.clear} onClick={() => setTyped('')} />}
      w={{ base: '100%', xs: 260 }}
    />
  )
}
