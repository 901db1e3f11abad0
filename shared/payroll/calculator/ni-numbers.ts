import { formatNiNumber, parseNiNumber } from '../ni-number';
import { answering, type Calculator, inputOf, readText } from './case-reader';

/** `mainstay calculate ni_numbers`: whether a National Insurance number can exist, and its plain form. */
export const calculateNiNumber: Calculator = (oneCase) =>
  answering(() => {
    const parsed = parseNiNumber(readText(inputOf(oneCase), 'ni_number'));
    return parsed.ok
      ? { valid: true, canonical: parsed.value, spaced: formatNiNumber(parsed.value) }
      : { valid: false, problem: parsed.code };
  });
