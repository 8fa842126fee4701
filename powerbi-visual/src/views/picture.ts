/** A view's drawing, or the sentence why these fields do not give it. */
import type { Part, Report } from '../analysis/report.ts';
import { concentrationView } from './concentration-view.ts';
import { groupsView } from './groups-view.ts';
import { profileView } from './profile-view.ts';
import { returnsView } from './returns-view.ts';
import { timelinesView } from './timelines-view.ts';
import type { Drawing, ViewName, ViewSetting } from './view.ts';
import { yearsView } from './years-view.ts';

export function drawingOf(report: Report, view: ViewName, setting: ViewSetting): Part<Drawing> {
  const { highlighted } = report;
  switch (view) {
    case 'groups':
      return drawn(report.groups, (part) =>
        groupsView(part, report.headline, valueOf(highlighted?.groups), setting),
      );
    case 'profile':
      return drawn(report.profile, (part) => profileView(part, setting));
    case 'concentration':
      return drawn(report.concentration, (part) => concentrationView(part, setting));
    case 'timelines':
      return drawn(report.timelines, (part) => timelinesView(part, setting));
    case 'returns':
      return drawn(report.returns, (part) => returnsView(part, setting));
    case 'years':
      return drawn(report.years, (part) => yearsView(part, valueOf(highlighted?.years), setting));
  }
}

function drawn<T>(part: Part<T>, draw: (value: T) => Drawing): Part<Drawing> {
  return part.ok ? { ok: true, value: draw(part.value) } : part;
}

function valueOf<T>(part: Part<T> | undefined): T | null {
  return part?.ok ? part.value : null;
}
