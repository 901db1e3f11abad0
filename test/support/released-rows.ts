/** Rows as the first schema had them, written by hand. */
export const ROWS_OF_10 = `
INSERT INTO household (id, position, name, created_on) VALUES ('h', 1, 'Ruth Bell', '2026-01-01');
INSERT INTO employer (id, household_id, legal_name, paye_status) VALUES ('e', 'h', 'Ruth Bell', 'not-needed');
INSERT INTO worker (id, household_id, position, first_names, last_name, started_on) VALUES ('w', 'h', 1, 'Grace', 'Adeyemi', '2026-01-05');
INSERT INTO tax_detail (id, household_id, worker_id, from_day, tax_code, tax_basis, ni_category, learned_from)
  VALUES ('t', 'h', 'w', '2026-01-05', '1257L', 'cumulative', 'A', 'starter-checklist');
INSERT INTO pension_membership (id, household_id, worker_id, from_day, status) VALUES ('p', 'h', 'w', '2026-01-05', 'member');
INSERT INTO figures_to_date (id, household_id, worker_id, tax_year, taxable_pay_pence, tax_pence, source)
  VALUES ('f', 'h', 'w', '2025-26', 812345, 20000, 'p45');
INSERT INTO pay_line_draft (id, household_id, worker_id, pay_date, code, amount_pence) VALUES ('d', 'h', 'w', '2026-02-06', 'deduction', 500);
INSERT INTO action (household_id, name, values_json, at, undoable) VALUES ('h', 'people.added', '{}', '2026-01-05T09:00:00.000Z', 1);
`;

export const ROWS_OF_20 = `
${ROWS_OF_10}
INSERT INTO absence (id, household_id, worker_id, kind, first_day) VALUES ('a', 'h', 'w', 'sickness', '2026-03-02');
INSERT INTO shift (id, household_id, worker_id, day, start_time, end_day, end_time, kind_of_work, status)
  VALUES ('s', 'h', 'w', '2026-03-02', '08:00', '2026-03-02', '14:00', 'weekday', 'planned');
`;

/** A quarter of money as version 30 kept it: an account with a statement of three lines, two explained, and a sent return. */
export const ROWS_OF_30 = `
${ROWS_OF_20}
INSERT INTO funding_agreement (id, household_id, position, funder_name, funder_kind, starts_on, amount_pence, frequency, first_payment_on,
    return_profile, return_months, return_starts_on)
  VALUES ('dp', 'h', 1, 'Anyshire Council', 'council', '2026-01-01', 144480, 'four-weekly', '2026-01-05', 'superset', 3, '2026-01-01');
INSERT INTO plan_category (id, household_id, agreement_id, position, name, ledger_account) VALUES ('c', 'h', 'dp', 1, 'Equipment', 'equipment');
INSERT INTO bank_account (id, household_id, position, name, opened_on, opening_pence) VALUES ('b', 'h', 1, 'Direct payment', '2026-01-01', 50000);
INSERT INTO stored_file (hash, media_type, size, bytes) VALUES ('f1', 'text/csv', 3, x'010203'), ('f2', 'image/png', 3, x'040506');
INSERT INTO statement (id, household_id, account_id, file_name, file_hash, layout, from_day, to_day, opening_pence, closing_pence, imported_at)
  VALUES ('st', 'h', 'b', 'march.csv', 'f1', 'lloyds', '2026-01-05', '2026-03-20', 50000, 185030, '2026-03-21T09:00:00.000Z');
INSERT INTO bank_line (id, household_id, account_id, statement_id, position, day, amount_pence, description, balance_pence, bank_id, occurrence) VALUES
  ('l1', 'h', 'b', 'st', 1, '2026-01-05', 144480, 'ANYSHIRE COUNCIL DP 12 JAN', 194480, 'x1', 1),
  ('l2', 'h', 'b', 'st', 2, '2026-02-10', -7450, 'MORGAN''S PHARMACY 1184', 187030, NULL, 1),
  ('l3', 'h', 'b', 'st', 3, '2026-03-20', -2000, 'CASH', 185030, NULL, 1);
INSERT INTO line_explanation (id, household_id, bank_line_id, position, amount_pence, ledger_account, category_id, agreement_id, match_kind, match_key) VALUES
  ('e1', 'h', 'l1', 1, 144480, 'direct-payment-income', NULL, 'dp', 'direct-payment', 'dp'),
  ('e2', 'h', 'l2', 1, -7450, 'equipment', 'c', 'dp', 'by-hand', NULL);
INSERT INTO receipt (id, household_id, file_hash, file_name, day, total_pence, supplier, added_on)
  VALUES ('r', 'h', 'f2', 'morgans.png', '2026-02-10', 7450, 'Morgans', '2026-02-11');
INSERT INTO receipt_link (id, household_id, receipt_id, bank_line_id) VALUES ('rl', 'h', 'r', 'l2');
INSERT INTO bill (id, household_id, name, amount_pence, due_on, ledger_account) VALUES ('bi', 'h', 'Insurance', 12000, '2026-06-01', 'insurance');
INSERT INTO monitoring_return (id, household_id, agreement_id, from_day, to_day, figures_json, sent_on, sent_how, closed_at)
  VALUES ('mr', 'h', 'dp', '2026-01-01', '2026-03-31',
    '{"format":1,"view":{"transactions":[{"number":1,"lineId":"l1"},{"number":2,"lineId":"l2"}]}}', '2026-04-10', 'email', '2026-04-10T09:00:00.000Z');
`;
