import { type Cents, moneyText, negate } from '#core/money'
import type { Account, Balance, LineDetail, Operation, Statement, StatementLine } from '../model.ts'

export type CamtVersion = '02' | '08'

export type WriteOptions = {
  readonly version?: CamtVersion
  /** `2026-11-21T06:00:00`: by default the morning of the last day of the statement. */
  readonly createdAt?: string
}

const MAX_REMITTANCE = 140
const MAX_REFERENCE = 35

/**
 * A statement as the camt.053.001.02 or .08 that a bank would send: for samples, demonstrations and tests. Valid by its XSD as long as the
 * statement has its balances. Texts longer than the format allows are split over several `Ustrd`.
 */
export function writeCamt053(statement: Statement, options: WriteOptions = {}): string {
  const version = options.version ?? '02'
  const createdAt = options.createdAt ?? `${statement.to ?? statement.closing?.on ?? '2000-01-01'}T06:00:00`
  const id = (statement.id ?? `${statement.account.iban ?? statement.account.other ?? 'STMT'}-${statement.to ?? ''}`).slice(
    0,
    MAX_REFERENCE,
  )
  const { from, to, opening, closing } = statement
  const body = [
    leaf('Id', id),
    leaf('ElctrncSeqNb', statement.sequence),
    leaf('CreDtTm', createdAt),
    from && to && node('FrToDt', leaf('FrDtTm', `${from}T00:00:00`), leaf('ToDtTm', `${to}T23:59:59`)),
    accountXml(statement.account),
    opening && balanceXml('OPBD', opening, from ?? to),
    closing && balanceXml('CLBD', closing, to ?? from),
    ...statement.lines.map((line) => entryXml(line, version)),
  ]
  const header = node('GrpHdr', leaf('MsgId', id), leaf('CreDtTm', createdAt))
  const message = node('BkToCstmrStmt', header, node('Stmt', ...body))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">${message}</Document>\n`
}

/** Absent when empty, undefined or false. */
type Xml = string | undefined | false

const node = (name: string, ...children: readonly Xml[]): string => `<${name}>${children.filter(Boolean).join('')}</${name}>`
const leaf = (name: string, text: string | undefined): Xml => text !== undefined && text !== '' && `<${name}>${escaped(text)}</${name}>`
const branch = (name: string, ...children: readonly Xml[]): Xml => children.some(Boolean) && node(name, ...children)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const magnitude = (cents: Cents): string => moneyText(cents < 0n ? negate(cents) : cents)
const amountXml = (cents: Cents, currency: string): string => `<Amt Ccy="${escaped(currency)}">${magnitude(cents)}</Amt>`
const sideXml = (cents: Cents): Xml => leaf('CdtDbtInd', cents < 0n ? 'DBIT' : 'CRDT')

function accountXml(account: Account): string {
  const id = account.iban === undefined ? node('Othr', leaf('Id', account.other ?? 'UNKNOWN')) : leaf('IBAN', account.iban)
  return node('Acct', node('Id', id), leaf('Ccy', account.currency))
}

function balanceXml(type: string, balance: Balance, day: string | undefined): string {
  const on = balance.on ?? day ?? '2000-01-01'
  return node(
    'Bal',
    node('Tp', node('CdOrPrtry', leaf('Cd', type))),
    amountXml(balance.amountCents, balance.currency),
    sideXml(balance.amountCents),
    node('Dt', leaf('Dt', on)),
  )
}

function entryXml(line: StatementLine, version: CamtVersion): string {
  const credit = line.amountCents >= 0n
  const transactions = line.details.length > 0 ? line.details : [{ ...line, reference: undefined, amountCents: undefined }]
  const batch =
    line.batchSize !== undefined && node('Btch', leaf('PmtInfId', line.paymentInformationId), leaf('NbOfTxs', String(line.batchSize)))
  return node(
    'Ntry',
    leaf('NtryRef', line.entryReference),
    amountXml(line.amountCents, line.currency),
    sideXml(line.amountCents),
    line.reversal && leaf('RvslInd', 'true'),
    version === '02' ? leaf('Sts', 'BOOK') : node('Sts', leaf('Cd', 'BOOK')),
    node('BookgDt', leaf('Dt', line.bookedOn)),
    line.valueOn && node('ValDt', leaf('Dt', line.valueOn)),
    leaf('AcctSvcrRef', line.reference?.slice(0, MAX_REFERENCE)),
    operationCodeXml(line),
    node('NtryDtls', batch, ...transactions.map((transaction) => transactionXml(transaction, { credit, line, version }))),
    leaf('AddtlNtryInf', line.details.length > 0 ? line.text : line.bankText),
  )
}

