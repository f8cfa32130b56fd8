import {
  IconAlertTriangle,
  IconBuildingBank,
  IconChevronRight,
  IconCircleCheck,
  IconCoins,
  IconFileMinus,
  IconPencil,
  type Icon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import type { Home } from './api.tsx'
import classes from './home.module.css'
import { screenTexts } from './texts.ts'

type Line = {
  readonly icon: Icon
  readonly words: string
  readonly amount: string
  readonly href: string
  readonly count: number
  readonly late?: boolean
}

type Props = { toDo: Home['toDo']; bankLines: { readonly count: number; readonly amount: string }; company: string }

/** What waits, each a link to where it is done; a green tick when nothing does. */
export function ToDo({ bankLines, company, toDo }: Props) {
  const texts = useTexts(screenTexts)
  const { drafts, lateInvoices, openCreditNotes, unallocatedPayments } = toDo
  const lines: readonly Line[] = [
    {
      ...lateInvoices,
      icon: IconAlertTriangle,
      words: texts.lateInvoices(lateInvoices.count, lateInvoices.customers),
      href: `/${company}/factures?view=late`,
      late: true,
    },
    { ...bankLines, icon: IconBuildingBank, words: texts.bankLines(bankLines.count), href: `/${company}/banque` },
    {
      ...unallocatedPayments,
      icon: IconCoins,
      words: texts.unallocatedPayments(unallocatedPayments.count),
      href: `/${company}/paiements?view=unallocated`,
    },
    {
      ...openCreditNotes,
      icon: IconFileMinus,
      words: texts.openCreditNotes(openCreditNotes.count),
      href: `/${company}/factures?view=credit_notes`,
    },
    { ...drafts, icon: IconPencil, words: texts.drafts(drafts.count), href: `/${company}/factures?view=drafts` },
  ]
  const waiting = lines.filter(({ count }) => count > 0)
  if (waiting.length === 0) {
    return (
      <div className={classes.done}>
        <IconCircleCheck size={20} aria-hidden />
        {texts.nothingToDo}
      </div>
    )
  }
  return (
    <ul className={classes.lines}>
      {waiting.map(({ amount, href, icon: Shown, late, words }) => (
        <li key={href} className={classes.line}>
          <Link to={href} className={classes.link} data-meaning={late ? 'late' : undefined}>
            <Shown size={20} stroke={1.5} aria-hidden />
            <span className={classes.words}>{words}</span>
            <Money value={amount} />
            <IconChevronRight size={16} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}
