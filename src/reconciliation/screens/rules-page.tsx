/** The rules of the company for bank lines, in the order they are tried. */
import { ActionIcon, Alert, Anchor, Button, Group, Switch } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconListCheck, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '#core/text'
import { confirm } from '#ui/confirm'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone } from '#ui/notify'
import { PageHeader } from '#ui/page-header'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { EmptyState, LoadingSkeleton, RefusedState } from '#ui/states'
import { StatusBadge } from '#ui/status'
import { type BankAccount, banking, reconciliation, type Rule, touchedByMatching } from './api.tsx'
import { rulesRoute } from './routes.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { conditionsOf, outcomeOf } from './rule-words.tsx'
import { draftOfRule, emptyRule, ruleOn } from './rules/rule-draft.ts'
import { suggestedRule } from './rules/suggested-rule.ts'
import classes from './rules-page.module.css'
import { operationTexts } from './texts-operations.ts'

/** What stands in the address while a rule is written from nothing. */
const NEW = 'nouvelle'

export function RulesPage() {
  const texts = useTexts(operationTexts)
  const { company } = rulesRoute.useParams()
  const { ligne, regle } = rulesRoute.useSearch()
  const navigate = rulesRoute.useNavigate()
  const mayWrite = useCan('reconciliation:write')
  const query = useQuery(reconciliation.rules.queryOptions())
  const accounts = useQuery(banking.accounts.queryOptions())
  const summary = useQuery(reconciliation.summary.queryOptions())
  const line = useQuery(reconciliation.line.queryOptions({ input: { lineId: ligne ?? '' }, enabled: ligne !== undefined }))
  const open = (id: string | undefined) => void navigate({ search: id === undefined ? {} : { regle: id }, replace: true })
  const apply = useApply()
  if (query.isPending) return <LoadingSkeleton shape="list" rows={5} />
  if (query.isError) return <RefusedState error={query.error} onRetry={() => void query.refetch()} />
  const { rules } = query.data
  const edited = rules.find(({ id }) => id === regle)
  const [part, another] = line.data?.booking?.parts ?? []
  const account = part && !another ? { account: part.account, label: part.accountLabel } : undefined
  const draft = edited
    ? draftOfRule(edited)
    : line.data
      ? { ...emptyRule, ...suggestedRule(line.data), ...ruleOn(account, account && part ? part.vatRate : null) }
      : emptyRule
  const writing = mayWrite && (edited !== undefined || regle === NEW || line.data !== undefined)
  const saved = (ruleId: string, waiting: number) => {
    open(undefined)
    const offer = { label: texts.applyNow(waiting), run: () => apply.save({ ruleId }) }
    notifyDone(texts.ruleSaved, waiting > 0 ? offer : undefined)
  }
  const newRule = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open(NEW)}>
      {texts.newRule}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={texts.rules}
        back={
          <Anchor component={Link} to={`/${company}/banque`}>
            {texts.backToBank}
          </Anchor>
        }
        summary={texts.rulesSummary}
        actions={rules.length > 0 && newRule}
      />
      {rules.length > 0 && summary.data?.automatic === 'off' && (
        <Alert color="gray" mb="md">
          {texts.waitsAnyway}
        </Alert>
      )}
      {rules.length === 0 ? (
        <EmptyState
          icon={IconListCheck}
          sentence={texts.noRule}
          action={newRule}
          example={
            <Anchor component={Link} to={`/${company}/banque?view=out`}>
              {texts.toBank}
            </Anchor>
          }
        />
      ) : (
        <ol className={classes.rules} aria-label={texts.rules}>
          {rules.map((rule, place) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              place={place}
              count={rules.length}
              accounts={accounts.data?.accounts ?? []}
              mayWrite={mayWrite}
              onEdit={() => open(rule.id)}
            />
          ))}
        </ol>
      )}
      {writing && (
        <RuleDialog rule={edited} draft={draft} accounts={accounts.data?.accounts ?? []} onClose={() => open(undefined)} onSaved={saved} />
      )}
    </>
  )
}

function useApply() {
  const texts = useTexts(operationTexts)
  return useSave(reconciliation.applyRule.mutationOptions(), {
    refreshes: touchedByMatching,
    onSaved: ({ goesOn, lines }) => notifyDone([texts.applied(lines), ...(goesOn ? [texts.goesOn] : [])].join(' ')),
  })
}

