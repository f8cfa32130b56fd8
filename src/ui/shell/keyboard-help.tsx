import { Kbd, Modal, Table, Title } from '@mantine/core'
import { useTexts } from '../locale.tsx'
import { keysOfPage } from '../keys.tsx'
import { uiTexts } from '../texts.tsx'

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  ' ': '␣',
}

type Line = { readonly key: string; readonly label: string }

export function KeyboardHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const texts = useTexts(uiTexts)
  const everywhere = [
    { key: 'Ctrl K', label: texts.keySearch },
    { key: '?', label: texts.keyHelp },
  ]
  return (
    <Modal opened={opened} onClose={onClose} title={texts.keyboardHelp} closeButtonProps={{ 'aria-label': texts.close }}>
      <Keys title={texts.keysHere} lines={opened ? keysOfPage() : []} />
      <Keys title={texts.keysEverywhere} lines={everywhere} />
    </Modal>
  )
}

function Keys({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <Title order={3} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0}>
        <Table.Tbody>
          {lines.map(({ key, label }) => (
            <Table.Tr key={key}>
              <Table.Td w={96}>
                <Kbd>{SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
