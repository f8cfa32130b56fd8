/** What is known of each account: until which day, with which balance, and what is missing. */
import { Popover, UnstyledButton } from '@mantine/core'
import { formatDay, formatMoney } from '#core/text'
import { DayText } from '#ui/day'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { StatusBadge } from '#ui/status'
import type { BankAccount } from './api.tsx'
import classes from './accounts-strip.module.css'
import { KnownDays } from './known-days.tsx'
import { bankTexts } from './texts.ts'

type Props = { accounts: readonly BankAccount[]; chosen: string | undefined; onChoose: (id: string | undefined) => void }

export function AccountsStrip({ accounts, chosen, onChoose }: Props) {
  const texts = useTexts(bankTexts)
  if (accounts.length === 0) return null
  return (
    <ul className={classes.strip} aria-label={texts.accounts}>
      {accounts.map((account) => (
        <li key={account.id} className={classes.account} data-chosen={account.id === chosen || undefined}>
          <UnstyledButton
            className={classes.name}
            disabled={accounts.length === 1}
            aria-pressed={account.id === chosen}
            onClick={() => onChoose(account.id === chosen ? undefined : account.id)}
          >
            <span className={classes.title}>{account.name}</span>
            {account.identifier && <span className={classes.number}>•• {account.identifier.slice(-4)}</span>}
          </UnstyledButton>
          <span className={classes.facts}>
            {account.balance !== null && <Money value={account.balance} strong />}
            {account.balance !== null && account.balanceOn !== null && account.balanceOn !== account.lastDay && (
              <span className={classes.until}>
                {texts.balanceOn} <DayText day={account.balanceOn} />
              </span>
            )}
            <KnownDays account={account} />
            <Continuity account={account} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Says only what is proven: later statements may say no balance. */
function Proof({ account }: { account: BankAccount }) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  if (account.provenUntil === null) return null
  if (account.provenUntil === account.lastDay) return <StatusBadge meaning="paid">{texts.balanceProven}</StatusBadge>
  return <StatusBadge meaning="plain">{texts.balanceProvenUntil(formatDay(account.provenUntil, locale))}</StatusBadge>
}

function Continuity({ account }: { account: BankAccount }) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  if (account.statements === 0) return null
  const problems = [
    ...account.gaps.map(({ after, before, missing }) =>
      texts.gap(formatDay(after, locale), formatDay(before, locale), formatMoney(missing.replace('-', ''), locale)),
    ),
    ...(account.unproven > 0 ? [texts.unproven(account.unproven)] : []),
  ]
  if (problems.length === 0) return <Proof account={account} />
  return (
    <Popover width={320} position="bottom-end">
      <Popover.Target>
        <UnstyledButton className={classes.problem}>
          <StatusBadge meaning="soon">
            {account.gaps.length > 0 ? texts.gaps(account.gaps.length) : texts.unproven(account.unproven)}
          </StatusBadge>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
