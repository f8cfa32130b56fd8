import { sampleInvoice } from '../src/einvoice/fixtures/sample-invoice.ts'
import { drawInvoice, epcPayload } from '../src/templates/index.ts'
import { qrPicture } from '../src/templates/qr.ts'
const inv = sampleInvoice()
const xml = new TextEncoder().encode('<x/>'.repeat(2000))
const qr = epcPayload({ name: 'Atelier', iban: 'FR7630006000011234567890189', amountCents: '1200.00', remittance: 'F2026-00001' })
function run(n: number, withQr: boolean) {
  const c = process.cpuUsage(); const t=performance.now()
  let size=0
  for (let i=0;i<n;i++) size = drawInvoice({ invoice: { ...inv, number: 'F2026-'+String(i).padStart(5,'0') }, instalments: [], look: { accentColor: '#1f5f5b' }, locale: 'fr', xml, ...(withQr?{qr: qr.replace('00001', String(i).padStart(5,'0'))}:{}), at: new Date(1.7e12+i*1000) }).length
  const d = process.cpuUsage(c); console.log(n, withQr, 'cpu ms each', ((d.user+d.system)/1e3/n).toFixed(2), 'wall', ((performance.now()-t)/n).toFixed(2), size)
}
run(5,true); run(50,false); run(50,true)
const c = process.cpuUsage(); for (let i=0;i<50;i++) qrPicture(qr.replace('00001', String(i).padStart(5,'0'))); const d=process.cpuUsage(c); console.log('qr', (d.user/1e3/50).toFixed(2))
