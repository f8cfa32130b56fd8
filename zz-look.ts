import { createApplication } from './src/app/application.ts'
import { aCustomer, anIssuedInvoice } from './src/app/samples.ts'
import { openTestApi } from './src/app/test-api.ts'
import { openTestServer } from './src/platform/db/test-database.ts'
import { createHttp, listen } from './src/platform/http.ts'
import { problems } from './src/app/sentences.ts'
import { silentLog } from './src/platform/log.ts'
import { writeFileSync } from 'node:fs'
const server = await openTestServer()
const api: any = await openTestApi(server.address, { at: '2026-02-10T09:00:00Z' })
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" rx="6" fill="#7a4b1f"/><text x="12" y="27" font-size="20" fill="#fff" font-family="sans-serif">Brocéliande</text></svg>'
await api.database.owner.updateTable('companies').set({ accent_color: '#7a4b1f', phone: '02 99 00 00 00', logo: Buffer.from(svg), logo_media_type: 'image/svg+xml', legal_form: 'SARL' }).where('id','=',api.company.id).execute()
await api.call('PUT', '/dunning/settings', { enabled: true, delayDays: 7 })
const send = async (c: string, extra: any = {}) => { const d: any = await api.call('POST','/invoices',{ customerId: c, lines: [{ name: 'Porte en chêne massif, huisserie et quincaillerie comprises', nature: 'goods', quantity: '2', unitPrice: '450', vatCode: 'FR_20' },{ name: 'Pose', nature:'service', quantity:'3.5', unit:'HUR', unitPrice:'52', vatCode:'FR_20' }], ...extra }); const i: any = await api.call('POST',`/invoices/${d.body.id}/issue`,{ send: true }); if (i.status!==200) throw new Error(JSON.stringify(i.body)); return i.body }
const urls: Record<string,string> = {}
const link = async (name: string, id: string) => { urls[name] = new URL((await api.call('GET',`/invoices/${id}/link`)).body.url).pathname }
const c1 = await aCustomer(api); const late = await send(c1); await send(c1); await link('late', late.id)
const c2 = await aCustomer(api, { name: 'Whitby Timber Ltd', language: 'en' }); const en = await send(c2); await link('english', en.id)
const c3 = await aCustomer(api, { name: 'Mairie de Paimpont' }); await api.database.owner.updateTable('customer_contacts').set({ email: '' }).where('customer_id','=',c3).execute(); const d3: any = await anIssuedInvoice(api, c3)
api.clock.moveTo('2026-03-11T09:00:00Z')
const c4 = await aCustomer(api, { name: 'Ébénisterie Kermarrec' }); const paid = await send(c4); await api.call('POST','/payments',{customerId:c4,paidOn:'2026-03-11',amount:paid.total,allocate:[{invoiceId:paid.id,amount:paid.total}]}); await link('paid', paid.id)
const inst = await send(c4, { paymentTerms: [{ part:'percent', basisPoints:3000, term:{base:'issue',days:0,endOfMonth:'none'}},{ part:'rest', term:{base:'issue',days:45,endOfMonth:'none'}}] }); await api.call('POST','/payments',{customerId:c4,paidOn:'2026-03-11',amount:'100',allocate:[{invoiceId:inst.id,amount:'100'}]}); await link('instalments', inst.id)
const note: any = await api.call('POST',`/invoices/${paid.id}/credit`,{}); const n: any = await api.call('POST',`/invoices/${note.body.id}/issue`,{ send: true }); await link('credit', n.body?.id ?? note.body.id)
const c5 = await aCustomer(api, { name: 'SCI des Forges de Paimpont et du Val sans Retour' });
api.clock.moveTo('2026-03-14T09:00:00Z')
api.clock.moveTo('2026-03-24T09:00:00Z')
await api.application.jobs['dunning.run']({})
await api.runJobs()
const failed = await send(c5)
await api.database.owner.updateTable('mail_messages').set({ state: 'failed', attempts: 10, last_error: '550 5.1.1 Unknown user' }).where('invoice_id','=',failed.id).execute()
api.clock.moveTo('2026-04-28T09:00:00Z')
const http = createHttp({ api: api.application.api.handler, identify: async () => ({ actor: { kind:'person', id: api.company.ownerId, name:'Maud Le Goff' }, personId: api.company.ownerId, companyId: api.company.id, companyRefused: false, may: () => true }), problems, log: silentLog })
http.get('/mails/:kind', async (c) => { const rows = await api.database.owner.selectFrom('mail_messages').selectAll().where('kind','=',c.req.param('kind')).orderBy('created_at').execute(); const m: any = rows[Number(c.req.query('n') ?? 0)]; return c.req.query('text') ? c.text(m.subject+'\n\n'+m.text) : c.html(m.html) })
http.route('/', api.application.portal)
const l = await listen(http, { port: 4777, host: '127.0.0.1' })
writeFileSync('/tmp/portal-look/urls.json', JSON.stringify(urls))
console.log('ready', l.port, urls)
process.on('SIGTERM', async () => { await l.close(); await api.close(); await server.close(); process.exit(0) })
