import { type CalendarDate, parseDate } from '@internationalized/date';
import { isIsoDay, isoDay, parseDay } from '@shared/dates';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { type ClipboardEvent, useId, useState } from 'react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Group,
  Heading,
  I18nProvider,
  Input,
  Popover,
} from 'react-aria-components';
import { common } from '../text/common';
import { type DateText, dateText, readDateText } from './date-text';
import { type FieldProps, fieldFrame } from './field-words';
import { PlainFieldWords } from './plain-field-words';

export type DateFieldProps = FieldProps & {
  readonly value: DateText;
  readonly onChange: (value: DateText) => void;
};

const BOXES = ['day', 'month', 'year'] as const;

/** A date, typed as day, month and year, or chosen from the calendar beside. Pasting a whole date fills all three. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, label, hint = common.dateHint } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const read = readDateText(value);
  const chosen = read.ok ? parseDate(read.value) : null;

  const paste = (event: ClipboardEvent) => {
    const whole = parseDay(event.clipboardData.getData('text'));
    if (!whole.ok) return;
    event.preventDefault();
    onChange(dateText(whole.value));
  };
  const choose = (date: CalendarDate) => {
    const text = date.toString();
    if (isIsoDay(text)) onChange(dateText(isoDay(text)));
    setOpen(false);
  };

  const describedBy = [`${id}-hint`, props.error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <Group {...fieldFrame(props)} aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <PlainFieldWords {...props} hint={hint} id={id} />
      <div className="field-control date-boxes">
        {BOXES.map((box) => (
          <label className="date-box" key={box} htmlFor={`${id}-${box}`}>
            <span>{common[box]}</span>
            <Input
              id={`${id}-${box}`}
              className={`input ${box === 'year' ? 'width-4' : 'width-2'}`}
              value={value[box]}
              inputMode={box === 'month' ? 'text' : 'numeric'}
              autoComplete="off"
              aria-invalid={props.error === undefined ? undefined : true}
              aria-describedby={describedBy}
              onChange={(event) => onChange({ ...value, [box]: event.target.value })}
              onPaste={paste}
              {...(props.onBlur ? { onBlur: props.onBlur } : {})}
            />
          </label>
        ))}
        <DialogTrigger isOpen={open} onOpenChange={setOpen}>
          <AriaButton className="button secondary icon-only" aria-label={common.openCalendar(label)}>
            <CalendarDays aria-hidden="true" />
          </AriaButton>
          <Popover className="popover">
            <Dialog aria-label={common.openCalendar(label)}>
              <I18nProvider locale="en-GB">
                <Calendar
                  className="calendar"
                  aria-label={label}
                  value={chosen}
                  onChange={choose}
                  firstDayOfWeek="mon"
                  autoFocus
                >
                  <header>
                    <AriaButton
                      slot="previous"
                      className="button quiet icon-only"
                      aria-label={common.previousMonth}
                    >
                      <ChevronLeft aria-hidden="true" />
                    </AriaButton>
                    <Heading level={3} />
                    <AriaButton slot="next" className="button quiet icon-only" aria-label={common.nextMonth}>
                      <ChevronRight aria-hidden="true" />
                    </AriaButton>
                  </header>
                  <CalendarGrid weekdayStyle="short">
                    {(date) => <CalendarCell className="calendar-day" date={date} />}
                  </CalendarGrid>
                </Calendar>
              </I18nProvider>
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
    </Group>
  );
}
