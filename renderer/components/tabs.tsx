import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export type TabPart = { readonly id: string; readonly name: string; readonly content: ReactNode };

/** Parts of one thing, one in sight at a time. */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly TabPart[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  return (
    <AriaTabs
      selectedKey={props.value}
      onSelectionChange={(id) => props.onChange(String(id))}
      keyboardActivation="manual"
    >
      <TabList className="tab-list" aria-label={props.label}>
        {props.tabs.map((tab) => (
          <Tab className="tab" id={tab.id} key={tab.id}>
            {tab.name}
          </Tab>
        ))}
      </TabList>
      {props.tabs.map((tab) => (
        <TabPanel className="tab-panel" id={tab.id} key={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
