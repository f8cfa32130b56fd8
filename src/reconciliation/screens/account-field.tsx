/** To which account a file belongs that does not say it: one of ours, or a new one with its name. */
import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/locale'
import type { BankAccount } from './api.tsx'
import { bankTexts } from './texts.ts'

export type AccountChoice = { readonly accountId: string } | { readonly accountName: string }

const NEW = 'new'

/** Nothing chosen yet, or a new account without a name, is no choice. */
export function useAccountField(accounts: readonly BankAccount[], first: string | null) {
  const [account, setAccount] = useState(first)
  const [name, setName] = useState('')
  const named = name.trim()
  const choice: AccountChoice | undefined =
    account === NEW ? (named === '' ? undefined : { accountName: named }) : account === null ? undefined : { accountId: account }
  return { accounts, account, setAccount, name, setName, choice }
}

export function AccountField({ account, accounts, name, setAccount, setName }: ReturnType<typeof useAccountField>) {
  const texts = useTexts(bankTexts)
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <Select
        label={texts.csvAccount}
        required
        data={[...accounts.map(({ id, name: label }) => ({ value: id, label })), { value: NEW, label: texts.csvNewAccount }]}
        value={account}
        onChange={setAccount}
      />
      {account === NEW && (
        <TextInput label={texts.csvAccountName} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
      )}
    </SimpleGrid>
  )
}
