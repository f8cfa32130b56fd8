import { refusals } from './texts.ts'

export { type HostedLinks, hostedLinks, type LinkSettings, type Outgoing } from './links.ts'
export { mailInvoice } from './mail-invoice.ts'
export { createPortalOperations } from './operations.ts'
export { createPortalRoutes, type PortalParts } from './routes.ts'

export const portalTexts = { refusals }
