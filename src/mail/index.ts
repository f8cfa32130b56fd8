export { enqueueMail, type NewMail } from './enqueue.ts'
export { type MailSettings, sendMail } from './send.ts'
