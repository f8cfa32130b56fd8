export { allocate, type AllocationWish, undoAllocation } from './allocate.ts'
export { type AllocationFacts, allocationMade, allocationUndone, type Evidence, invoiceSettled } from './events.ts'
export { openDocument } from './follow.ts'
export { allocationsInForce, insertItems, type Item, itemsAbout, openItems, openOnInvoice } from './store.ts'
