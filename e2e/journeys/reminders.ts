/** Reminders: the rule is seen at work before it is switched on; one is sent by hand, once however often the button is pressed. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Api } from '../harness/api.ts'
import type { Journey } from '../harness/stage.ts'
import { reads, sees, until } from '../harness/wait.ts'
import { linkInMessage, openMessage } from './screens.ts'

type WorkRow = { readonly customerId: string; readonly customerName: string; readonly channel: string; readonly unallocated: string }
type InvoiceRow = { readonly id: string; readonly number: string }

export const reminders: Journey = {
  name: 'Relances : règle vue avant d’être mise en marche, une relance à la main, jamais deux',
  run: async (stage) => {
    const { api, company } = stage
    const page = await stage.open('/relances?view=rule')
    await switchOn(page)

    const late = await someoneLate(api)
    await page.getByRole('navigation', { name: 'Vues' }).getByRole('button', { name: 'À faire' }).click()
    await page.getByRole('link', { name: late.customerName }).first().click()
    const panel = page.getByRole('complementary', { name: 'Détail' })
    await panel.getByRole('button', { name: 'Relancer maintenant' }).click()
    const question = page.getByRole('dialog', { name: `Relancer ${late.customerName} maintenant ?` })
    await question.getByRole('button', { name: 'Relancer maintenant' }).dblclick()
    await sees(page.getByText(/^Relance pour .* gardée dans Courrier, non envoyée/))
    await until('one reminder, not two', async () => (await remindersTo(api, late)) === 1)

    const [invoice] = (await api.get<{ rows: readonly InvoiceRow[] }>(`/invoices?view=late&customerId=${late.customerId}`)).rows
    assert.ok(invoice)
    await page.goto(`/${company}/factures/${invoice.id}`)
    const facts = page.getByRole('complementary', { name: 'À propos de ce document' })
    await reads(facts, /Relance\s+(Prochaine relance le|Pas de relance à venir : le client a été relancé le)/)
    await reads(facts, new RegExp(`Relance de la facture ${invoice.number} pour .* gardée dans Courrier`))

    await page.goto(`/${company}/courrier`)
    const link = await linkInMessage(await openMessage(page, 'Rappel'), invoice.number)
    assert.match(link, /\/f\//)
  },
}

async function switchOn(page: Page): Promise<void> {
  await reads(page.getByRole('main'), /\d+ relances partiraient le/)
  await page.getByLabel('Jours après l’échéance').fill('15')
  await page.getByRole('switch', { name: 'Relances automatiques' }).click({ force: true })
  const question = page.getByRole('dialog', { name: 'Mettre en marche les relances automatiques ?' })
  await reads(question, /partiraient|Aucune relance/)
  await question.getByRole('button', { name: 'Mettre en marche' }).click()
  await sees(page.getByText('Les relances automatiques sont en marche.'))
}

/** Who has an address and nothing lying unallocated. */
async function someoneLate(api: Api): Promise<WorkRow> {
  const { rows } = await api.get<{ rows: readonly WorkRow[] }>('/dunning/worklist?limit=100')
  const found = rows.find(({ channel, unallocated }) => channel === 'email' && unallocated === '0.00')
  assert.ok(found, 'someone in the sample company is late and can be written to')
  return found
}

async function remindersTo(api: Api, { customerId }: WorkRow): Promise<number> {
  const { rows } = await api.get<{ rows: readonly { customerId: string; origin: string }[] }>('/dunning/history?limit=100')
  return rows.filter((row) => row.customerId === customerId && row.origin === 'hand').length
}
