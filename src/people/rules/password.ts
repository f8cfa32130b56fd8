/** Which passwords are refused. Length is what protects; the rest only closes the first guesses of an attacker. */

/** OWASP ASVS 5.0 §6.2 asks at least eight characters and no composition rules; ten makes an online guess hopeless under our rate limit. */
export const PASSWORD_MINIMUM = 10
export const PASSWORD_MAXIMUM = 128

export type PasswordFault = 'password_too_short' | 'password_is_email' | 'password_too_common'

/** The most used passwords that reach the minimum length, in English and French. */
const COMMON: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 0123456789 0987654321 9876543210 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 qwertyuiop qwerty12345 qwerty123456
   azertyuiop azerty12345 azerty123456 azertyuiop123 password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123
   motdepasse motdepasse1 motdepasse12 motdepasse123 monmotdepasse administrateur administrator admin12345 admin123456 bienvenue1
   bienvenue123 welcome123 welcome1234 letmein123 iloveyou123 iloveyou12 jetaime123 jetaimefort bonjour123 bonjour1234 soleil12345
   changeme123 changemenow changezmoi entreprise facturation facture123 encours123 comptabilite football123 basketball superman123 batman12345
   princess123 princesse1 dragon12345 sunshine123 liverpool123 marseille13 parissaintgermain doudou12345 chouchou123 loulou12345 nicolas123
   abcdefghij abcdefghijk abc1234567 abcd123456 abcd1234567 a123456789 aa123456789 azerty1234 qwerty1234 secret12345 trustno1234 test123456
   testtest123 google12345 samsung123 computer123 ordinateur internet123 whatever123 michael123 jennifer123 charlie123`.split(/\s+/),
)

export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const lower = password.toLowerCase()
  if (charactersIn(password) < PASSWORD_MINIMUM) return 'password_too_short'
  if (lower === email || lower === email.split('@', 1)[0]) return 'password_is_email'
  if (COMMON.has(lower) || new Set(lower).size < 3) return 'password_too_common'
  return undefined
}

/** As a person counts them: an emoji or an accented letter is one. */
const charactersIn = (text: string): number => Array.from(new Intl.Segmenter('fr').segment(text)).length
