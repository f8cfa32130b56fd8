/** The draft: paper at left, edited in place; facts at right; one primary button. */
import { Anchor, Textarea } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { StatusBadge } from '#ui/status'
import classes from '../document.module.css'
import { DraftFacts } from '../facts/draft-facts.tsx'
import { useLogo } from '../logo.tsx'
import { PaymentWords } from '../paper/payment-words.tsx'
import { Sheet } from '../paper/sheet.tsx'
import { documentTexts } from '../texts-document.ts'
import { ConflictBanner } from './conflict-banner.tsx'
import { CustomerField } from './customer-field.tsx'
import { DraftActions } from './draft-actions.tsx'
import { DraftState } from './draft-state.tsx'
import { DraftTotals } from './draft-totals.tsx'
import { FactFields } from './fact-fields.tsx'
import fieldClasses from './fields.module.css'
import { focusLine } from './focus.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { LineRows } from './line-rows.tsx'
import { TermsField } from './terms-field.tsx'
import { type DraftProps, useDraft } from './use-draft.tsx'
import { useIssue } from './use-issue.tsx'

export function DraftEditor(props: DraftProps) {
  const texts = useTexts(documentTexts)
  const draft = useDraft(props)
  const [isNew] = useState(!props.invoice)
  const issue = useIssue(draft)
  const logo = useLogo()
  const { company } = props
  const title = draft.kind === 'credit_note' ? texts.draftCreditNote : isNew ? texts.newInvoice : texts.draftInvoice
  useDocumentTitle(`${title} · Encours`)
  usePageKeys([{ key: 'n', label: texts.addLine, run: draft.addAtEnd }])
  useIssueKey(() => void issue.ask())
  if (!draft.paper) return null
  const firstLine = () => focusLine(draft.values.lines[0]?.key ?? '', 'name')
  const credited = draft.invoice?.creditedInvoice
  return (
    <>
      <div className={classes.head}>
        <PageHeader
          title={title}
          back={
            <Anchor component={Link} to={`/${company}/factures`} size="xs">
              {texts.backToList}
            </Anchor>
          }
          status={
            <>
              <StatusBadge meaning="draft">{texts.draft}</StatusBadge>
              <DraftState progress={draft.saving.progress} />
            </>
          }
          actions={<DraftActions draft={draft} issue={issue} company={company} />}
        />
      </div>
      {draft.saving.progress === 'conflict' && <ConflictBanner onResolve={draft.saving.resolve} />}
      <div className={classes.page}>
        <Sheet
          kind={draft.kind}
          number={null}
          paper={draft.paper}
          logo={logo}
          buyer={<CustomerField draft={draft} onNext={firstLine} />}
          facts={<FactFields draft={draft} />}
          lines={<LineRows draft={draft} />}
          note={
            <NoteField
              value={draft.values.note}
              label={credited ? texts.creditReason : texts.message}
              onChange={(note) => draft.change({ note })}
            />
          }
          payment={
            draft.kind === 'invoice' && (
              <PaymentWords paper={draft.paper} instalments={draft.invoice?.instalments ?? []}>
                <TermsField draft={draft} />
              </PaymentWords>
            )
          }
          totals={<DraftTotals draft={draft} />}
          mentions={draft.invoice?.mentions ?? []}
        />
        <aside className={classes.facts} aria-label={texts.factsOfDocument}>
          <DraftFacts draft={draft} company={company} />
        </aside>
      </div>
      <IssueDialog draft={draft} issue={issue} />
    </>
  )
}

function NoteField({ label, onChange, value }: { label: string; value: string; onChange: (value: string) => void }) {
  const texts = useTexts(documentTexts)
  const [focused, setFocused] = useState(false)
  return (
    <Textarea
      variant="unstyled"
      autosize
      minRows={focused || value !== '' ? 2 : 1}
      classNames={{ input: fieldClasses.area ?? '' }}
      data-field="note"
      aria-label={label}
      placeholder={texts.messageExample}
      maxLength={2000}
      value={value}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Ctrl+Enter issues, from anywhere on the page: also from within a field, where page keys are not heard. */
function useIssueKey(run: () => void): void {
  const issue = useEffectEvent(run)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      issue()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
