/**
 * What follows from what, inside the same transaction, in this order. The whole behaviour of the house in one list: a newcomer reads it
 * from top to bottom.
 */
import { companyFounded } from '#company'
import { invoiceIssued, invoiceSendWished } from '#invoices'
import {
  letterClosed,
  letterReversed,
  postBankOperation,
  postBankOperationBack,
  postCollection,
  postCollectionEnd,
  postDocument,
  postPayment,
  postPaymentReversal,
  postVatOnReceipt,
  reverseVatOnReceipt,
  unletter,
} from '#ledger'
import { paymentRecorded, paymentReversed } from '#payments'
import { makeOwner } from '#people'
import { type Reaction, when } from '#platform/events'
import { mailInvoice, type Outgoing } from '#portal'
import { allocationMade, allocationUndone, openDocument } from '#receivables'
import { lineBooked, lineBroughtBack, lookBack, mailQuestion, paymentCollected, paymentUncollected, questionAsked } from '#reconciliation'

export const createReactions = (outgoing: Outgoing): readonly Reaction[] => [
  when(companyFounded, makeOwner),

  // A document is booked first, so that the VAT of a credit put at once against its invoice finds it in the books.
  when(invoiceIssued, postDocument),
  when(invoiceIssued, openDocument),
  // Money may be there already.
  when(invoiceIssued, lookBack),
  when(invoiceSendWished, mailInvoice(outgoing)),

  when(questionAsked, mailQuestion(outgoing)),

  when(paymentRecorded, postPayment),
  when(paymentReversed, postPaymentReversal),
  // A cheque, a card payout or cash reaches the account.
  when(paymentCollected, postCollection),
  when(paymentUncollected, postCollectionEnd),

  // Money on the bank that is no customer's.
  when(lineBooked, postBankOperation),
  when(lineBroughtBack, postBankOperationBack),

  // VAT of services falls due when the customer pays (CGI 269-2 c), and waits again when the payment is taken back.
  when(allocationMade, postVatOnReceipt),
  when(allocationUndone, reverseVatOnReceipt),

  // What an allocation closes on both sides, with all it is linked to, is lettered; what opens again is so no more.
  when(allocationMade, letterClosed),
  when(allocationUndone, unletter),
  when(paymentReversed, letterReversed),
]
