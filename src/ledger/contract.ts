import { z } from 'zod'
import { day, dayOut, moneyOut, page, pageOf, reads, text } from '#platform/contract'

const lineOut = z.object({
  account: z.string(),
  accountLabel: z.string(),
  auxiliary: z.string().nullable(),
  debit: moneyOut,
  credit: moneyOut,
  /** Of account 411: lettered with all that closes it, since when. */
  lettering: z.object({ code: z.string(), on: dayOut }).nullable(),
})

export const ledgerContract = {
  entries: reads('ledger:read')
    .route({ method: 'GET', path: '/ledger/entries', summary: 'Entries, newest first' })
    .input(z.object({ journal: z.enum(['VE', 'BQ', 'CA', 'OD']).optional(), ...page }))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          journal: z.string(),
          number: z.string(),
          entryOn: dayOut,
          pieceReference: z.string(),
          label: z.string(),
          invoiceId: z.string().nullable(),
          lines: z.array(lineOut),
        }),
      ),
    ),
  balances: reads('ledger:read')
    .route({ method: 'GET', path: '/ledger/balances', summary: 'Balance of each account, as of a day' })
    .input(z.object({ on: day.optional() }))
    .output(
      z.object({
        on: dayOut,
        accounts: z.array(z.object({ account: z.string(), label: z.string(), debit: moneyOut, credit: moneyOut, balance: moneyOut })),
      }),
    ),
  accounts: reads('ledger:read')
    .route({
      method: 'GET',
      path: '/ledger/accounts',
      summary: 'Accounts to book a bank line to, by number or words; those used before first',
    })
    .input(z.object({ search: text(80).default('') }))
    .output(z.object({ accounts: z.array(z.object({ account: z.string(), label: z.string() })) })),
  check: reads('ledger:read')
    .route({
      method: 'GET',
      path: '/ledger/check',
      summary: 'Is the balance of account 411 the sum of what customers owe? By customer, to the cent',
    })
    .output(
      z.object({
        balance411: moneyOut,
        open: moneyOut,
        differences: z.array(z.object({ customerId: z.string(), ledger: moneyOut, open: moneyOut })),
        faults: z.array(z.string()),
      }),
    ),
}
