import { refusals } from './texts.ts'

export { enqueueMail, type NewMail } from './enqueue.ts'
export type { MailBlock } from './blocks.ts'
export { layoutMail, mailSender } from './layout.ts'
export { createMailOperations } from './operations.ts'
export { type MailSettings, sendMail } from './send.ts'

export const mailTexts = { refusals }
