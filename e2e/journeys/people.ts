/** A second person, who may look and not touch; and the owner, who leaves every device at once. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { apiOf } from '../harness/api.ts'
import type { Journey } from '../harness/stage.ts'
import { reads, sees } from '../harness/wait.ts'

const READER = 'gwenael@expert-comptable.example'
const PASSWORD = 'un grand livre bien tenu'

export const people: Journey = {
  name: 'Équipe : lecteur invité, qui voit tout et n’émet rien ; se déconnecter partout',
  run: async (stage) => {
    const { api, company, demo } = stage
    const page = await stage.open('/reglages/equipe')
    const link = await invite(page)

    const readersBrowser = await stage.newBrowser(demo)
    const theirs = await readersBrowser.newPage()
    await theirs.goto(link)
    await sees(theirs.getByText('La lecture seule permet de tout consulter, sans rien modifier.'))
    await theirs.getByLabel('Nom', { exact: true }).fill('Gwenaël Rouault')
    await theirs.getByLabel('Mot de passe').first().fill(PASSWORD)
    await theirs.getByRole('button', { name: 'Rejoindre l’entreprise' }).click()
    await sees(theirs.getByRole('link', { name: 'Factures' }))

    const { id } = await api.post<{ id: string }>('/invoices', {
      lines: [{ name: 'Étagère', quantity: '1', unitPrice: '90', vatCode: 'FR_20' }],
    })
    await looksAndTouchesNothing(theirs, company, id)
    const refused = await apiOf(readersBrowser.request, company).try('POST', `/invoices/${id}/issue`, {})
    assert.equal(refused.status(), 403, 'the API refuses as well')
    const { message } = (await refused.json()) as { message: string }
    assert.ok(message.length > 0 && /[a-zé] /.test(message), 'in a sentence')

    const elsewhere = await stage.newBrowser(demo)
    const second = await elsewhere.newPage()
    await signIn(second, READER, PASSWORD)
    await second.goto(`/${company}/reglages/mon-acces`)
    await second.getByRole('button', { name: 'Se déconnecter partout' }).click()
    await sees(second.getByRole('heading', { name: 'Connexion' }))
    await theirs.goto(`/${company}/factures`)
    await sees(theirs.getByRole('heading', { name: 'Connexion' }))
  },
}

async function invite(page: Page): Promise<string> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Inviter' }) })
  await form.getByLabel('Adresse e-mail').fill(READER)
  await form.getByRole('combobox', { name: 'Rôle' }).click()
  await page.getByRole('option', { name: 'Lecture seule' }).click()
  await form.getByRole('button', { name: 'Inviter' }).click()
  const shown = page.getByRole('code')
  await sees(shown)
  await reads(page.getByRole('list', { name: 'Invitations' }), READER)
  return shown.first().innerText()
}

/** Pages open; what changes something is not offered. */
async function looksAndTouchesNothing(page: Page, company: string, draftId: string): Promise<void> {
  await page.goto(`/${company}/factures`)
  await sees(page.getByRole('heading', { name: 'Factures', level: 1 }))
  await sees(page.getByRole('row').nth(1))
  assert.equal(await page.getByRole('link', { name: 'Nouvelle facture' }).count(), 0)
  await page.goto(`/${company}/factures/${draftId}`)
  await reads(page.getByRole('main'), 'Étagère')
  assert.equal(await page.getByRole('button', { name: 'Valider et envoyer' }).count(), 0)
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/connexion')
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe').first().fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await sees(page.getByRole('link', { name: 'Factures' }))
}
