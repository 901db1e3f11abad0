import barclays from '@resources/statements/barclays.json';
import barclaysLegacy from '@resources/statements/barclays-legacy.json';
import cooperative from '@resources/statements/cooperative.json';
import dateAmountDescription from '@resources/statements/date-amount-description.json';
import dateDescriptionAmount from '@resources/statements/date-description-amount.json';
import dateDescriptionAmountBalance from '@resources/statements/date-description-amount-balance.json';
import datePayeeAmount from '@resources/statements/date-payee-amount.json';
import firstDirect from '@resources/statements/first-direct.json';
import handelsbanken from '@resources/statements/handelsbanken.json';
import hsbc from '@resources/statements/hsbc.json';
import hsbcBib from '@resources/statements/hsbc-bib.json';
import hsbcStatement from '@resources/statements/hsbc-statement.json';
import hsbcnet from '@resources/statements/hsbcnet.json';
import lloyds from '@resources/statements/lloyds.json';
import lloydsCommercial from '@resources/statements/lloyds-commercial.json';
import metro from '@resources/statements/metro.json';
import moneyInMoneyOut from '@resources/statements/money-in-money-out.json';
import monzo from '@resources/statements/monzo.json';
import monzoOlder from '@resources/statements/monzo-older.json';
import nationwide from '@resources/statements/nationwide.json';
import nationwideMidata from '@resources/statements/nationwide-midata.json';
import natwest from '@resources/statements/natwest.json';
import santanderBusiness from '@resources/statements/santander-business.json';
import santanderHtml from '@resources/statements/santander-html.json';
import santanderMidata from '@resources/statements/santander-midata.json';
import santanderText from '@resources/statements/santander-text.json';
import starling from '@resources/statements/starling.json';
import virginMoney from '@resources/statements/virgin-money.json';
import { type StatementLayout, statementLayoutSchema } from './layout';

/** The layouts that come with the program, checked once when this file loads. */
export const STATEMENT_LAYOUTS: readonly StatementLayout[] = [
  lloyds,
  starling,
  barclays,
  barclaysLegacy,
  natwest,
  nationwide,
  nationwideMidata,
  hsbc,
  hsbcStatement,
  hsbcBib,
  hsbcnet,
  firstDirect,
  santanderText,
  santanderHtml,
  santanderMidata,
  santanderBusiness,
  cooperative,
  metro,
  monzo,
  monzoOlder,
  lloydsCommercial,
  virginMoney,
  handelsbanken,
  dateDescriptionAmount,
  dateDescriptionAmountBalance,
  datePayeeAmount,
  dateAmountDescription,
  moneyInMoneyOut,
].map((layout) => statementLayoutSchema.parse(layout));
