/** The main job, in the order a person does it; last, every page is looked at with all that has happened in it. */
import type { Journey } from '../harness/stage.ts'
import { balance } from './balance.ts'
import { bank, csv } from './bank.ts'
import { bankWaiting } from './bank-waiting.ts'
import { bankRules } from './bank-rules.ts'
import { credit } from './credit.ts'
import { english } from './english.ts'
import { guidedStart } from './guided-start.ts'
import { hosted } from './hosted.ts'
import { invoice } from './invoice.ts'
import { issued } from './issued.ts'
import { looks } from './looks.ts'
import { longStatement } from './long-statement.ts'
import { payment } from './payment.ts'
import { people } from './people.ts'
import { reminders } from './reminders.ts'
import { shortPayment } from './short-payment.ts'
import { verdict } from './verdict.ts'

export const journeys: readonly Journey[] = [
  guidedStart,
  invoice,
  issued,
  hosted,
  bank,
  csv,
  shortPayment,
  bankWaiting,
  bankRules,
  longStatement,
  payment,
  balance,
  credit,
  reminders,
  verdict,
  people,
  english,
  looks,
]
