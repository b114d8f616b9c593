import { CircleX } from 'lucide-react';
import { checkStudy } from '../../settings/study/check.ts';
import { useLab } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { filesChunk } from '../data/chunk.ts';
import { Later } from '../parts/Later.tsx';
import { newestBatch } from './facts.ts';
import { ComputeAgain } from './ComputeAgain.tsx';
import { GoBack } from './GoBack.tsx';
import { GoOn } from './GoOn.tsx';
import { Place } from './Place.tsx';
import type { Absence } from './useAbsence.ts';
import { Symbols } from '../parts/Symbols.tsx';

/** In the charts' place: what is missing, or went wrong, and what to do about it. */
export function Absent({ why }: { readonly why: NonNullable<Absence> }) {
  switch (why) {
    case 'file':
      return (
        <Later chunk={filesChunk} what="What opens files" waiting={null}>
          {({ WantsFile }) => <WantsFile />}
        </Later>
      );
    case 'blocked':
      return <Blocked />;
    case 'failed':
      return <Failed />;
  }
}

function Blocked() {
  const study = useSettings((state) => state.study);
  const error = checkStudy(study).find(({ severity }) => severity === 'error');
  return (
    <Place icon={CircleX} title="These settings cannot be run" bad>
      <p className="absent-reason">
        <Symbols text={error?.message ?? ''} />.
      </p>
      <GoBack />
    </Place>
  );
}

function Failed() {
  const batch = newestBatch(useLab());
  const stopped = batch?.status === 'paused';
  return (
    <Place
      icon={CircleX}
      title={stopped ? 'Stopped before anything was recorded' : 'Nothing was computed'}
      bad={!stopped}
    >
      {batch !== null && batch.message !== null && <p className="absent-reason">{batch.message}</p>}
      {stopped ? <GoOn /> : <ComputeAgain />}
    </Place>
  );
}
