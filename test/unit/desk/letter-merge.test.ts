import { LETTER_PLACES, type LetterValues, mergedLetter, placesOfLetter } from '@shared/desk/letter-merge';
import { expect, test } from 'vitest';

const VALUES: LetterValues = {
  ...(Object.fromEntries(LETTER_PLACES.map((place) => [place, `<${place}>`])) as LetterValues),
  person: 'Margaret',
  'pay-days': '27 November 2026',
  'hmrc-reference': '',
};

test('each household’s own words stand in the places, however these are typed', () => {
  const letter = mergedLetter('Dear { PERSON },\n\nPaid on {Pay days} and {pay_days}.', VALUES);
  expect(letter).toEqual({
    ok: true,
    value: [
      { kind: 'text', text: 'Dear Margaret,' },
      { kind: 'text', text: 'Paid on 27 November 2026 and 27 November 2026.' },
    ],
  });
});

test('lines that begin with a dash are a list; lines that belong together stay together', () => {
  const letter = mergedLetter('Here are:\n\n- your payslips\n– what to pay\n\nWith thanks\n{person}', VALUES);
  expect(letter.ok && letter.value).toEqual([
    { kind: 'text', text: 'Here are:' },
    { kind: 'list', items: ['your payslips', 'what to pay'] },
    { kind: 'text', text: 'With thanks\nMargaret' },
  ]);
});

test('a place that nobody knows is refused with its line, and so is half a brace', () => {
  expect(placesOfLetter('Dear {person}\n\nYour {council} wrote')).toEqual({
    ok: false,
    code: 'letter.place-unknown',
    details: { place: 'council', line: 3 },
  });
  expect(placesOfLetter('Dear {person')).toMatchObject({ code: 'letter.place-open', details: { line: 1 } });
  expect(placesOfLetter('Dear person}')).toMatchObject({ code: 'letter.place-open' });
  expect(placesOfLetter('{}')).toMatchObject({ code: 'letter.place-unknown' });
});

test('no letter goes out with a hole in it', () => {
  expect(mergedLetter('Pay HMRC with {hmrc-reference}.', VALUES)).toEqual({
    ok: false,
    code: 'letter.place-empty',
    details: { place: 'hmrc-reference' },
  });
});

test('what a record holds is never read as a place', () => {
  const letter = mergedLetter('Dear {person}', { ...VALUES, person: '{household}' });
  expect(letter.ok && letter.value).toEqual([{ kind: 'text', text: 'Dear {household}' }]);
});
