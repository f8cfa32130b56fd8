import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconDiscount,
  IconDots,
  IconPackage,
  IconRuler,
  IconTextPlus,
  IconTools,
  IconTrash,
} from '@tabler/icons-react'
import { UNITS } from '#catalog/contract'
import { textsOf } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import type { LineValues } from '../rules/draft-values.ts'
import { documentTexts } from '../texts-document.ts'
import type { Draft } from './use-draft.tsx'

/** The units a workshop or an office sells by; a catalogue item may bring any other. */
const OFFERED_UNITS = 18

type Props = { draft: Draft; line: LineValues; place: number; locked: boolean; onOpen: (part: 'description' | 'discount') => void }

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

export function LineMenu({ draft, line, locked, onOpen, place }: Props) {
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const change = (patch: Partial<LineValues>) => draft.changeLine(line.key, patch)
  const isLast = place === draft.values.lines.length
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={texts.ofLine(texts.lineMenu, place)}>
          <IconDots size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!locked && (
          <>
            <Menu.Item leftSection={<IconTextPlus {...icon} />} onClick={() => onOpen('description')}>
              {texts.addDescription}
            </Menu.Item>
            <Menu.Item leftSection={<IconDiscount {...icon} />} onClick={() => onOpen('discount')}>
              {texts.addDiscount}
            </Menu.Item>
            <Menu.Item
              leftSection={line.nature === 'goods' ? <IconTools {...icon} /> : <IconPackage {...icon} />}
              onClick={() => change({ nature: line.nature === 'goods' ? 'service' : 'goods' })}
            >
              {line.nature === 'goods' ? texts.makeService : texts.makeGoods}
            </Menu.Item>
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item leftSection={<IconRuler {...icon} />}>{texts.chooseUnit}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown mah={320} style={{ overflowY: 'auto' }}>
                {UNITS.slice(0, OFFERED_UNITS).map((unit) => (
                  <Menu.Item key={unit.code} fw={unit.code === line.unit ? 600 : 400} onClick={() => change({ unit: unit.code })}>
                    {textsOf(unit.name, locale)}
                  </Menu.Item>
                ))}
              </Menu.Sub.Dropdown>
            </Menu.Sub>
            <Menu.Divider />
            <Menu.Item leftSection={<IconArrowUp {...icon} />} disabled={place === 1} onClick={() => draft.moveLine(line.key, -1)}>
              {texts.moveUp}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown {...icon} />} disabled={isLast} onClick={() => draft.moveLine(line.key, 1)}>
              {texts.moveDown}
            </Menu.Item>
          </>
        )}
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => draft.removeLine(line.key)}>
          {texts.removeLine}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
