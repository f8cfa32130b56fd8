/** The same house in English, chosen in the browser of someone who speaks it. */
import type { Journey } from '../harness/stage.ts'
import { reads, sees } from '../harness/wait.ts'
import { euros } from '../harness/words.ts'
import { aCustomer } from './sales.ts'
import { beginsWith } from './screens.ts'

export const english: Journey = {
  name: 'In English: an invoice written, issued and paid',
  run: async (stage) => {
    const customer = await aCustomer(stage.api, 'Whitby Timber')
    const browser = await stage.likeOwner({ locale: 'en-GB' })
    const page = await browser.newPage()
    await page.goto(`/${stage.company}/factures/nouvelle`)
    await page.getByRole('button', { name: /^(Votre compte|Your account)/ }).click()
    await page.getByRole('radio', { name: 'English' }).check({ force: true })
    await page.keyboard.press('Escape')
    await sees(page.getByRole('heading', { name: 'New invoice' }))

    await page.getByRole('combobox', { name: 'Customer' }).fill(customer.name)
    await page.getByRole('option', { name: beginsWith(customer.name) }).click()
    await page.getByLabel('Item, line 1').fill('Oak staircase')
    await page.getByLabel('Unit price, line 1').fill('2400')
    await reads(page.getByLabel('Totals'), euros('2880.00', 'en'))
    await page.getByRole('button', { name: 'Issue and send' }).click()
    await page.getByRole('dialog', { name: 'Issue this invoice?' }).getByRole('button', { name: 'Issue and keep the message' }).click()
    await sees(page.getByRole('heading', { name: /^Invoice \S+$/ }))

    await page.getByRole('button', { name: 'Record a payment' }).click()
    await page.getByRole('form', { name: 'Record a payment' }).getByRole('button', { name: 'Save' }).click()
    await reads(page.getByRole('main'), 'Paid')
    await reads(page.getByRole('complementary', { name: 'About this document' }), `Left to pay ${euros('0.00', 'en')}`)
  },
}
