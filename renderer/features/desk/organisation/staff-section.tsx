import type { StaffMember, StaffRecord } from '@shared/api/organisation';
import { formatDay } from '@shared/dates';
import { LinkButton } from '../../../components/link-button';
import { Table } from '../../../components/table';
import { organisation } from '../../../text/desk/organisation';

const words = organisation.staff;

/** Everybody who works or worked there, with their initials. */
export function StaffSection(props: {
  readonly staff: readonly StaffRecord[];
  readonly me: StaffMember | null;
}) {
  const { staff, me } = props;
  const now = (one: StaffRecord): string => {
    if (one.leftOn !== null) return words.left(formatDay(one.leftOn));
    return one.id === me?.id ? words.me : words.here;
  };
  return (
    <section className="section stack" aria-labelledby="desk-staff">
      <h2 id="desk-staff">{words.title}</h2>
      <p className="quiet">{words.sub}</p>
      {staff.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.caption}
          hideCaption
          tools={false}
          rows={staff}
          rowKey={(one) => one.id}
          columns={[
            { id: 'name', heading: words.name, cell: (one) => one.name, isName: true },
            { id: 'initials', heading: words.initials, cell: (one) => one.initials },
            { id: 'now', heading: words.now, cell: now },
            {
              id: 'change',
              heading: words.change,
              kind: 'action',
              cell: (one) => (
                <LinkButton
                  kind="quiet"
                  to={`/desk/organisation/staff/${one.id}`}
                  name={words.changeNamed(one.name)}
                >
                  {words.change}
                </LinkButton>
              ),
            },
          ]}
        />
      )}
      <div className="button-row">
        <LinkButton to="/desk/organisation/staff/new">{words.add}</LinkButton>
        <LinkButton kind="quiet" to="/desk/who">
          {organisation.who.title}
        </LinkButton>
      </div>
    </section>
  );
}
