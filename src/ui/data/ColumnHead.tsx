import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ColumnShown } from '../../engine/files/conversation-api.ts';
import type { Choice } from '../../engine/files/proposal.ts';
import { shorten } from '../../settings/words.ts';
import { withRole, type Role } from './choice.ts';
import { useConversation } from './conversation-store.ts';

const ROLES: readonly { readonly role: Role; readonly name: string; readonly help: string }[] = [
  { role: 'label', name: 'The label', help: 'What the network is to tell apart' },
  { role: 'feature', name: 'A feature', help: 'One of the numbers of a point x' },
  { role: 'indicators', name: 'Indicators', help: 'A column of 0 and 1 for each of its words' },
  { role: 'left-out', name: 'Left out', help: 'Not used' },
];

const SHORT: Readonly<Record<Role, string>> = {
  label: 'label',
  feature: 'feature',
  indicators: 'indicators',
  'left-out': 'left out',
};

interface ColumnHeadProps {
  readonly column: ColumnShown;
  readonly choice: Choice;
}

/** A column's name and what becomes of it; pressed, it may become something else. */
export function ColumnHead({ column, choice }: ColumnHeadProps): ReactElement {
  const choose = useConversation((state) => state.choose);
  const { index, name, role, why, hasWords } = column;
  const roles = ROLES.filter((one) => (hasWords ? one.role !== 'feature' : one.role !== 'indicators'));
  return (
    <th scope="col" data-role={role}>
      <Menu.Root modal={false}>
        <Menu.Trigger className="talk-column" title={name} aria-label={`${name}: ${why ?? SHORT[role]}`}>
          <span className="talk-column-name">{shorten(name, 24)}</span>
          <span className="talk-column-role">
            {role === 'left-out' ? 'left out' : SHORT[role]}
            <ChevronDown size={12} aria-hidden />
          </span>
          {why !== null && <span className="talk-column-why">{shorten(why, 60)}</span>}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="popup-layer" sideOffset={4} align="start">
            <Menu.Popup className="popup choice-popup">
              <Menu.RadioGroup
                value={role}
                onValueChange={(next: Role) => void choose(withRole(choice, index, next))}
              >
                {roles.map((one) => (
                  <Menu.RadioItem key={one.role} value={one.role} className="choice-item" closeOnClick>
                    <Menu.RadioItemIndicator className="choice-tick">
                      <Check aria-hidden size="0.875rem" />
                    </Menu.RadioItemIndicator>
                    <span className="choice-text">
                      {one.name}
                      <span className="choice-help">{one.help}</span>
                    </span>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </th>
  );
}
