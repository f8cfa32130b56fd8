import { refusals } from './texts.ts'

export { enqueueMail, type NewMail } from './enqueue.ts'
export { layoutMail, type MailBlock, type MailDraft, type MailRow, mailSender } from './layout.ts'
export { createMailOperations } from './operations.ts'
export { type MailSettings, sendMail } from './send.ts'

export const mailTexts = { refusals }
