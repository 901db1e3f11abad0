import type { SpendingAccount } from '@shared/api/household';
import { spendingAccount } from '@shared/api/household';
import { Plus, X } from 'lucide-react';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { Select } from '../../components/select';
import { TextField } from '../../components/text-field';
import { spendingAccounts, agreement as words } from '../../text/household';
import type { CategoryText } from './agreement-values';

let nextKey = 1;

function newCategory(name: string, ledgerAccount: SpendingAccount): CategoryText {
  nextKey += 1;
  return { key: `new-${nextKey}`, id: null, name, ledgerAccount, allowed: true, note: '' };
}

/** What an agreement may be spent on: rows that can be added, changed and taken away. */
export function AgreementCategories(props: {
  readonly fieldId: string;
  readonly value: readonly CategoryText[];
  readonly onChange: (value: readonly CategoryText[]) => void;
  readonly error: string | undefined;
}) {
  const { value, onChange, error } = props;
  const change = (key: string, part: Partial<CategoryText>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...part } : one)));
  // What is wrong is said by the row without a name; anything else, over all of them.
  const nameless = error === undefined ? undefined : value.find((one) => one.name.trim() === '')?.key;
  return (
    <div data-field={props.fieldId} className="categories">
      {error === undefined || nameless !== undefined ? null : (
        <p className="field-error" id={`${props.fieldId}-error`}>
          {error}
        </p>
      )}
      {value.map((one, index) => (
        <fieldset className="category" key={one.key}>
          <legend className="visually-hidden">{words.categoryName(index + 1)}</legend>
          <TextField
            label={words.categoryName(index + 1)}
            value={one.name}
            onChange={(name) => change(one.key, { name })}
            error={one.key === nameless ? error : undefined}
          />
          <Select<SpendingAccount>
            label={words.categoryAccount(index + 1)}
            value={one.ledgerAccount}
            onChange={(ledgerAccount) => change(one.key, { ledgerAccount })}
            choices={spendingAccount.options.map((account) => ({
              value: account,
              label: spendingAccounts[account],
            }))}
          />
          <Checkbox
            label={words.categoryAllowed(index + 1)}
            value={one.allowed}
            onChange={(allowed) => change(one.key, { allowed })}
          />
          <Button
            kind="quiet"
            flush
            icon={X}
            onPress={() => onChange(value.filter((other) => other.key !== one.key))}
          >
            {words.removeCategory(index + 1)}
          </Button>
        </fieldset>
      ))}
      <div className="row">
        <Button
          icon={Plus}
          describedBy={error === undefined || nameless !== undefined ? undefined : `${props.fieldId}-error`}
          onPress={() => onChange([...value, newCategory('', 'other-spending')])}
        >
          {words.addCategory}
        </Button>
        {value.length > 0 ? null : (
          <Button
            onPress={() =>
              onChange(words.usualCategories.map((one) => newCategory(one.name, one.ledgerAccount)))
            }
          >
            {words.usual}
          </Button>
        )}
      </div>
    </div>
  );
}
