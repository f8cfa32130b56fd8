/** An account of the plan: found by words or number among the usual ones, or any of six to eight digits as typed. */
import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '#ui/locale'
import { SearchCombobox } from '#ui/search-combobox'
import classes from './account-choice.module.css'
import { ledger } from './api.tsx'
import type { AccountChosen } from './rules/parts-draft.ts'
import { operationTexts } from './texts-operations.ts'

const WHOLE_ACCOUNT = /^\d{6,8}$/

type Props = {
  chosen: AccountChosen | undefined
  error?: ReactNode
  /** What none means here. */
  description?: string
  /** How a refusal finds the field. */
  path: string
  focused?: boolean
  onChange: (account: AccountChosen | undefined) => void
}

export function AccountChoice({ focused = false, chosen, description, error, path, onChange }: Props) {
  const texts = useTexts(operationTexts)
  if (chosen) {
    return (
      <div>
        <div className={classes.chosen} data-path={path} tabIndex={-1}>
          <span className={classes.account}>
            <span className={classes.number}>{chosen.account}</span> {chosen.label !== chosen.account && chosen.label}
          </span>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(undefined)}>
            {texts.changeAccount}
          </Button>
        </div>
        {error && (
          <Text size="xs" c="var(--late)" role="alert">
            {error}
          </Text>
        )}
      </div>
    )
  }
  const search = async (typed: string, signal: AbortSignal): Promise<AccountChosen[]> => {
    const { accounts } = await ledger.accounts.call({ search: typed }, { signal })
    const number = typed.replace(/\s/g, '')
    const isNew = WHOLE_ACCOUNT.test(number) && !accounts.some(({ account }) => account === number)
    return isNew ? [...accounts, { account: number, label: texts.typedAccount }] : accounts
  }
  return (
    <div data-path={path}>
      <SearchCombobox<AccountChosen>
        label={texts.account}
        placeholder={texts.accountExample}
        queryKey={ledger.accounts.key()}
        search={search}
        idOf={({ account }) => account}
        error={error}
        data-autofocus={focused}
        onChoose={(found) => onChange(found.label === texts.typedAccount ? { account: found.account, label: found.account } : found)}
        render={({ account, label }) => (
          <span>
            <span className={classes.number}>{account}</span> {label}
          </span>
        )}
      />
      {description && (
        <Text size="xs" c="dimmed" mt={4}>
          {description}
        </Text>
      )}
    </div>
  )
}