function operationCodeXml(line: StatementLine): string {
  const [domain, family, subFamily] = line.operationCode?.split('/') ?? []
  const code =
    domain !== undefined &&
    node('Domn', leaf('Cd', domain), node('Fmly', leaf('Cd', family ?? 'NTAV'), leaf('SubFmlyCd', subFamily ?? 'NTAV')))
  return node('BkTxCd', code, line.bankOperationCode !== undefined && node('Prtry', leaf('Cd', line.bankOperationCode)))
}

type EntrySide = { readonly credit: boolean; readonly line: StatementLine; readonly version: CamtVersion }
type Transaction = Omit<LineDetail, 'reference' | 'amountCents'> & {
  readonly reference?: string | undefined
  readonly amountCents?: Cents | undefined
}

function transactionXml(transaction: Transaction, { credit, line, version }: EntrySide): string {
  const own = line.details.length === 0
  const reference = transaction.reference?.slice(0, MAX_REFERENCE)
  const references = branch(
    'Refs',
    leaf('AcctSvcrRef', reference),
    leaf('PmtInfId', transaction.paymentInformationId),
    leaf('EndToEndId', transaction.endToEndId?.slice(0, MAX_REFERENCE)),
    leaf('MndtId', transaction.mandateId?.slice(0, MAX_REFERENCE)),
  )
  const cents = transaction.amountCents
  const currency = transaction.currency ?? line.currency
  const original = transaction.original && node('InstdAmt', amountXml(transaction.original.amountCents, transaction.original.currency))
  const amount = cents !== undefined && amountXml(cents, currency)
  const details = version === '02' ? branch('AmtDtls', original, amount && node('TxAmt', amount)) : branch('AmtDtls', original)
  const returned = line.reversal || transaction.returnReason !== undefined
  return node(
    'TxDtls',
    references,
    version === '08' && amount,
    version === '08' && cents !== undefined && sideXml(cents),
    details,
    partiesXml(transaction, credit === returned ? 'Cdtr' : 'Dbtr', version),
    remittanceXml(transaction),
    transaction.returnReason !== undefined && node('RtrInf', node('Rsn', leaf('Cd', transaction.returnReason))),
    leaf('AddtlTxInf', own ? undefined : transaction.bankText),
  )
}

/** The elements stand in the order of the schema: debtor, its account, ultimate debtor, then the creditor's. */
function partiesXml(
  transaction: Pick<Operation, 'counterparty' | 'iban' | 'ultimateCounterparty'>,
  role: 'Dbtr' | 'Cdtr',
  version: CamtVersion,
): Xml {
  const named = (element: string, name: string | undefined): Xml =>
    name !== undefined && node(element, version === '02' ? leaf('Nm', name) : node('Pty', leaf('Nm', name)))
  return branch(
    'RltdPties',
    named(role, transaction.counterparty),
    transaction.iban !== undefined && node(`${role}Acct`, node('Id', leaf('IBAN', transaction.iban))),
    named(`Ultmt${role}`, transaction.ultimateCounterparty),
  )
}

function remittanceXml(transaction: Pick<Operation, 'text' | 'remittanceReferences'>): Xml {
  const structured = transaction.remittanceReferences?.map((reference) =>
    node('Strd', node('CdtrRefInf', leaf('Ref', reference.slice(0, MAX_REFERENCE)))),
  )
  return branch('RmtInf', ...piecesOf(transaction.text).map((piece) => leaf('Ustrd', piece)), ...(structured ?? []))
}

/** Cut at blanks, so that reading the pieces gives the same text again. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > MAX_REMITTANCE) {
    const blank = rest.lastIndexOf(' ', MAX_REMITTANCE)
    const end = blank > 0 ? blank : MAX_REMITTANCE
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}
