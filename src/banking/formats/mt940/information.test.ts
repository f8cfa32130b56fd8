import { describe, expect, it } from 'vitest'
import { CREDIT, CUSTOMER, DEBIT, OWN, line } from '../fixtures/mt940-rows.ts'
import type { StatementLine } from '../model.ts'

const info = (text: string, entry = CREDIT): StatementLine => line(entry, `:86:${text}`)

describe('an unstructured remittance', () => {
  it('is one text: full lines go on without a blank, the others with one', () => {
    const full = 'A'.repeat(65)
    expect(line(CREDIT, `:86:${full}`, 'BC', 'DE').text).toBe(`${full}BC DE`)
    expect(line(CREDIT, `:86:${'A'.repeat(61)}`, 'BC').text).toBe(`${'A'.repeat(61)}BC`)
    expect(line(CREDIT, ':86:FACTURE', ' F2026-7').text).toBe('FACTURE F2026-7')
  })

  it('may come in several fields, and hold what looks like a tag or an end', () => {
    expect(line(CREDIT, ...['UN', 'DEUX', 'TROIS', 'QUATRE', 'CINQ', 'SIX'].map((word) => `:86:${word}`)).text).toBe(
      'UN DEUX TROIS QUATRE CINQ SIX',
    )
    expect(line(CREDIT, ':86:PAYE A 13', ':12:11', '-Nr. 7').text).toBe('PAYE A 13 :12:11 -Nr. 7')
  })

  it('after the closing balance is about the statement, not about the last line', () => {
    expect(line(CREDIT, ':86:TEXTE', ':62F:C261104EUR1120,50', ':86:RELEVE SANS FRAIS').text).toBe('TEXTE')
  })

  it('of a French bank says from whom, why and under which reference', () => {
    expect(info('VIR RECU 9876543210S DE: SARL MENUISERIE BOIS MOTIF: FACTURE F2026-0412 REF: E2E-42')).toMatchObject({
      counterparty: 'SARL MENUISERIE BOIS',
      text: 'FACTURE F2026-0412',
      bankText: 'VIR RECU 9876543210S',
      endToEndId: 'E2E-42',
    })
    expect(info('PRELEVEMENT EUROPEEN 123 DE: EDF ID: FR72ZZZ123456 MOTIF: CONTRAT 7 REF: NOTPROVIDED', DEBIT)).toMatchObject({
      counterparty: 'EDF',
      counterpartyId: 'FR72ZZZ123456',
      text: 'CONTRAT 7',
    })
    expect(info('NOTE DE: FRAIS').text).toBe('NOTE DE: FRAIS')
  })
})

describe('German parts', () => {
  it('give the posting text, the remittance, name and account', () => {
    const found = info(
      '166?00GUTSCHRIFT?10931?20EREF+E2E-42?21MREF+MDT-7?22KREF+LOT-3?23SVWZ+RECHNUNG F2026-04?2412?30BNKADEFF?31DE89370400440532013000?32ERIKA BEISPIEL UND SOEHNE G?33MBH',
    )
    expect(found).toMatchObject({
      text: 'RECHNUNG F2026-0412',
      bankText: 'GUTSCHRIFT',
      endToEndId: 'E2E-42',
      mandateId: 'MDT-7',
      paymentInformationId: 'LOT-3',
      iban: 'DE89370400440532013000',
      counterparty: 'ERIKA BEISPIEL UND SOEHNE GMBH',
      bankOperationCode: '166',
    })
  })

  it('are cut over lines wherever it falls', () => {
    const found = line(CREDIT, ':86:166?00GUTSCHRIFT?20SVWZ+RECHNUNG F2026-0412 VOM 12 OKTOBER  ?2', '1UND F2026-0413')
    expect(found.text).toBe('RECHNUNG F2026-0412 VOM 12 OKTOBER UND F2026-0413')
  })

  it('without SEPA labels are words of their own when they are short, one word when they are full', () => {
    expect(info('051?00GUTSCHRIFT?20RECHNUNG 12?21KUNDE 7').text).toBe('RECHNUNG 12 KUNDE 7')
    expect(info(`051?00GUTSCHRIFT?20${'A'.repeat(27)}?21BC`).text).toBe(`${'A'.repeat(27)}BC`)
  })

  it('go on in 60 to 63, name another owner, and the reason of a return', () => {
    expect(info('105?00LASTSCHRIFT?20SVWZ+TEIL EINS?60TEIL ZWEI ?61ABWA+KIRCHE', DEBIT)).toMatchObject({
      text: 'TEIL EINS TEIL ZWEI',
      ultimateCounterparty: 'KIRCHE',
    })
    expect(info('159?00RETOURE?20EREF+E2E-42?21MTLG:IBAN ungueltig?34901', DEBIT)).toMatchObject({
      returnReason: 'AC01',
      endToEndId: 'E2E-42',
      text: 'IBAN ungueltig',
    })
    expect(info('159?00RETOURE?34914', DEBIT)).toMatchObject({ returnReason: 'MS03', text: 'RETOURE' })
    expect(info('159?00RETOURE?34992', DEBIT)).not.toHaveProperty('returnReason')
  })

  it('of Polish banks start with another mark and no code', () => {
    expect(info('>20FAKTURA 7>32BIURO')).toMatchObject({ text: 'FAKTURA 7', counterparty: 'BIURO', bankOperationCode: 'NTRF' })
  })

  it('stand without marks too', () => {
    expect(info('EREF+E2E-42 MREF+MDT-7 CRED+FR72ZZZ123456 SVWZ+CONTRAT 7 ABWA+GROUPE ALPES', DEBIT)).toMatchObject({
      endToEndId: 'E2E-42',
      mandateId: 'MDT-7',
      counterpartyId: 'FR72ZZZ123456',
      text: 'CONTRAT 7',
      ultimateCounterparty: 'GROUPE ALPES',
    })
    expect(info('EREF+NOTPROVIDED SVWZ+X')).not.toHaveProperty('endToEndId')
  })

  it('outside SWIFT (:NS:) give remittance, name and posting text', () => {
    expect(line(CREDIT, ':NS:01FACTURE 7', '02SOLDE', '15BOIS', '16ET FILS', '17VIREMENT')).toMatchObject({
      text: 'FACTURE 7 SOLDE',
      counterparty: 'BOIS ET FILS',
      bankText: 'VIREMENT',
    })
  })
})

