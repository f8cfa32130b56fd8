/** « 12 lignes certaines, 12 340,00 € »: shown before anything is applied, and applied in one gesture. */
import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { parseMoney, sum } from '#core/money'
import { formatMoney } from '#core/text'
import { usePageKeys } from '#ui/keys'
import { useLocale, useTexts } from '#ui/locale'
import type { CertainRow } from './api.tsx'
import { CertainDialog } from './certain-dialog.tsx'
import { certainTexts } from './certain-texts.ts'
import { Strip } from './strip.tsx'

type Props = { rows: readonly CertainRow[]; more: boolean }

export function CertainStrip({ rows, more }: Props) {
  const texts = useTexts(certainTexts)
  const locale = useLocale()
  const [opened, setOpened] = useState(false)
  usePageKeys([{ key: 'c', label: texts.keySee, run: () => setOpened(true) }])
  const total = sum(rows.map(({ line }) => parseMoney(line.amount)))
  return (
    <>
      <Strip
        icon={IconChecks}
        actions={
          <Button variant="default" onClick={() => setOpened(true)}>
            {texts.see}
          </Button>
        }
      >
        {texts.waiting(rows.length, more)} · {formatMoney(total, locale)}
      </Strip>
      {opened && <CertainDialog rows={rows} onClose={() => setOpened(false)} />}
    </>
  )
}
