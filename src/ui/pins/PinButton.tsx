import { Pin } from 'lucide-react';
import { IconButton } from '../parts/IconButton.tsx';
import { pinFront } from './pin-front.ts';

export function PinButton() {
  return <IconButton icon={Pin} label="Pin what is in front" shortcut="K" onClick={pinFront} />;
}
