/** Money that is not the sum asked for: a fee kept by the bank, a discount, then a debit that the bank takes back. */
import type { Page } from 'playwright-core'
import { camt053 } from '#banking'
import { dayInParis } from '#core/day'
import { moneyText, parseMoney, toCents } from '#core/money'
import type { Journey } from '../harness/stage.ts'
import { reads, sees } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { dropStatement, lineOf, view } from './bank.ts'
import { aCustomer, anIssuedInvoice, type Issued } from './sales.ts'

const FEE = '6.00'
const DISCOUNT = '12.00'

const less = (total: string, missing: string): string => moneyText(toCents(parseMoney(total) - parseMoney(missing)))

export const shortPayment: Journey = {
  name: 'Banque : paiement court soldé par des frais ou un escompte, prélèvement rejeté qui rouvre sa facture',
  run: async (stage) => {
    const invoice = async (name: string, unitPrice: string) =>
      anIssuedInvoice(stage.api, await aCustomer(stage.api, name), { lines: [{ name: 'Escalier', unitPrice, quantity: '1' }] })
    const [kept, granted, rejected] = [
      await invoice('Marbrerie Cloarec', '831.20'),
      await invoice('Pépinière Sévignon', '500'),
      await invoice('Traiteur Lanvaux', '267.35'),
    ]
    const { iban } = await stage.api.get<{ iban: string }>('/company')
    const { accounts } = await stage.api.get<{ accounts: readonly { balance: string | null }[] }>('/bank/accounts')
    const bookedOn = dayInParis(new Date())
    const file = camt053({
      account: { iban, currency: 'EUR' },
      opening: accounts[0]?.balance ?? '12000.00',
      lines: [
        { bookedOn, amount: less(kept.total, FEE), text: `VIR ETRANGER ${kept.number}`, counterparty: kept.customer },
        {
          bookedOn,
          amount: less(granted.total, DISCOUNT),
          text: `REGLEMENT ${granted.number} ESCOMPTE 2 POUR CENT`,
          counterparty: granted.customer,
        },
        { bookedOn, amount: rejected.total, text: `PRLV ${rejected.number}`, counterparty: rejected.customer },
        { bookedOn, amount: `-${rejected.total}`, text: `REJET PRLV ${rejected.number}`, counterparty: rejected.customer },
      ],
    })
    const page = await stage.open('/banque')
    await dropStatement(page, 'courts.xml', file)
    await reads(page.getByRole('main'), '1 virement rapproché d’office')

    await closedByClick(page, kept)
    await closedByKey(page, granted)
    await takenBack(page, rejected)
    await onThePayment(page, granted)
  },
}

const region = (page: Page) => page.getByRole('region', { name: 'Propositions' })

async function closedByClick(page: Page, invoice: Issued): Promise<void> {
  await lineOf(page, invoice.number).click()
  await reads(region(page), `Il manque ${euros(FEE)}`)
  await region(page).getByRole('button', { name: 'Frais bancaires' }).click()
  await reads(region(page), `Frais bancaires ${euros(FEE)}`)
  // Taken back, then said again.
  await region(page).getByRole('button', { name: 'Laisser à encaisser' }).click()
  await region(page).getByRole('button', { name: 'Frais bancaires' }).click()
  await page.getByRole('button', { name: 'Rapprocher', exact: true }).click()
  await sees(page.getByText(`de ${invoice.customer} rapprochés.`))
}

async function closedByKey(page: Page, invoice: Issued): Promise<void> {
  await lineOf(page, invoice.number).click()
  await reads(region(page), `Il manque ${euros(DISCOUNT)}`)
  await page.keyboard.press('e')
  await reads(region(page), 'Escompte accordé, TVA comprise')
  await page.keyboard.press('Enter')
  await sees(page.getByText(`de ${invoice.customer} rapprochés.`))
}

async function takenBack(page: Page, invoice: Issued): Promise<void> {
  await view(page, 'Sorties')
  await lineOf(page, `REJET PRLV ${invoice.number}`).click()
  await reads(region(page), `réglait la facture ${invoice.number}, citée ici`)
  await page.getByRole('button', { name: 'Rapprocher', exact: true }).click()
  await sees(page.getByText('ce qu’il réglait est de nouveau dû'))
}

async function onThePayment(page: Page, invoice: Issued): Promise<void> {
  await view(page, 'Rapprochées')
  await lineOf(page, invoice.number).click()
  await reads(page.getByRole('list', { name: 'Factures réglées' }), `Escompte accordé, TVA comprise ${euros(DISCOUNT)}`)
  await page.getByRole('link', { name: 'Voir le paiement' }).click()
  await sees(page.getByText('dont TVA'))
}
