export { Symbols } from '../../charts/legend/Symbols.tsx';