type RowProps = {
  rule: Rule
  place: number
  count: number
  accounts: readonly BankAccount[]
  mayWrite: boolean
  onEdit: () => void
}

function RuleRow({ accounts, count, mayWrite, onEdit, place, rule }: RowProps) {
  const texts = useTexts(operationTexts)
  const locale = useLocale()
  const refreshes = [reconciliation.key()]
  const apply = useApply()
  const move = useSave(reconciliation.moveRule.mutationOptions(), { refreshes })
  const toggle = useSave(reconciliation.switchRule.mutationOptions(), { refreshes })
  const remove = useSave(reconciliation.deleteRule.mutationOptions(), { refreshes })
  const ruleId = rule.id
  const askRemove = async () => {
    const question = { title: texts.deleteTitle(rule.name), explanation: texts.deleteExplanation, undoable: false, verb: texts.deleteRule }
    if (await confirm({ ...question, dangerous: true })) remove.save({ ruleId })
  }
  return (
    <li className={classes.rule} data-off={!rule.active || undefined} aria-label={rule.name}>
      <div className={classes.order}>
        <span className={classes.place}>{place + 1}</span>
        {mayWrite && count > 1 && (
          <>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={texts.moveUp(rule.name)}
              disabled={place === 0 || move.saving}
              onClick={() => move.save({ ruleId, towards: 'up' })}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={texts.moveDown(rule.name)}
              disabled={place === count - 1 || move.saving}
              onClick={() => move.save({ ruleId, towards: 'down' })}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
      <div className={classes.words}>
        <h2 className={classes.name}>
          {rule.name}
          {!rule.active && <StatusBadge meaning="draft">{texts.off}</StatusBadge>}
        </h2>
        <p className={classes.sentence}>{conditionsOf(rule, accounts, locale)}</p>
        <p className={classes.outcome}>→ {outcomeOf(rule, locale)}</p>
        <Applications rule={rule} mayWrite={mayWrite} />
        {mayWrite && (
          <Group gap="xs" mt="xs">
            {rule.active && (
              <Button variant="default" size="compact-md" loading={apply.saving} onClick={() => apply.save({ ruleId })}>
                {texts.apply}
              </Button>
            )}
            <Button variant="subtle" size="compact-md" aria-label={texts.editRuleOf(rule.name)} onClick={onEdit}>
              {texts.editRule}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={texts.deleteRuleOf(rule.name)}
              loading={remove.saving}
              onClick={() => void askRemove()}
            >
              {texts.deleteRule}
            </Button>
          </Group>
        )}
      </div>
      {mayWrite && (
        <Switch
          aria-label={texts.active(rule.name)}
          checked={rule.active}
          disabled={toggle.saving}
          onChange={(event) => toggle.save({ ruleId, active: event.currentTarget.checked })}
        />
      )}
    </li>
  )
}

function Applications({ mayWrite, rule }: { mayWrite: boolean; rule: Rule }) {
  const texts = useTexts(operationTexts)
  const locale = useLocale()
  const undo = useSave(reconciliation.undoRuleApplication.mutationOptions(), {
    refreshes: touchedByMatching,
    onSaved: ({ broughtBack, changed, goesOn }) =>
      notifyDone([texts.undone(broughtBack, changed), ...(goesOn ? [texts.goesOn] : [])].join(' ')),
  })
  const ask = async (applicationId: string, inForce: number) => {
    const question = {
      title: texts.undoTitle(rule.name, inForce),
      explanation: texts.undoExplanation,
      undoable: false,
      verb: texts.undoVerb,
    }
    if (await confirm(question)) undo.save({ applicationId })
  }
  if (rule.applications.length === 0) return null
  return (
    <ul className={classes.applications} aria-label={texts.applications}>
      {rule.applications.map((application) => (
        <li key={application.id}>
          <span>
            {formatInstant(application.madeAt, locale)}, {texts.occasions[application.occasion]} ·{' '}
            {texts.application(application.lines, application.undone ? application.lines : application.inForce)} ·{' '}
            <Money value={application.amount} />
          </span>
          {application.undone ? (
            <StatusBadge meaning="draft">{texts.applicationUndone}</StatusBadge>
          ) : (
            mayWrite &&
            application.inForce > 0 && (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={undo.saving}
                onClick={() => void ask(application.id, application.inForce)}
              >
                {texts.undoApplication}
              </Button>
            )
          )}
        </li>
      ))}
    </ul>
  )
}
