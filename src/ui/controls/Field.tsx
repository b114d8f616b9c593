import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../settings/validate.ts';
import type { SettingName } from '../../settings/schema.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import { isAxisName } from '../../settings/study/axis.ts';
import { Symbols } from '../parts/Symbols.tsx';
import { VaryButton } from '../vary/VaryButton.tsx';
import { useHelp } from './help.ts';

/** The accessible name of a setting's control: "Learning rate η". */
export const controlLabel = (spec: SettingSpec): string => `${spec.name} ${spec.symbol}`.trim();

interface FieldProps {
  readonly id: string;
  readonly name: SettingName;
  readonly spec: SettingSpec;
  readonly problem: Pick<Problem, 'message' | 'severity'> | null;
  /** Beside the name. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * What every control has: symbol, name, ⋔ where it can be varied, and what is wrong with its value. Its help is spoken from here and shown in one
 * place for all (SettingHelp), so that nothing moves under the pointer.
 */
export function Field({ id, name, spec, problem, aside, children }: FieldProps) {
  const words = useRef<HTMLParagraphElement>(null);
  const help = useHelp(name);
  const message = problem?.message;
  useEffect(() => {
    // Of a control at the edge of the panel the message would appear out of sight.
    if (message !== undefined) words.current?.scrollIntoView({ block: 'nearest' });
  }, [message]);
  return (
    <div className="field" data-severity={problem?.severity} data-setting={spec.key}>
      <div className="field-head">
        <span className="field-name">
          {spec.symbol !== '' && (
            <span className="field-symbol" aria-hidden>
              <Symbols text={spec.symbol} />
            </span>
          )}
          <span>{spec.name}</span>
        </span>
        <span className="field-aside">
          {aside}
          {isAxisName(name) && <VaryButton name={name} />}
        </span>
      </div>
      {children}
      {problem !== null && (
        <p className="field-problem" id={`${id}-problem`} role="status" ref={words}>
          <Symbols text={problem.message} />
        </p>
      )}
      <p hidden id={`${id}-help`}>
        {help?.text}
      </p>
    </div>
  );
}

/** Ids for aria-describedby. */
export const describedBy = (id: string, hasProblem: boolean): string =>
  hasProblem ? `${id}-problem ${id}-help` : `${id}-help`;