describe('tags between slashes', () => {
  it('name who ordered a credit and whom a debit paid', () => {
    const both = `/EREF/E2E-42/ORDP//NAME/CLIENT FAUCHE/IBAN/${CUSTOMER}/BENM//NAME/NOUS-MEMES/REMI/FACTURE F2026-7`
    expect(info(both)).toMatchObject({ counterparty: 'CLIENT FAUCHE', iban: CUSTOMER, endToEndId: 'E2E-42', text: 'FACTURE F2026-7' })
    expect(info(both, DEBIT)).toMatchObject({ counterparty: 'NOUS-MEMES' })
    expect(info(both, ':61:2611031103RC120,50NTRFNONREF')).toMatchObject({ counterparty: 'CLIENT FAUCHE', reversal: true })
    expect(info('/ORDP/CLIENT FAUCHE/REMI/X')).toMatchObject({ counterparty: 'CLIENT FAUCHE' })
    expect(info('/BENM//NAME/NOUS-MEMES/REMI/X')).not.toHaveProperty('counterparty')
  })

  it('give mandate, creditor, reason of a return, and who stands behind', () => {
    expect(
      info('/TRTP/SEPA INCASSO/EREF/E2E-42/MARF/MDT-7/CSID/NL72ZZZ123456780000/NAME/EDF/REMI/CONTRAT 7/ULTC/ENEDIS', DEBIT),
    ).toMatchObject({
      bankText: 'SEPA INCASSO',
      mandateId: 'MDT-7',
      counterpartyId: 'NL72ZZZ123456780000',
      counterparty: 'EDF',
      text: 'CONTRAT 7',
      ultimateCounterparty: 'ENEDIS',
    })
    expect(info('/EREF/E2E-42/RTRN/MD06/REMI/X', DEBIT)).toMatchObject({ returnReason: 'MD06' })
  })

  it('of ING say whether a remittance is free or a reference, and the other side in one', () => {
    expect(info(`/EREF/E2E//CNTP/${CUSTOMER}/BNPAFRPP/SARL BOIS/LYON//REMI/USTD//F2026-7/`)).toMatchObject({
      text: 'F2026-7',
      counterparty: 'SARL BOIS',
      iban: CUSTOMER,
    })
    expect(info('/REMI/STRD/CUR/RF18539007547034/')).toMatchObject({
      text: 'RF18539007547034',
      remittanceReferences: ['RF18539007547034'],
    })
  })

  it('a slash in a free text is no tag', () => {
    expect(info('FACTURES 12/ID/7 ET 13').text).toBe('FACTURES 12/ID/7 ET 13')
  })

  it('an IBAN with a wrong key, or our own, is nobody', () => {
    expect(info('/ORDP//NAME/X/IBAN/FR7630006000011234567890188/REMI/Y')).not.toHaveProperty('iban')
    expect(info(`/ORDP//NAME/X/IBAN/${OWN}/REMI/Y`)).not.toHaveProperty('iban')
  })
})
