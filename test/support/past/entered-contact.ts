/** A contact as a person enters it on the card: the phone number as it is dialled at home. */
export const enteredContact = {
  name: 'Ann Bell',
  email: 'ann@contoso.com',
  country: 'FR',
  phone: '06 12 34 56 78',
  language: 'fr-FR',
}
