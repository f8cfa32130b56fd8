/** A file of thousands of lines: its progress is seen, also by whoever leaves and comes back, also on a phone; then it is taken back. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { camt053 } from '#banking'
import { dayInParis } from '#core/day'
import { sidewaysPixels } from '../harness/accessibility.ts'
import type { Journey } from '../harness/stage.ts'
import { reads, sees } from '../harness/wait.ts'

const LINES = 20_000
const NAME = 'releve-annuel.xml'
/** Invented, with a right key: an account of its own. */
const IBAN = 'FR7610107001011234567890129'

export const longStatement: Journey = {
  name: 'Banque : long relevé, lu en arrière-plan, progression visible, retiré',
  run: async (stage) => {
    const page = await stage.open('/banque')
    await sees(page.getByRole('button', { name: 'Importer un relevé' }))
    await choose(page, statement())
    await reads(page.getByRole('main'), `Import de ${NAME}`)
    await sees(page.getByRole('progressbar', { name: `Import de ${NAME}` }))
    await reads(page.getByRole('main'), 'Vous pouvez quitter cette page')

    const phone = await (await stage.likeOwner({ viewport: { width: 390, height: 844 }, hasTouch: true })).newPage()
    await phone.goto(page.url())
    await reads(phone.getByRole('main'), /[\d ]+ lignes lues sur 20 000/)
    assert.equal(await sidewaysPixels(phone), 0)

    await reads(page.getByRole('main'), '20000 lignes nouvelles')
    const { rows } = await stage.api.get<{ rows: readonly { id: string; fileName: string }[] }>('/bank/statements')
    const kept = rows.find(({ fileName }) => fileName === NAME)
    await stage.api.post(`/bank/statements/${kept?.id}/withdrawal`, {})
  },
}

const statement = (): string =>
  camt053({
    account: { iban: IBAN, currency: 'EUR' },
    opening: '0.00',
    lines: Array.from({ length: LINES }, (_, index) => ({
      bookedOn: dayInParis(new Date()),
      amount: `${1 + (index % 90)}.${String(index % 100).padStart(2, '0')}`,
      text: `CB COMPTOIR ${index}`,
      bankText: 'REMISE CARTE BANCAIRE DU COMPTOIR DE VENTE, DETAIL PAR OPERATION',
      reference: `C${index}`,
    })),
  })

async function choose(page: Page, content: string): Promise<void> {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Importer un relevé' }).click()])
  await dialog.setFiles({ name: NAME, mimeType: 'application/xml', buffer: Buffer.from(content) })
}
