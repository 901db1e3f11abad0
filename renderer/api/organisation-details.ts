import type { OrganisationDetails } from '@shared/api/organisation';

/** What is known of an organisation before it said anything of itself. */
export const NO_ORGANISATION_DETAILS: OrganisationDetails = {
  name: '',
  addressLine1: '',
  addressLine2: '',
  town: '',
  postcode: '',
  phone: '',
  email: '',
  secondCheck: false,
  bankNameOnAccount: '',
  sortCode: '',
  accountNumber: '',
  invoiceNote: '',
  vatNumber: '',
};
