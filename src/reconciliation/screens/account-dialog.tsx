/** A file that names no account, or by an IBAN that is none: a person says whose it is, nothing is guessed. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { formatDay } from '#core/text'
import { Dialog } from '#ui/dialog'
import { useLocale, useTexts } from '#ui/locale'
import { AccountField, useAccountField } from './account-field.tsx'
import type { AccountAsked, BankAccount } from './api.tsx'
import { bankTexts } from './texts.ts'
import type { Import } from './use-import.tsx'

type Props = { asked: AccountAsked; fileName: string; accounts: readonly BankAccount[]; work: Import }

export function AccountDialog({ accounts, asked, fileName, work }: Props) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  const field = useAccountField(accounts, null)
  const { choice } = field
  const period = asked.from !== null && asked.to !== null ? [formatDay(asked.from, locale), formatDay(asked.to, locale)] : undefined
  return (
    <Dialog opened onClose={work.giveUp} title={texts.accountTitle} size="lg">
      <Stack gap="md">
        {asked.problem !== null && <Alert color="gray">{asked.problem}</Alert>}
        <Text c="dimmed">{texts.accountIntro(fileName, asked.lines, period?.[0], period?.[1])}</Text>
        <AccountField {...field} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={work.giveUp}>
            {texts.cancel}
          </Button>
          <Button disabled={choice === undefined} loading={work.busy} onClick={() => choice && work.place(choice)}>
            {texts.csvImport}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
