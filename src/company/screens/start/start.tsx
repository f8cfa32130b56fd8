/** The four steps after the founding. Each can wait; the last ends on a new invoice. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#ui/locale'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { type Company, invoices, useCompany } from '../api.tsx'
import { LookPart } from '../look-part.tsx'
import { NumberingPart } from '../numbering-part.tsx'
import { PaymentPart } from '../payment-part.tsx'
import { startRoute, type Step, STEPS } from '../routes.tsx'
import { FirstCustomer } from './first-customer.tsx'
import { StartFrame } from './start-frame.tsx'
import { startTexts } from './texts.ts'

export function StartPage() {
  const { etape = 'apparence' } = startRoute.useSearch()
  const found = useCompany()
  if (found.isPending) return <LoadingSkeleton shape="form" />
  if (found.isError) return <RefusedState error={found.error} onRetry={() => void found.refetch()} />
  return VIEWS[etape]({ company: found.data })
}

type StepProps = { company: Company }

const VIEWS: Record<Step, (props: StepProps) => React.ReactNode> = {
  apparence: (props) => <LookStep {...props} />,
  paiement: (props) => <PaymentStep {...props} />,
  numerotation: () => <NumberingStep />,
  client: () => <CustomerStep />,
}

function useSteps(step: Step) {
  const navigate = startRoute.useNavigate()
  const place = STEPS.indexOf(step)
  const go = (etape: Step) => void navigate({ search: { etape } })
  return { place: place + 2, next: () => go(STEPS[place + 1] ?? 'client') }
}

function Back({ step }: { step: Step }) {
  const texts = useTexts(startTexts)
  const { company } = startRoute.useParams()
  const before = STEPS[STEPS.indexOf(step) - 1]
  if (!before) return null
  return (
    <Button component={Link} to={`/${company}/bienvenue?etape=${before}`} variant="subtle" color="gray" size="md">
      {texts.back}
    </Button>
  )
}

function LookStep({ company }: StepProps) {
  const texts = useTexts(startTexts)
  const { place, next } = useSteps('apparence')
  return (
    <StartFrame place={place} wide {...texts.look}>
      <LookPart company={company}>
        {() => (
          <Button size="md" onClick={next} style={{ alignSelf: 'flex-start' }}>
            {texts.next}
          </Button>
        )}
      </LookPart>
    </StartFrame>
  )
}

function PaymentStep({ company }: StepProps) {
  const texts = useTexts(startTexts)
  const { place, next } = useSteps('paiement')
  return (
    <StartFrame place={place} {...texts.payment}>
      <PaymentPart company={company} onSaved={next}>
        {(saving) => (
          <>
            <Button type="submit" size="md" loading={saving}>
              {texts.next}
            </Button>
            <Back step="paiement" />
          </>
        )}
      </PaymentPart>
    </StartFrame>
  )
}

function NumberingStep() {
  const texts = useTexts(startTexts)
  const { place, next } = useSteps('numerotation')
  const found = useQuery(invoices.numbering.queryOptions())
  return (
    <StartFrame place={place} {...texts.numbering}>
      {found.isPending && <LoadingSkeleton shape="form" />}
      {found.isError && <RefusedState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <NumberingPart series={found.data.series} onSaved={next}>
          {(saving) => (
            <>
              <Button type="submit" size="md" loading={saving}>
                {texts.next}
              </Button>
              <Back step="numerotation" />
            </>
          )}
        </NumberingPart>
      )}
    </StartFrame>
  )
}

function CustomerStep() {
  const texts = useTexts(startTexts)
  const { place } = useSteps('client')
  const { company } = startRoute.useParams()
  return (
    <StartFrame place={place} {...texts.customer}>
      <FirstCustomer company={company} back={<Back step="client" />} />
    </StartFrame>
  )
}
