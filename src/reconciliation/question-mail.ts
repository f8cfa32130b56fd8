/** Mails a question on a bank line to who is to answer it, in their language, with the way to the line. */
import { findLine } from '#banking'
import { loadCompany } from '#company'
import { toCents } from '#core/money'
import { formatDay, formatMoney, textsOf } from '#core/text'
import { enqueueMail, layoutMail, mailSender } from '#mail'
import { type Colleague, colleaguesIn, may } from '#people'
import type { WriteContext } from '#platform/context'
import type { DomainEvent } from '#platform/events'
import type { QuestionAsked } from './events.ts'
import { isExpectedOf } from './rules/index.ts'
import { questionMailTexts } from './texts.ts'
import { findQuestion } from './waiting-store.ts'

export function mailQuestion({ publicUrl }: { readonly publicUrl: string }) {
  return async (context: WriteContext, { facts }: DomainEvent<QuestionAsked>): Promise<void> => {
    const [question, line, company] = [
      await findQuestion(context, facts.questionId),
      await findLine(context, facts.lineId),
      await loadCompany(context),
    ]
    if (!question || !line) throw new Error('a question is asked on a line')
    const asked = { askedBy: question.asked_by, askedOf: question.asked_of }
    const isAsked = ({ id, role }: Colleague): boolean => isExpectedOf({ personId: id, mayMatch: may(role, 'reconciliation:write') }, asked)
    for (const { email, language: locale } of (await colleaguesIn(context)).filter(isAsked)) {
      const words = textsOf(questionMailTexts, locale)
      const amount = formatMoney(toCents(line.amount_cents), locale)
      const letter = layoutMail({
        locale,
        subject: words.subject(question.asked_by_name, amount),
        sender: mailSender(company),
        blocks: [
          { kind: 'paragraph', text: words.asks(question.asked_by_name, amount) },
          { kind: 'paragraph', text: question.question },
          {
            kind: 'facts',
            rows: [
              { label: words.bookedOn, value: formatDay(line.booked_on, locale, 'long') },
              ...(line.counterparty === null ? [] : [{ label: words.payer, value: line.counterparty }]),
              { label: words.label, value: line.text },
            ],
          },
          { kind: 'button', label: words.answer, href: `${publicUrl}/${company.slug}/banque?panel=${line.id}` },
        ],
      })
      await enqueueMail(context, { kind: 'question', to: [email], ...letter })
    }
  }
}
