import { openTestServer } from '../src/platform/db/test-database.ts'
import { createApplication } from '../src/app/application.ts'
import { fillSampleCompany } from '../src/app/fill-world.ts'
import { systemClock } from '../src/platform/clock.ts'
import { silentLog } from '../src/platform/log.ts'
import { localMailer } from '../src/platform/smtp.ts'
import { verifyAll } from '../src/app/verify.ts'
const server = await openTestServer()
const t = await server.createDatabase()
const app = createApplication({ database: t.database, clock: systemClock, log: silentLog, secret: Buffer.alloc(32,1), publicUrl: 'http://x', mail: { mailer: localMailer, fromAddress: 'a@b.c' } })
try {
  const cpu = process.cpuUsage()
  const r = await fillSampleCompany(app, () => {})
  const c = process.cpuUsage(cpu)
  console.log(r, c.user/1e6, c.system/1e6)
  const v0 = performance.now()
  console.log(JSON.stringify(await verifyAll(t.database), (k,v)=> typeof v==='bigint'?String(v):v), performance.now()-v0)
} finally { await t.drop(); await server.close() }
